import type { ValidateFunction } from "ajv/dist/2020";
import fc from "fast-check";
import type { Answer, CoverageAnswer } from "../../../provider/cli/answer";
import { renderJson } from "../../../provider/cli/formats/json";
import { findingKinds } from "../../../provider/exports/findingKinds";
import { mailboxExportJobStates } from "../../../provider/model";
import { jobs as anyJobs, roster as anyRoster, rules as anyRules } from "../../exports/organizations";
import { answerSchema, compile, isRecord, strict } from "../../support/answerSchema";
import { coverageAnswer, jobs, listAnswer, organizationCoverage } from "../../support/answers";
import { proofs } from "../../support/proofs";
import { look } from "./hostile";

/** Everything in a JSON value, with itself. */
function* within(value: unknown): Generator<unknown> {
  yield value;
  if (typeof value === "object" && value !== null) for (const member of Object.values(value)) yield* within(member);
}

const validate = compile(answerSchema);
const validateStrictly = compile(strict(answerSchema));

/** What is wrong with an answer as the json format gives it. */
function problemsOf(answer: unknown, by: ValidateFunction = validateStrictly): unknown {
  by(JSON.parse(JSON.stringify(answer)));
  return by.errors ?? [];
}

const everyMember = {
  jobId: "job-9",
  entityId: "entity-0000007",
  description: "one",
  s3BucketName: "exports",
  s3Path: "exports/a.zip",
  estimatedProgress: 99.5,
  state: "COMPLETED",
  startTime: "2026-11-21T08:00:00.000Z",
  endTime: "2026-11-21T08:00:00.000Z",
  errorInfo: "none",
  roleArn: "arn:aws:iam::123456789012:role/export",
  kmsKeyArn: "arn:aws:kms:us-east-1:123456789012:key/1",
  s3Prefix: "exports",
  lostFromSight: "throttled",
} as const;

const fullProof = {
  ...proofs.proven,
  etag: '"1"',
  versionId: "1",
  lastModified: "2026-11-21T08:00:00.000Z",
  sseKmsKeyId: "arn:aws:kms:us-east-1:123456789012:key/1",
  objectLockMode: "COMPLIANCE",
  objectLockRetainUntilDate: "2027-11-21T08:00:00.000Z",
  objectLockLegalHoldStatus: "ON",
  restoreStatus: { isRestoreInProgress: false, restoreExpiryDate: "2026-12-21T08:00:00.000Z" },
} as const;

const goneProof = {
  ...proofs.gone,
  deleteMarker: true,
  overwrittenBy: "job-1",
  lastModified: "2026-11-21T08:00:00.000Z",
} as const;

const unread = [
  { organizationId: "m-1", region: "eu-west-1", reason: "accessDenied", message: "no" },
  { reason: "pageLimit", message: "no end" },
  { region: "us-west-2", reason: "other", message: "?" },
] as const;
const leftOut = [
  { organizationId: "m-2", region: "us-east-1", state: "Deleted", alias: "old" },
  { organizationId: "m-3", region: "us-east-1", state: "Deleted" },
];

/** Every finding of every kind, and every proof of every outcome, somewhere. */
const fullCoverage: CoverageAnswer = coverageAnswer({
  organizations: [
    organizationCoverage(),
    organizationCoverage({ id: "m-4", roster: [] }),
    ...[fullProof, goneProof, ...Object.values(proofs)].map((proof, index) =>
      organizationCoverage({ id: `m-${5 + index}`, jobs: [{ ...everyMember, proof }, ...jobs] }),
    ),
    ...Object.values(proofs).map((proof, index) =>
      organizationCoverage({
        id: `m-1${index}`,
        jobs: [{ jobId: "j", entityId: "entity-0000007", state: "COMPLETED", proof }],
        rules: {},
      }),
    ),
  ],
  unread,
  leftOut,
});

const fullList = (() => {
  const filters = {
    states: ["COMPLETED"],
    entityIds: ["entity-0000001"],
    s3BucketName: "exports",
    s3PathPrefix: "exports/",
    startedAfter: "2026-11-01T00:00:00Z",
    startedBefore: "2026-12-01T00:00:00+01:00",
  };
  const base = listAnswer({ leftOut });
  const proven = [fullProof, goneProof, ...Object.values(proofs)].map((proof) => ({ ...everyMember, proof }));
  return {
    ...base,
    organizations: base.organizations.map((each) => ({ ...each, ...filters, jobs: [...each.jobs, ...proven] })),
  };
})();

const samples: Readonly<Record<string, Answer>> = {
  coverage: coverageAnswer(),
  "a coverage with everything in it": fullCoverage,
  "a coverage of nothing": coverageAnswer({ organizations: [] }),
  list: listAnswer(),
  "a list with everything in it": fullList,
  "a list of nothing": listAnswer({ organizations: [] }),
};

