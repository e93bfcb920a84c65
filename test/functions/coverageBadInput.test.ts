import { InvalidArgumentsError, MailboxExportsError } from "../../provider/errors";
import { getMailboxExportCoverage } from "../../provider/functions/getMailboxExportCoverage";
import {
  contextOf,
  now,
  organizationId,
  region,
  rejectionOf,
  withAwsEnvironment,
  workMailWith,
} from "../support/organization";

withAwsEnvironment();

const context = { ...contextOf(), now: () => new Date(now) };
const job = { jobId: "job-1", entityId: "alice-id-0001", state: "COMPLETED", startTime: "2026-11-01T00:00:00Z" };

const cases: readonly (readonly [string, Record<string, unknown>, RegExp])[] = [
  ["cutover", { cutover: "" }, /^cutover must be an RFC 3339 time with its offset.*; got ''$/],
  ["a day as cutover", { cutover: "2026-11-20" }, /^cutover must be an RFC 3339 time/],
  ["a cutover without its offset", { cutover: "2026-11-20T00:00:00" }, /^cutover must be an RFC 3339 time/],
  ["a day that there is not", { cutover: "2026-02-30T00:00:00Z" }, /^cutover must be/],
  ["a Date as cutover", { cutover: new Date(0) }, /^cutover must be .*; got 1970-01-01T00:00:00\.000Z$/],
  ["a number as cutover", { cutover: 1_764_000_000 }, /^cutover must be/],
  ["null as cutover", { cutover: null }, /^cutover must be .*; got null$/],

  ["a list of excluded ones", { exclude: ["a"] }, /^exclude must be an object of reasons by the id, email or name/],
  ["a text as exclude", { exclude: "a" }, /^exclude must be .*; got 'a'$/],
  ["null as exclude", { exclude: null }, /^exclude must be .*; got null$/],
  ["a Map as exclude", { exclude: new Map([["a", "left"]]) }, /^exclude must be .*; got Map/],
  ["a Date as exclude", { exclude: new Date(0) }, /^exclude must be/],
  ["an exclusion without a reason", { exclude: { a: "" } }, /^exclude must be .*; got \{ a: '' \}$/],
  ["an exclusion with a blank reason", { exclude: { a: " \n" } }, /^exclude must be/],
  ["an exclusion whose reason is true", { exclude: { a: true } }, /^exclude must be .*; got \{ a: true \}$/],
  ["an exclusion of nobody", { exclude: { "": "left" } }, /^exclude must be/],
  ["an exclusion whose reason is undefined", { exclude: { a: undefined } }, /^exclude must be/],

  [
    "jobs by id",
    { jobs: { "job-1": job } },
    /^jobs must be a list of mailbox export jobs, such as jobs of a MailboxExportJobs; got a value of type object$/,
  ],
  ["a text as jobs", { jobs: "job-1" }, /^jobs must be a list .*; got a text of 5 characters$/],
  ["null as jobs", { jobs: null }, /^jobs must be a list .*; got a value of type object$/],
  ["a Set of jobs", { jobs: new Set([job]) }, /^jobs must be a list/],
  ["null in jobs", { jobs: [job, null] }, /^jobs\[1\] must be a mailbox export job; got null$/],
  ["undefined in jobs", { jobs: [undefined] }, /^jobs\[0\] is required: a mailbox export job$/],
  ["a hole in jobs", { jobs: sparse() }, /^jobs\[0\] is required: a mailbox export job$/],
  ["a text in jobs", { jobs: ["job-1"] }, /^jobs\[0\] must be a mailbox export job; got 'job-1'$/],
  ["a list in jobs", { jobs: [[job]] }, /^jobs\[0\] must be a mailbox export job/],
  ["a job without id", { jobs: [{ state: "COMPLETED" }] }, /^jobs\[0\]\.jobId is required: the id of a job/],
  ["a job as on the wire", { jobs: [{ JobId: "job-1" }] }, /^jobs\[0\]\.jobId is required/],
  ["an empty job id", { jobs: [{ jobId: "" }] }, /^jobs\[0\]\.jobId must be the id of a job.*; got ''$/],
  ["a job id that is a number", { jobs: [{ jobId: 7 }] }, /^jobs\[0\]\.jobId must be the id of a job.*; got 7$/],
  ["a job id that is no key", { jobs: [{ jobId: "__proto__" }] }, /^jobs\[0\]\.jobId must be the id of a job/],
  ["a job id of two lines", { jobs: [{ jobId: "job\n1" }] }, /^jobs\[0\]\.jobId must be .*; got 'job\\n1'$/],
  ["an entity id that is a number", { jobs: [{ ...job, entityId: 7 }] }, /^jobs\[0\]\.entityId must be a text; got 7$/],
  [
    "an entity id that is null",
    { jobs: [{ ...job, entityId: null }] },
    /^jobs\[0\]\.entityId must be a text; got null$/,
  ],
  ["a state that is a number", { jobs: [{ ...job, state: 5 }] }, /^jobs\[0\]\.state must be a text; got 5$/],
  ["a state that is an object", { jobs: [{ ...job, state: {} }] }, /^jobs\[0\]\.state must be a text; got \{\}$/],
  [
    "a start that is no time",
    { jobs: [job, { ...job, startTime: "yesterday" }] },
    /^jobs\[1\]\.startTime must be an RFC 3339 time.*; got 'yesterday'$/,
  ],
  [
    "a start without its offset",
    { jobs: [{ ...job, startTime: "2026-11-20T00:00:00" }] },
    /^jobs\[0\]\.startTime must/,
  ],
  ["a start that is a year", { jobs: [{ ...job, startTime: "2026" }] }, /^jobs\[0\]\.startTime must/],
  ["a start that is a Date", { jobs: [{ ...job, startTime: new Date(0) }] }, /^jobs\[0\]\.startTime must/],
  ["a start that is a number", { jobs: [{ ...job, startTime: 1_764_000_000 }] }, /^jobs\[0\]\.startTime must/],
  [
    "a start beyond the year 9999",
    { jobs: [{ ...job, startTime: "9999-12-31T23:59:59-01:00" }] },
    /^jobs\[0\]\.startTime must/,
  ],
  ["an end that is no time", { jobs: [{ ...job, endTime: "soon" }] }, /^jobs\[0\]\.endTime must be an RFC 3339 time/],
  [
    "progress that is a text",
    { jobs: [{ ...job, estimatedProgress: "5" }] },
    /^jobs\[0\]\.estimatedProgress must be a number; got '5'$/,
  ],
  [
    "progress that is no number",
    { jobs: [{ ...job, estimatedProgress: Number.NaN }] },
    /^jobs\[0\]\.estimatedProgress/,
  ],
  ["a mark that is true", { jobs: [{ ...job, lostFromSight: true }] }, /^jobs\[0\]\.lostFromSight must be a text/],
  [
    "one job of two mailboxes",
    { jobs: [job, { jobId: "2" }, { ...job, entityId: "bob-id-0001" }] },
    /^jobs\[2\]\.entityId must be 'alice-id-0001' as in an earlier entry of the job job-1; got 'bob-id-0001'$/,
  ],
  [
    "one job with two starts",
    { jobs: [job, { ...job, startTime: "2026-11-23T00:00:00Z" }] },
    /^jobs\[1\]\.startTime must be '2026-11-01T00:00:00\.000Z' as in an earlier entry/,
  ],
  [
    "one job in two buckets",
    { jobs: [{ ...job, s3BucketName: "a" }, job, { ...job, s3BucketName: "b" }] },
    /^jobs\[2\]\.s3BucketName must be 'a' as in an earlier entry/,
  ],

  [
    "a misspelt option",
    { cutOver: "2026-11-20T00:00:00Z" },
    /^cutOver is not an argument here; did you mean cutover\?$/,
  ],
  ["excludes", { excludes: {} }, /^excludes is not an argument here; did you mean exclude\?$/],
  ["a filter", { states: ["COMPLETED"] }, /^states is not an argument here/],
  ["pageSize", { pageSize: 101 }, /^pageSize must be a whole number from 1 to 100; got 101$/],
  ["no organization", { organizationId: undefined }, /^organizationId is required/],
];

