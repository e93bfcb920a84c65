import { ServiceError } from "./errors";
import { isJsonObject, type JsonObject, shown } from "./json";
import type { Shape } from "./shapes";

interface Failure {
  readonly path: string;
  readonly value: unknown;
  /** The service notices a wrong type while it reads the JSON, and a broken rule only then, with another error. */
  readonly kind: "wrongType" | "brokenRule";
  readonly text: string;
}

type Outcome<T> = { readonly value: T } | { readonly failures: readonly Failure[] };

/** @internal */
export interface Member<T, Required extends boolean> {
  readonly required: Required;
  readonly read: (value: unknown, path: string) => Outcome<T>;
}

/** @internal */
export type Members = Readonly<Record<string, Member<unknown, boolean>>>;

type ValueOf<M> = M extends Member<infer T, boolean> ? T : never;

/** What an operation gets once its members have been checked. @internal */
export type Input<M extends Members> = {
  readonly [K in keyof M as M[K] extends Member<unknown, true> ? K : never]: ValueOf<M[K]>;
} & {
  readonly [K in keyof M as M[K] extends Member<unknown, true> ? never : K]?: ValueOf<M[K]>;
};

/** @internal */
export const required = <T>(shape: Shape<T>): Member<T, true> => ({ required: true, read: readerOf(shape) });

/** @internal */
export const optional = <T>(shape: Shape<T>): Member<T, false> => ({ required: false, read: readerOf(shape) });

/** A member that has members. @internal */
export const optionalStructure = <M extends Members>(members: M): Member<Input<M>, false> => ({
  required: false,
  read: (value, path) =>
    isJsonObject(value)
      ? readMembers(members, value, `${path}.`)
      : failed({ path, value, kind: "wrongType", text: `${shown(value)} can not be converted to a structure` }),
});

/** Checks every member before it answers. Members the model does not know are passed over, as the service does. @internal */
export function readInput<M extends Members>(members: M, body: JsonObject): Input<M> {
  const outcome = readMembers(members, body, "");
  if ("value" in outcome) return outcome.value;
  for (const { path, kind, text } of outcome.failures) {
    if (kind === "wrongType") throw new ServiceError("SerializationException", `${path}: ${text}`);
  }
  throw invalidParameters(outcome.failures);
}

function readMembers<M extends Members>(members: M, body: JsonObject, prefix: string): Outcome<Input<M>> {
  const read = Object.entries(members).flatMap(([name, member]) => {
    const outcome = readMember(member, body[name], prefix + name);
    return outcome ? [{ name, outcome }] : [];
  });
  const failures = read.flatMap(({ outcome }) => ("failures" in outcome ? outcome.failures : []));
  if (failures.length > 0) return { failures };
  const present = read.flatMap(({ name, outcome }) => ("value" in outcome ? [[name, outcome.value]] : []));
  // True since nothing failed: each required member is here, and each value came out of its own shape.
  return { value: Object.fromEntries(present) as Input<M> };
}

// JSON null is a member that was not sent.
function readMember(member: Member<unknown, boolean>, value: unknown, path: string): Outcome<unknown> | undefined {
  if (value !== undefined && value !== null) return member.read(value, path);
  return member.required ? failed({ path, value, kind: "brokenRule", text: "Member must not be null" }) : undefined;
}

function readerOf<T>(shape: Shape<T>): Member<T, boolean>["read"] {
  return (value, path) => {
    const reading = shape.read(value);
    if ("value" in reading) return reading;
    return "brokenRule" in reading
      ? failed({ path, value, kind: "brokenRule", text: reading.brokenRule })
      : failed({ path, value, kind: "wrongType", text: reading.wrongType });
  };
}

function failed(failure: Failure): { readonly failures: readonly Failure[] } {
  return { failures: [failure] };
}

function invalidParameters(failures: readonly Failure[]): ServiceError {
  const count = failures.length === 1 ? "1 validation error" : `${failures.length} validation errors`;
  const texts = failures.map(
    ({ path, value, text }) => `Value ${shown(value ?? null)} at '${path}' failed to satisfy constraint: ${text}`,
  );
  return new ServiceError("InvalidParameterException", `${count} detected: ${texts.join("; ")}`);
}
