import { jobsInOutputs } from "../../../provider/cli/sources/stackOutputs";
import { organizationId } from "../../support/organization";

const region = "us-east-1";
const job = { jobId: "job-1", entityId: "entity-0000001", state: "COMPLETED", startTime: "2026-11-10T08:00:00.000Z" };
const { jobId, ...remembered } = job;

function found(outputs: unknown, warnings: string[] = []) {
  return jobsInOutputs("outputs.json", JSON.stringify(outputs), (message) => warnings.push(message));
}

test.each([
  ["the result of getMailboxExportJobs", { organizationId, region, jobs: [job], ids: [jobId], counts: { total: 1 } }],
  ["what a MailboxExportJobs holds", { organizationId, region, jobsById: { [jobId]: remembered } }],
])("%s says whose they are", (_what, value) => {
  const expected = [{ by: "stack", organizationId, region, jobs: [job] }];
  expect(found({ exports: value })).toEqual(expected);
  expect(found({ url: "https://example.com", all: { of: [{ prod: value }] } })).toEqual(expected);
});

test("a bare list of jobs does not say whose they are", () => {
  expect(found({ jobs: [job] })).toEqual([{ by: "stack", organizationId: undefined, region: undefined, jobs: [job] }]);
});

test("times come in UTC, and what is no member of a job is left out", () => {
  const told = { ...job, startTime: "2026-11-10T10:00:00+02:00", colour: "red" };
  expect(found({ jobs: [told] })[0]?.jobs).toEqual([job]);
});

test("a secret beside the jobs is warned of, and one in their place is an error: both say how to see it", () => {
  const warnings: string[] = [];
  expect(found({ apiKey: "[secret]", jobs: [job] }, warnings)).toHaveLength(1);
  expect(warnings).toEqual([expect.stringMatching(/apiKey is secret, .*--show-secrets/)]);
  expect(() => found({ apiKey: "[secret]", jobs: "[secret]" })).toThrow(
    /have no mailbox export jobs in them: apiKey, jobs are secret, .*--show-secrets/,
  );
});

test("outputs without jobs are an error that says what to export, and so is an empty list", () => {
  expect(() => found({ url: "x" })).toThrow(/have no mailbox export jobs in them: export the jobs/);
  expect(() => found({ jobs: [] })).toThrow(/have no mailbox export jobs/);
});

test("an organization without jobs is known to have none", () => {
  expect(found({ exports: { organizationId, region, jobs: [] } })).toEqual([
    { by: "stack", organizationId, region, jobs: [] },
  ]);
});

test("a job that is none is an error that names the output", () => {
  expect(() => found({ jobs: [{ ...job, startTime: "yesterday" }] })).toThrow(
    /outputs\.json: jobs: .*startTime must be an RFC 3339 time/s,
  );
});

test("jobs within something of one organization are that one's, whatever the list is called", () => {
  const coverage = { organizationId, region, verdict: "complete", jobsWithoutMailbox: [job] };
  expect(found({ coverage })).toEqual([{ by: "stack", organizationId, region, jobs: [job] }]);
});

test("what list --format json printed is taken too, organization by organization", () => {
  const other = `m-${"b".repeat(32)}`;
  const organizations = [organizationId, other].map((id) => ({ organizationId: id, region, jobs: [job] }));
  expect(found({ schemaVersion: 1, kind: "list", organizations })).toEqual([
    { by: "stack", organizationId, region, jobs: [job] },
    { by: "stack", organizationId: other, region, jobs: [job] },
  ]);
});
