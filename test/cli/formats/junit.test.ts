import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import type { Answer } from "../../../provider/cli/answer";
import { renderJunit } from "../../../provider/cli/formats/junit";
import { type Outcome, suitesOf } from "../../../provider/cli/formats/junitSuites";
import { isOpen } from "../../../provider/cli/formats/words";
import type { MailboxExportJob } from "../../../provider/model";
import { jobs as anyJobs, roster as anyRoster, rules as anyRules } from "../../exports/organizations";
import { askedAt, coverageAnswer, listAnswer, organizationCoverage, region } from "../../support/answers";
import { proofs } from "../../support/proofs";
import { askPython } from "./askPython";
import { hostileCoverage, hostileList, look } from "./hostile";

const schema = readFileSync(join(__dirname, "../../support/junit/junit.xsd"), "utf8");

const unread = [
  { organizationId: "m-1", region: "eu-west-1", reason: "accessDenied", message: "first\nsecond" },
  { region: "us-west-2", reason: "timeout", message: "too late" },
] as const;
const leftOut = [{ organizationId: "m-2", region, state: "Deleted", alias: "old" }];

const samples: Readonly<Record<string, Answer>> = {
  coverage: coverageAnswer({ unread, leftOut }),
  "a coverage without mailboxes": coverageAnswer({ organizations: [organizationCoverage({ roster: [] })] }),
  "a coverage without organizations": coverageAnswer({ organizations: [] }),
  list: listAnswer({ leftOut }),
  "a list without organizations": listAnswer({ organizations: [] }),
};

/** What libxml says against each text by the schema of these tests; nothing, of a valid one. */
async function problemsOf(texts: readonly string[]): Promise<unknown> {
  const script = `
from lxml import etree
schema = etree.XMLSchema(etree.fromstring(given["schema"].encode()))
def problems(text):
    try:
        tree = etree.fromstring(text.encode(), etree.XMLParser(huge_tree=True))
    except etree.XMLSyntaxError as error:
        return [str(error)]
    schema.validate(tree)
    return [str(error) for error in schema.error_log]
answer = [problems(text) for text in given["texts"]]`;
  return askPython(script, { schema, texts });
}

/** What junitparser, which shares no code with us, finds in each text. */
async function readByJunitparser(texts: readonly string[]): Promise<unknown> {
  const script = `
from junitparser import JUnitXml
def case(case):
    first = next(iter(case.result), None)
    return None if first is None else [type(first).__name__.lower(), first.type, first.message, first.text]
def suite(suite):
    cases = {each.name: case(each) for each in suite}
    return [suite.name, suite.tests, suite.failures, suite.errors, suite.skipped, cases, suite._elem.findtext("system-out")]
def report(text):
    xml = JUnitXml.fromstring(text.encode())
    return [xml.tests, xml.failures, xml.errors, [suite(each) for each in xml]]
answer = [report(text) for text in given]`;
  return askPython(script, texts);
}

/** The same, by the suites that were rendered. */
function expectedReport(answer: Answer): unknown {
  const suites = suitesOf(answer);
  const count = (cases: readonly { outcome: Outcome }[], outcome: Outcome) =>
    cases.filter((each) => each.outcome === outcome).length;
  const all = suites.flatMap(({ cases }) => cases);
  return [
    all.length,
    count(all, "failure"),
    count(all, "error"),
    suites.map(({ name, cases, notes }) => [
      inAttribute(name),
      cases.length,
      count(cases, "failure"),
      count(cases, "error"),
      count(cases, "skipped"),
      Object.fromEntries(
        cases.map(({ name: called, outcome, type, message = "", text = "" }) => [
          inAttribute(called),
          outcome === "passed"
            ? null
            : [outcome, type === undefined ? null : inAttribute(type), inAttribute(message), inText(text) || null],
        ]),
      ),
      inText(notes.join("\n")) || null,
    ]),
  ];
}

/** What XML 1.0 has no characters for; see its production [2]. */
const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

function inText(text: string): string {
  return text.replace(forbidden, "\ufffd").replace(/\r\n?/g, "\n");
}

function inAttribute(text: string): string {
  return text.replace(forbidden, "\ufffd").replace(/[\t\r\n]+/g, " ");
}

test("the schema of these tests finds fault where there is some", async () => {
  const report = renderJunit(coverageAnswer(), look);
  const broken = [
    report.replace('tests="8"', ""),
    report.replace("<testcase", "<case").replace("/>", "/>"),
    report.replace('errors="1"', 'errors="one"'),
    report.replace('timestamp="2026-11-24T12:00:00"', 'timestamp="2026-11-24T12:00:00.000Z"'),
    report.replace("</failure>", "</failure><skipped message='too'/>"),
    report.replaceAll(/name="\S+@example.com[^"]*"/g, 'name="same"'),
    report.replace('type="mailboxRunning"', ""),
  ];
  const problems = await problemsOf(broken);
  expect(problems).toEqual(broken.map(() => expect.arrayContaining([expect.any(String)])));
});

test.each(Object.entries(samples))("%s is valid, and junitparser reads it as it was meant", async (_, answer) => {
  const report = renderJunit(answer, look);
  expect(await problemsOf([report])).toEqual([[]]);
  expect(await readByJunitparser([report])).toEqual([expectedReport(answer)]);
});

