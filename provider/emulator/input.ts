import { ServiceError } from "./errors";
import { type JsonObject, shown } from "./json";
import type { Reading, Shape } from "./shapes";

interface Member<T, Required extends boolean> {
  readonly shape: Shape<T>;
  readonly required: Required;
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
export const required = <T>(shape: Shape<T>): Member<T, true> => ({ shape, required: true });

/** @internal */
export const optional = <T>(shape: Shape<T>): Member<T, false> => ({ shape, required: false });

/** Checks every member before it answers. Members the model does not know are passed over, as the service does. @internal */
export function readInput<M extends Members>(members: M, body: JsonObject): Input<M> {
  const read = Object.entries(members).map(([name, member]) => ({ name, reading: readMember(member, body[name]) }));

  for (const { name, reading } of read) {
    if ("wrongType" in reading) throw new ServiceError("SerializationException", `${name}: ${reading.wrongType}`);
  }
  const broken = read.flatMap(({ name, reading }) =>
    "brokenRule" in reading ? [brokenRule(name, body[name], reading.brokenRule)] : [],
  );
  if (broken.length > 0) throw invalidParameters(broken);

  const present = read.flatMap(({ name, reading }) => ("value" in reading ? [[name, reading.value]] : []));
  // True by the two refusals above: each required member is here, and each value came out of its own shape.
  return Object.fromEntries(present) as Input<M>;
}

// JSON null is a member that was not sent.
function readMember(member: Member<unknown, boolean>, value: unknown): Reading<unknown> | Record<never, never> {
  if (value !== undefined && value !== null) return member.shape.read(value);
  return member.required ? { brokenRule: "Member must not be null" } : {};
}

function brokenRule(name: string, value: unknown, rule: string): string {
  return `Value ${shown(value ?? null)} at '${name}' failed to satisfy constraint: ${rule}`;
}

function invalidParameters(failures: readonly string[]): ServiceError {
  const count = failures.length === 1 ? "1 validation error" : `${failures.length} validation errors`;
  return new ServiceError("InvalidParameterException", `${count} detected: ${failures.join("; ")}`);
}
