import fc from "fast-check";
import { renderNdjson } from "../../../provider/cli/formats/ndjson";
import { coverageAnswer, jobs, listAnswer, organizationCoverage, organizationId, region } from "../../support/answers";
import { askPython } from "./askPython";
import { hostileCoverage, hostileList, look } from "./hostile";

const linesOf = (text: string): Record<string, unknown>[] =>
  text
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line));

const unread = [{ organizationId: "m-1", region: "eu-west-1", reason: "accessDenied", message: "no" }] as const;
const leftOut = [{ organizationId: "m-2", region, state: "Deleted" }];

test("a list begins with its summary, and has a line for each organization and each job", () => {
  const answer = listAnswer({ leftOut });
  const [summary, organization, ...others] = linesOf(renderNdjson(answer, look));
  const { schemaVersion, kind, askedAt, counts } = answer;
  expect(summary).toEqual({ type: "summary", schemaVersion, kind, askedAt, counts });
  expect(organization).toMatchObject({
    type: "organization",
    organizationId,
    region,
    includeDetails: false,
    prove: false,
  });
  expect(organization).not.toHaveProperty("jobs");
  const sorted = answer.organizations.flatMap((each) => each.jobs);
  expect(others).toEqual([
    ...sorted.map((job) => ({ type: "job", organizationId, region, ...job })),
    { type: "leftOut", ...leftOut[0] },
  ]);
  expect(sorted).toHaveLength(jobs.length);
});

test("the lines of a coverage hold all of it", () => {
  const answer = coverageAnswer({
    organizations: [organizationCoverage(), organizationCoverage({ id: "m-3", roster: [] })],
    unread,
    leftOut,
  });
  const lines = linesOf(renderNdjson(answer, look));
  const of = (type: string, id?: string) =>
    lines
      .filter((line) => line["type"] === type && (id === undefined || line["organizationId"] === id))
      .map(({ type: _, ...rest }) => rest);
  const { organizations, ...rest } = answer;
  const [summary] = lines;
  expect({ ...summary, unread: of("unread"), leftOut: of("leftOut") }).toEqual({ type: "summary", ...rest });
  for (const { mailboxes, findings, withoutMailbox, jobsWithoutMailbox, ...organization } of organizations) {
    const id = organization.organizationId;
    const where = { organizationId: id, region };
    expect(of("organization", id)).toEqual([organization]);
    expect(of("mailbox", id)).toEqual(mailboxes.map((each) => ({ ...where, ...each })));
    expect(of("finding", id)).toEqual(findings.map((each) => ({ ...where, ...each })));
    expect(of("withoutMailbox", id)).toEqual(withoutMailbox.map((each) => ({ ...where, ...each })));
    expect(of("jobWithoutMailbox", id)).toEqual(jobsWithoutMailbox.map((each) => ({ ...where, ...each })));
  }
});

test("a member called type does not hide what a line is", () => {
  const [organization] = listAnswer().organizations;
  const job = { jobId: "job", type: "summary", organizationId: "m-other" };
  const answer = listAnswer({ organizations: organization ? [{ ...organization, jobs: [job] }] : [] });
  expect(linesOf(renderNdjson(answer, look)).at(-1)).toMatchObject({ type: "job", organizationId, jobId: "job" });
});

/** Each end of a line that Unicode knows, and JSON does not escape in any case. */
const anyLineEnd = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/;

test("an object is one line, also for readers that end lines at more than a line feed", () => {
  fc.assert(
    fc.property(fc.oneof(hostileCoverage, hostileList), (answer) => {
      const text = renderNdjson(answer, look);
      expect(text.split(anyLineEnd)).toEqual(text.split("\n"));
      expect(text.isWellFormed()).toBe(true);
      expect(linesOf(text).every(({ type }) => typeof type === "string")).toBe(true);
    }),
  );
});

test("Python reads the same objects, line by line", async () => {
  const texts = fc.sample(fc.oneof(hostileCoverage, hostileList), 30).map((answer) => renderNdjson(answer, look));
  const script = "answer = [[json.loads(line) for line in text.splitlines()] for text in given]";
  expect(await askPython(script, texts)).toEqual(texts.map(linesOf));
});