function sparse(): unknown[] {
  const jobs: unknown[] = [];
  jobs.length = 1;
  return jobs;
}

test.each(cases)("%s is one clear error, and nothing is sent", async (_name, wrong, reason) => {
  const { emulator } = await workMailWith(1);
  const args = { organizationId, region, endpoint: emulator.url, ...wrong };
  const error = await rejectionOf(getMailboxExportCoverage(args, context));
  expect(error).toBeInstanceOf(InvalidArgumentsError);
  expect(error).toMatchObject({
    subject: "getMailboxExportCoverage",
    failures: [{ property: expect.stringMatching(/\S/), reason: expect.stringMatching(reason) }],
  });
  expect(emulator.requests).toEqual([]);
});

test.each([undefined, null, "m-1", 7, []])("%j instead of arguments is one clear error", async (args) => {
  expect(await rejectionOf(getMailboxExportCoverage(args, context))).toMatchObject({
    failures: [{ reason: expect.stringMatching(/^the arguments must be an object; got /) }],
  });
});

test("all that is wrong is said at once, in options and in jobs", async () => {
  const args = { organizationId, cutover: "now", exclude: [], jobs: [{ jobId: "a", state: 5, entityId: 7 }, null] };
  expect(await rejectionOf(getMailboxExportCoverage(args, context))).toMatchObject({
    failures: ["cutover", "exclude", "jobs[0].entityId", "jobs[0].state", "jobs[1]"].map((property) => ({ property })),
  });
});

