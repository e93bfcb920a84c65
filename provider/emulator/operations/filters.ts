import { ServiceError } from "../errors";
import type { JsonObject } from "../json";

/** What each filter asks of a record. @internal */
export type FilterTests<T, Name extends string> = Readonly<Record<Name, (record: T, wanted: string) => boolean>>;

/**
 * The test that a request's filter asks for; without a filter everything passes.
 * @throws ServiceError for two filters: "You can only use one filter per request". The error for it is a guess.
 * @internal
 */
export function matching<T>(tests: FilterTests<T, string>, filters: JsonObject = {}): (record: T) => boolean {
  const given = Object.entries(filters).flatMap(([name, wanted]) =>
    typeof wanted === "string" ? [{ name, wanted }] : [],
  );
  if (given.length > 1) {
    const names = given.map(({ name }) => name).join(", ");
    throw new ServiceError("InvalidParameterException", `You can only use one filter per request; received ${names}.`);
  }
  const [only] = given;
  return (record) => only === undefined || tests[only.name]?.(record, only.wanted) === true;
}

/** Whether the service tells upper case from lower case is not documented; here it does. @internal */
export function startsWith(text: string | undefined, prefix: string): boolean {
  return text?.startsWith(prefix) === true;
}