test.each(Object.entries(samples))("%s is valid, and has no member that the schema does not name", (_, answer) => {
  expect(problemsOf(answer, validate)).toEqual([]);
  expect(problemsOf(JSON.parse(renderJson(answer, look)))).toEqual([]);
});

test("the samples hold each kind of finding and each outcome of a proof, so that none is untried", () => {
  const found = new Set(fullCoverage.organizations.flatMap(({ findings }) => findings.map(({ kind }) => kind)));
  expect([...found].sort()).toEqual(Object.keys(findingKinds).sort());
  const outcomes = [...within(fullCoverage)].flatMap((each) =>
    isRecord(each) && "outcome" in each ? [each["outcome"]] : [],
  );
  expect([...new Set(outcomes)].sort()).toEqual(Object.keys(proofs).sort());
});

test("random coverages are valid", () => {
  fc.assert(
    fc.property(anyRoster, anyJobs, anyRules, (roster, jobs, rules) => {
      const answer = coverageAnswer({ organizations: [organizationCoverage({ roster, jobs, rules })], unread });
      expect(problemsOf(answer)).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

/** Each answer that lacks one member: with the path of it, array items only by their first. */
function* lacking(value: unknown, path = ""): Generator<readonly [path: string, change: (root: unknown) => unknown]> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* lacking(item, `${path}/${index}`);
  } else if (isRecord(value)) {
    for (const [member, inner] of Object.entries(value)) {
      yield [`${path}/${member}`, (root) => without(root, `${path}/${member}`.split("/").slice(1))];
      yield* lacking(inner, `${path}/${member}`);
    }
  }
}

function without(value: unknown, [first = "", ...others]: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((item, index) => (String(index) === first ? without(item, others) : item));
  if (!isRecord(value)) return value;
  const rest = Object.entries(value).filter(([member]) => others.length > 0 || member !== first);
  return Object.fromEntries(rest.map(([member, each]) => [member, member === first ? without(each, others) : each]));
}

/** Members that an answer need not have, wherever they stand: `parent/member`, with `*` for any parent. */
const optional = new Set([
  ...["name", "email", "displayName", "excluded", "cutover", "exclude", "alias", "userRole", "proof"],
  ...Object.keys(everyMember).filter((member) => member !== "jobId"),
  ...["states", "entityIds", "s3PathPrefix", "startedAfter", "startedBefore", "enabledDate", "disabledDate"],
  ...["etag", "versionId", "lastModified", "sseKmsKeyId", "objectLockMode", "objectLockRetainUntilDate"],
  ...["objectLockLegalHoldStatus", "restoreStatus", "restoreExpiryDate", "deleteMarker", "overwrittenBy"],
]);

/** The same member can be needed here and not there. */
const needed: readonly RegExp[] = [
  /\/(mailboxes|withoutMailbox)\/\d+\/entityId$/,
  /\/mailbox\/entityId$/,
  /\/counts\/excluded$/,
  /^\/leftOut\/\d+\/state$/,
];
const notNeeded: readonly RegExp[] = [
  /^\/unread\/\d+\/(organizationId|region)$/,
  /\/(exclude|latestByEntity)\/[^/]+$/,
  // An unknown mailbox may have a job, and its finding the id of it.
  /\/mailboxes\/\d+\/job$/,
  /\/findings\/\d+\/jobId$/,
];

const isOptional = (path: string) =>
  !needed.some((each) => each.test(path)) &&
  (optional.has(path.split("/").at(-1) ?? "") || notNeeded.some((each) => each.test(path)));

test.each([
  ["coverage", coverageAnswer({ unread, leftOut })],
  ["list", fullList],
])("a %s without any one of the members that are always there is not valid", (_, answer) => {
  const whole: unknown = JSON.parse(JSON.stringify(answer));
  const paths = [...lacking(whole)].filter(([path]) => !isOptional(path));
  expect(paths.length).toBeGreaterThan(50);
  const valid = paths.filter(([, change]) => validate(change(whole))).map(([path]) => path);
  expect(valid).toEqual([]);
});

test("each of the members that are not always there can be missing", () => {
  for (const answer of [coverageAnswer({ unread, leftOut }), fullList]) {
    const whole: unknown = JSON.parse(JSON.stringify(answer));
    const paths = [...lacking(whole)].filter(([path]) => isOptional(path) && !/\/(job|jobId)$/.test(path));
    expect(paths.filter(([, change]) => !validate(change(whole))).map(([path]) => path)).toEqual([]);
  }
});

const [organization] = coverageAnswer().organizations;
const withMailbox = (mailbox: unknown) => ({
  ...coverageAnswer(),
  organizations: [{ ...organization, mailboxes: [mailbox] }],
});
const withFinding = (finding: unknown) => ({
  ...coverageAnswer(),
  organizations: [{ ...organization, findings: [finding] }],
});
const withProof = (proof: unknown) =>
  withMailbox({ entityId: "e", kind: "user", status: "exported", job: { jobId: "j", proof } });
const mailbox = { entityId: "e", kind: "user" };

test.each<readonly [string, unknown]>([
  ["nothing", {}],
  ["another version", { ...coverageAnswer(), schemaVersion: 2 }],
  ["another kind", { ...coverageAnswer(), kind: "gate" }],
  ["a list that is called a coverage", { ...listAnswer(), kind: "coverage" }],
  ["a verdict that there is not", { ...coverageAnswer(), verdict: "done" }],
  [
    "a verdict of an organization that there is not",
    { ...coverageAnswer(), organizations: [{ ...organization, verdict: "" }] },
  ],
  ["a time that is none", { ...coverageAnswer(), askedAt: "yesterday" }],
  ["a count below zero", { ...coverageAnswer(), counts: { ...coverageAnswer().counts, total: -1 } }],
  ["a count of halves", { ...coverageAnswer(), counts: { ...coverageAnswer().counts, total: 1.5 } }],
  ["a reason that there is not", { ...coverageAnswer(), unread: [{ reason: "mood", message: "" }] }],
  ["a status that there is not", withMailbox({ ...mailbox, status: "done", job: { jobId: "j" } })],
  ["exported without a job", withMailbox({ ...mailbox, status: "exported" })],
  ["exported with a doubt", withMailbox({ ...mailbox, status: "exported", job: { jobId: "j" }, doubt: "noStartTime" })],
  ["unproven without what it lacks", withMailbox({ ...mailbox, status: "unproven", job: { jobId: "j" } })],
  ["missing with a job", withMailbox({ ...mailbox, status: "missing", job: { jobId: "j" } })],
  ["unknown without a doubt", withMailbox({ ...mailbox, status: "unknown", job: { jobId: "j" } })],
  ["a job without an id", withMailbox({ ...mailbox, status: "exported", job: {} })],
  ["a finding that there is not", withFinding({ kind: "mailboxLost", mailbox: { entityId: "e" } })],
  ["a finding of a mailbox without one", withFinding({ kind: "mailboxMissing" })],
  ["a finding of a job without its id", withFinding({ kind: "mailboxRunning", mailbox: { entityId: "e" } })],
  ["an exclusion without a reason", withFinding({ kind: "mailboxExcluded", mailbox: { entityId: "e" } })],
  ["an unused exclusion without why", withFinding({ kind: "exclusionUnused", exclusion: "e" })],
  ["a proof without an outcome", withProof({ bucket: "b", key: "k" })],
  ["a proof without its size", withProof({ outcome: "proven", bucket: "b", key: "k", storageClass: "STANDARD" })],
  ["a denied proof without why", withProof({ outcome: "denied", bucket: "b", key: "k" })],
  ["an unlocated proof without why", withProof({ outcome: "unlocated" })],
])("%s is not valid", (_, answer) => {
  expect(problemsOf(answer, validate)).not.toEqual([]);
});

test("a member that the schema does not know is valid, as a later one may be; the strict copy finds it", () => {
  const later = { ...coverageAnswer(), later: true };
  expect(problemsOf(later, validate)).toEqual([]);
  expect(problemsOf(later)).not.toEqual([]);
  const deep = withMailbox({ ...mailbox, status: "missing", later: true });
  expect(problemsOf(deep, validate)).toEqual([]);
  expect(problemsOf(deep)).not.toEqual([]);
});

test("the state of a job is any text; those that AWS documents are examples", () => {
  const examples = [...within(answerSchema)].flatMap((each) =>
    isRecord(each) && "examples" in each ? [each["examples"]] : [],
  );
  expect(examples).toHaveLength(1);
  expect(examples[0]).toEqual(expect.arrayContaining([...mailboxExportJobStates]));
});

test("the schema has an id, a title, and a description for each thing that it defines", () => {
  expect(answerSchema).toMatchObject({
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: "urn:pulumi-workmail-exports:answer:1",
    title: expect.any(String),
    description: expect.any(String),
  });
  const definitions = isRecord(answerSchema) && isRecord(answerSchema["$defs"]) ? answerSchema["$defs"] : {};
  expect(Object.entries(definitions).filter(([, each]) => !isRecord(each) || !("description" in each))).toEqual([]);
});