test("of very many wrong jobs ten are told of, and how many more there are", async () => {
  const jobs = Array.from({ length: 1000 }, () => ({ jobId: "" }));
  const error = await rejectionOf(getMailboxExportCoverage({ organizationId, jobs }, context));
  expect(error).toMatchObject({ failures: { length: 11 } });
  expect(String(error)).toMatch(/- jobs\[9\]\.jobId must be .*\n {2}- jobs: 990 more of this kind$/);
});

test("a remembered job that WorkMail says is of somebody else is an error that names the job", async () => {
  const { emulator } = await workMailWith([
    { jobId: "job-1", entityId: "bob-id-00001", startTime: "2026-11-23T00:00:00Z" },
  ]);
  const args = { organizationId, region, endpoint: emulator.url, jobs: [{ ...job, startTime: undefined }] };
  const error = await rejectionOf(getMailboxExportCoverage(args, context));
  expect(error).toBeInstanceOf(MailboxExportsError);
  expect(error).toMatchObject({
    message: expect.stringMatching(/^The job job-1 is remembered as an export of alice-id-0001.*bob-id-00001/),
  });
});

test("what a job may lack, or have beyond the model, is no error", async () => {
  const { emulator } = await workMailWith([]);
  const jobs = [
    { jobId: "1" },
    { ...job, jobId: "2", entityId: undefined, state: "", description: "", note: { by: () => "hand" } },
    Object.assign(Object.create(null), job),
  ];
  const args = { organizationId, region, endpoint: emulator.url, jobs, cutover: undefined, exclude: undefined };
  const { jobsWithoutMailbox } = await getMailboxExportCoverage(args, context);
  expect(jobsWithoutMailbox.map(({ jobId }) => jobId).sort()).toEqual(["1", "2", "job-1"]);
  for (const each of jobsWithoutMailbox) expect(each).not.toHaveProperty("note");
});
