const RFC_3339 = /^(\d{4}-\d{2})-(\d{2})T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

/** Milliseconds since 1970, or undefined for what is no RFC 3339 time. Date alone takes February 30 for March 2. @internal */
export function instantOf(text: string): number | undefined {
  const [, month, day] = RFC_3339.exec(text) ?? [];
  const ms = Date.parse(text);
  if (month === undefined || Number.isNaN(ms)) return undefined;
  return new Date(`${month}-${day}T00:00:00Z`).getUTCDate() === Number(day) ? ms : undefined;
}
