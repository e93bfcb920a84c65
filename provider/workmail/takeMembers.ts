import type { Malformed } from "./malformed";

/** Members, each as the service names it and as we do. @internal */
export type MemberNames<Theirs extends string, Ours extends string> = readonly (readonly [Theirs, Ours])[];

/** Makes the error of a member of another type than it should have. @internal */
export type Refuse = (member: string, type: "text" | "time" | "number") => Error;

/** The members of a record as they came: the SDK's types promise their types, but it does not check most of them. */
type Foreign<Theirs extends string> = { readonly [Member in Theirs]?: unknown };

/** What is made of the record, a member after the other. */
type Draft<Ours extends string> = { [Member in Ours]?: string };

/**
 * Looser than the model, which a service can outgrow, but no blank, and no `__proto__`, which is no key like another.
 *
 * @internal
 */
export function isId(value: unknown): value is string {
  return typeof value === "string" && /^[A-Za-z0-9][\w.:-]*$/.test(value);
}

/** For the members of a record of this kind: a job, a user, a resource. @internal */
export function refuseOf(kind: string, malformed: Malformed): Refuse {
  return (member, type) => malformed(`the ${member} of a ${kind} is not a ${type}`);
}

/**
 * Takes over the members that are texts; absent ones are left out. It writes into the draft: with ten thousand records,
 * a copy of each for each step is what a read would spend its time on.
 *
 * @internal
 */
export function takeTexts<Theirs extends string, Ours extends string>(
  names: MemberNames<Theirs, Ours>,
  record: Foreign<Theirs>,
  draft: Draft<Ours>,
  refuse: Refuse,
): void {
  for (const [theirs, ours] of names) {
    const value = record[theirs];
    if (typeof value === "string") draft[ours] = value;
    else if (value !== undefined) throw refuse(theirs, "text");
  }
}

/** Takes over the members that are times, as RFC 3339 in UTC; absent ones are left out. @internal */
export function takeTimes<Theirs extends string, Ours extends string>(
  names: MemberNames<Theirs, Ours>,
  record: Foreign<Theirs>,
  draft: Draft<Ours>,
  refuse: Refuse,
): void {
  for (const [theirs, ours] of names) {
    const value = record[theirs];
    if (value === undefined) continue;
    const text = value instanceof Date && !Number.isNaN(value.getTime()) ? value.toISOString() : "";
    // Years beyond four digits have another form, which would not sort: seconds taken for milliseconds, for example.
    if (!/^\d/.test(text)) throw refuse(theirs, "time");
    draft[ours] = text;
  }
}