test("hostile answers are valid, and each text comes back as XML can hold it", async () => {
  const answers = fc.sample(fc.oneof(hostileCoverage, hostileList), 100);
  const reports = answers.map((answer) => renderJunit(answer, look));
  expect(await problemsOf(reports)).toEqual(answers.map(() => []));
  expect(await readByJunitparser(reports)).toEqual(answers.map(expectedReport));
});

test("each mailbox is a case: exported passes, open ones fail or err with the kind of their finding", () => {
  const [suite] = suitesOf(coverageAnswer());
  expect(suite?.name).toBe(`${region}.m-0123456789abcdef0123456789abcdef`);
  expect(suite?.timestamp).toBe(askedAt);
  expect(suite?.cases.map(({ name, outcome, type }) => [name, outcome, type])).toEqual([
    ["alice@example.com (entity-0000001)", "passed", undefined],
    ["bob@example.com (entity-0000002)", "failure", "mailboxRunning"],
    ["dora@example.com (entity-0000006)", "error", "mailboxUnknown"],
    ["erik@example.com (entity-0000007)", "failure", "mailboxMissing"],
    ["formula@example.com (entity-0000005)", "failure", "mailboxStale"],
    ["room@example.com (entity-0000008)", "skipped", undefined],
    ["rtl@example.com (entity-0000004)", "failure", "mailboxCancelled"],
    ["wide@example.com (entity-0000003)", "failure", "mailboxFailed"],
  ]);
  expect(suite?.notes).toEqual([
    expect.stringContaining("job-7"),
    expect.stringContaining("job-8"),
    expect.stringContaining("ghost@example.com"),
  ]);
});

test("what was not read is an error, and what was left out is skipped", () => {
  const [, first, second, third, ...others] = suitesOf(coverageAnswer({ unread, leftOut }));
  expect(others).toEqual([]);
  expect(first).toMatchObject({
    name: "eu-west-1.m-1",
    cases: [{ outcome: "error", type: "accessDenied", message: "first", text: "first\nsecond" }],
  });
  expect(second).toMatchObject({ name: "us-west-2.organizations", cases: [{ outcome: "error", type: "timeout" }] });
  expect(third).toMatchObject({ name: `${region}.m-2`, cases: [{ outcome: "skipped" }] });
});

const job = (change: Partial<MailboxExportJob>): MailboxExportJob => ({ jobId: "job", ...change });

test.each([
  [job({ state: "COMPLETED" }), "passed"],
  [job({ state: "RUNNING" }), "skipped"],
  [job({ state: "FAILED" }), "failure"],
  [job({ state: "CANCELLED" }), "failure"],
  [job({ state: "NEW" }), "error"],
  [job({ state: "constructor" }), "error"],
  [job({}), "error"],
  [job({ state: "RUNNING", lostFromSight: "accessDenied" }), "error"],
  [job({ state: "COMPLETED", proof: proofs.proven }), "passed"],
  [job({ state: "COMPLETED", proof: proofs.gone }), "failure"],
  [job({ state: "COMPLETED", proof: proofs.empty }), "failure"],
  [job({ state: "COMPLETED", proof: proofs.wrongKey }), "failure"],
  [job({ state: "COMPLETED", proof: proofs.denied }), "error"],
  [job({ state: "COMPLETED", proof: proofs.unreachable }), "error"],
  [job({ state: "COMPLETED", proof: proofs.unlocated }), "error"],
])("of a list the job %j is %s", (given, outcome) => {
  const [organization] = listAnswer().organizations;
  const answer = listAnswer({ organizations: organization ? [{ ...organization, jobs: [given] }] : [] });
  expect(suitesOf(answer).flatMap(({ cases }) => cases.map((each) => each.outcome))).toEqual([outcome]);
});

const randomCoverage = fc.array(fc.tuple(anyRoster, anyJobs, anyRules), { maxLength: 3 }).map((all) =>
  coverageAnswer({
    organizations: all.map(([roster, jobs, rules], index) =>
      organizationCoverage({ id: `m-${index}`, roster, jobs, rules }),
    ),
  }),
);

test("a report passes exactly where the verdict is complete, and has a case for each mailbox", () => {
  fc.assert(
    fc.property(randomCoverage, (answer) => {
      const cases = suitesOf(answer).flatMap((suite) => suite.cases);
      const outcomes = new Set(cases.map(({ outcome }) => outcome));
      expect(!outcomes.has("failure") && !outcomes.has("error")).toBe(answer.verdict === "complete");
      expect(outcomes.has("failure")).toBe(answer.verdict === "incomplete");
      const mailboxes = answer.organizations.flatMap((each) => each.mailboxes);
      const none = answer.organizations.flatMap(({ findings }) =>
        findings.filter(({ kind }) => kind === "noMailboxes"),
      );
      const nothing = answer.organizations.length === 0 ? 1 : 0;
      expect(cases).toHaveLength(mailboxes.length + none.length + nothing);
      const open = mailboxes.filter(isOpen).length;
      const wrong = cases.filter(({ outcome, type }) => /failure|error/.test(outcome) && !/^no[MO]/.test(type ?? ""));
      expect(wrong).toHaveLength(open);
    }),
    { numRuns: 500 },
  );
});

test("random coverages are valid reports", async () => {
  const reports = fc.sample(randomCoverage, 100).map((answer) => renderJunit(answer, look));
  expect(await problemsOf(reports)).toEqual(reports.map(() => []));
});
