import fc from "fast-check";
import type { ArchiveProof } from "../../provider/archiveModel";
import type { MailboxExportJob } from "../../provider/model";

const maybe = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined });

/** Few names, of which one begins another, and one is a bucket's, so that keys meet. */
const name = fc.constantFrom("a", "al", "alice", "archives");
export const directory = fc
  .oneof(
    { weight: 1, arbitrary: fc.constant([]) },
    { weight: 15, arbitrary: fc.array(name, { minLength: 1, maxLength: 3 }) },
  )
  .map((parts) => parts.map((part) => `${part}/`).join(""));
/** Enough files that most keys are one job's own; of some the one begins the other, and one is called as a directory. */
const file = fc.oneof(
  { weight: 12, arbitrary: fc.integer({ min: 10, max: 60 }).map((number) => `${number}.zip`) },
  { weight: 2, arbitrary: fc.constantFrom("1", "1.zip", "al") },
);
export const key = fc.tuple(directory, file).map((parts) => parts.join(""));

const bucket = fc.oneof(
  { weight: 8, arbitrary: fc.constant("archives") },
  { weight: 1, arbitrary: fc.constant("other") },
);

const facts = { contentLength: 1, storageClass: "STANDARD" };
const proofOf = (at: { bucket: string; key: string }): fc.Arbitrary<ArchiveProof> =>
  fc.oneof(
    { weight: 14, arbitrary: fc.constant({ outcome: "proven" as const, ...at, ...facts }) },
    {
      weight: 1,
      arbitrary: fc.constantFrom<ArchiveProof>(
        { outcome: "empty", ...at, ...facts },
        { outcome: "wrongKey", ...at, ...facts },
        { outcome: "gone", ...at },
        { outcome: "gone", ...at, overwrittenBy: "job-0" },
        { outcome: "denied", ...at, because: "forbidden" },
        { outcome: "unreachable", ...at, because: "no answer" },
        { outcome: "unlocated", because: "no path" },
      ),
    },
  );

/** How a path tells a key. The last ones tell none. */
type Form = (bucket: string, key: string) => string | undefined;
const told: readonly Form[] = [(_, key) => key, (name, key) => `${name}/${key}`, (name, key) => `s3://${name}/${key}`];
const untold: readonly Form[] = [
  () => undefined,
  () => undefined,
  (_, key) => key.slice(0, key.lastIndexOf("/") + 1),
  (name, key) => `${name}/${key.slice(0, key.lastIndexOf("/") + 1)}`,
  (name) => name,
  (name, key) => `s3://not-${name}/${key}`,
  (_, key) => `/${key}`,
];

/** How a job was started: a start of its key, with or without what one may wonder about. */
const prefixOf = (key: string) =>
  maybe(fc.constantFrom(key.slice(0, key.indexOf("/") + 1), key.slice(0, 2), `/${key.slice(0, 3)}`, ""));

const job = ({
  states,
  forms,
  isNamed,
}: {
  states: fc.Arbitrary<string | undefined>;
  forms: fc.Arbitrary<Form>;
  isNamed: fc.Arbitrary<boolean>;
}) =>
  fc
    .record({ bucket, key, state: states, form: forms, isNamed })
    .chain(({ bucket, key, state, form, isNamed }) => {
      const proof = state === "COMPLETED" ? maybe(proofOf({ bucket, key })) : fc.constant(undefined);
      return fc.record({
        jobId: fc.uuid(),
        state: fc.constant(state),
        s3BucketName: fc.constant(isNamed ? bucket : undefined),
        s3Path: fc.constant(form(bucket, key)),
        s3Prefix: prefixOf(key),
        proof,
        lostFromSight: fc.oneof(
          { weight: 30, arbitrary: fc.constant(undefined) },
          { weight: 1, arbitrary: fc.constant("accessDenied" as const) },
        ),
      });
    })
    .map((record): MailboxExportJob => JSON.parse(JSON.stringify(record)));

const mostly = (often: number) =>
  fc.oneof({ weight: often, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) });

/** A job whose archive is whole as far as WorkMail tells, and that mostly tells where it is. */
export const completedJob = job({
  states: fc.constant("COMPLETED"),
  forms: fc.oneof(
    { weight: 250, arbitrary: fc.constantFrom(...told) },
    { weight: 1, arbitrary: fc.constantFrom(...untold) },
  ),
  isNamed: mostly(120),
});

/** A job that runs, or that left nothing one may rely on; half of those do not tell where. */
export const unfinishedJob = job({
  states: fc.constantFrom("RUNNING", "FAILED", "CANCELLED", "SUSPENDED", "__proto__", undefined),
  forms: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...told) },
    { weight: 1, arbitrary: fc.constantFrom(...untold) },
  ),
  isNamed: mostly(10),
});

export const jobs = fc
  .tuple(
    fc.array(completedJob, { maxLength: 16 }),
    fc.oneof(fc.constant([]), fc.array(unfinishedJob, { minLength: 1, maxLength: 3 })),
  )
  .map((lists) => lists.flat());

export const only = fc.constantFrom("completed" as const, "proven" as const);

/** The same in another order. */
export const shuffled = <Item>(list: readonly Item[]) =>
  fc.shuffledSubarray([...list], { minLength: list.length, maxLength: list.length });
