import type { Render } from "./format";
import { type Case, type Outcome, type Suite, suitesOf } from "./junitSuites";
import { type XmlElement, xmlDocument } from "./xml";

/**
 * The answer as a JUnit report, for what shows the results of tests: Jenkins, GitLab, reporters of GitHub. An
 * organization is a suite.
 *
 * - Of a coverage each mailbox is a case. One that is exported passes; one that is not is a `failure`, one of which it
 *   cannot be told an `error`, each with the kind of its finding as the type; one that is excluded is `skipped`, with the
 *   reason. An organization without mailboxes, or one that could not be read, is an `error` of its own, and so is an
 *   answer without any organization: a report passes exactly where the verdict is `complete`.
 * - Of a list each job is a case. COMPLETED passes, unless S3 showed that its archive is not there (`failure`) or did not
 *   tell (`error`); FAILED and CANCELLED are a `failure`; RUNNING is `skipped`, since nothing is wrong with it yet; any
 *   other state, or none, is an `error`. A list without jobs has a suite without cases.
 * - An organization that was left out is a `skipped` case.
 *
 * Notes stand in the suite's `system-out`. The time of a case is 0: to look at a mailbox takes none. Timestamps are UTC,
 * without a zone, as the format wants them. What XML cannot hold becomes U+FFFD.
 *
 * @internal
 */
export const renderJunit: Render = (answer) => {
  const suites = suitesOf(answer);
  const cases = suites.flatMap((suite) => suite.cases);
  return xmlDocument({
    name: "testsuites",
    attributes: { name: "workmail-exports", ...counts(cases) },
    content: suites.map(suiteElement),
  });
};

function suiteElement({ name, timestamp, properties, cases, notes }: Suite, id: number): XmlElement {
  const given = Object.entries(properties).flatMap(([property, value]) =>
    value === undefined ? [] : [{ name: "property", attributes: { name: property, value } }],
  );
  return {
    name: "testsuite",
    attributes: {
      id: String(id),
      name,
      timestamp: timestamp.slice(0, "2026-11-24T12:00:00".length),
      ...counts(cases),
      skipped: count(cases, "skipped"),
    },
    content: [
      ...(given.length > 0 ? [{ name: "properties", attributes: {}, content: given }] : []),
      ...cases.map((each) => caseElement(each, name)),
      ...(notes.length > 0 ? [{ name: "system-out", attributes: {}, content: notes.join("\n") }] : []),
    ],
  };
}

/** The root has no place for how many were skipped. */
function counts(cases: readonly Case[]) {
  return {
    tests: String(cases.length),
    failures: count(cases, "failure"),
    errors: count(cases, "error"),
    time: "0",
  };
}

function count(cases: readonly Case[], outcome: Outcome): string {
  return String(cases.filter((each) => each.outcome === outcome).length);
}

function caseElement(each: Case, classname: string): XmlElement {
  const { name, outcome, type, message = "", text = "" } = each;
  const attributes = { ...(type !== undefined && { type }), message };
  return {
    name: "testcase",
    attributes: { classname, name, time: "0" },
    content: outcome === "passed" ? [] : [{ name: outcome, attributes, content: text }],
  };
}
