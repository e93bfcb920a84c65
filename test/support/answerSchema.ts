import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv2020, { type ValidateFunction } from "ajv/dist/2020";
import addFormats from "ajv-formats";

/** The schema of the command's answers, as it is published. */
export const answerSchema: unknown = JSON.parse(readFileSync(join(__dirname, "../../docs/answer.schema.json"), "utf8"));

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The same schema, which takes no member that it does not name; the branches of a `oneOf` have no type, and stay. */
export function strict(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(strict);
  if (!isRecord(value)) return value;
  const inner = Object.fromEntries(Object.entries(value).map(([member, each]) => [member, strict(each)]));
  const closed = value["type"] === "object" && isRecord(value["properties"]);
  return closed ? { additionalProperties: false, ...inner } : inner;
}

export function compile(given: unknown): ValidateFunction {
  if (!isRecord(given)) throw new Error("not a schema");
  const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, strictTypes: false });
  addFormats(ajv);
  return ajv.compile(given);
}
