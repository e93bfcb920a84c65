const form = /^\d{4}-\d{2}-(\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/i;

/**
 * The instant that an RFC 3339 text names, in milliseconds since 1970; undefined when it names none.
 * Stricter than Date.parse, which takes many other forms and turns February 30 into March 2.
 *
 * @internal
 */
export function parseRfc3339(value: unknown): number | undefined {
  if (typeof value !== "string") return undefined;
  const day = form.exec(value)?.[1];
  if (day === undefined) return undefined;
  const dayOfMonth = new Date(`${value.slice(0, 10)}T00:00:00Z`).getUTCDate();
  const instant = Date.parse(value.toUpperCase());
  return dayOfMonth === Number(day) && !Number.isNaN(instant) ? instant : undefined;
}
