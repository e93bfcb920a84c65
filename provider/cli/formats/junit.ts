import { create } from "xmlbuilder2";
import type { Render } from "./format";
import { type Case, type Outcome, type Suite, suitesOf } from "./junitSuites";

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
  const testsuites = {
    "@name": "workmail-exports",
    ...counted(suites.flatMap(({ cases }) => cases)),
    testsuite: suites.map(suiteElement),
  };
  const document = create({ version: "1.0", encoding: "UTF-8", invalidCharReplacement: "\ufffd" }, { testsuites });
  return `${document.end({ prettyPrint: true })}\n`;
};

function suiteElement({ name, timestamp, properties, cases, notes }: Suite, id: number) {
  const given = Object.entries(properties).flatMap(([property, value]) =>
    value === undefined ? [] : [{ "@name": property, "@value": attribute(value) }],
  );
  return {
    "@id": String(id),
    "@name": attribute(name),
    "@timestamp": timestamp.slice(0, "2026-11-24T12:00:00".length),
    ...counted(cases),
    "@skipped": count(cases, "skipped"),
    ...(given.length > 0 && { properties: { property: given } }),
    testcase: cases.map((each) => caseElement(each, name)),
    ...(notes.length > 0 && { "system-out": { "#": text(notes.join("\n")) } }),
  };
}

/** The document type has no place for skipped ones at the root. */
function counted(cases: readonly Case[]) {
  return {
    "@tests": String(cases.length),
    "@failures": count(cases, "failure"),
    "@errors": count(cases, "error"),
    "@time": "0",
  };
}

function count(cases: readonly Case[], outcome: Outcome): string {
  return String(cases.filter((each) => each.outcome === outcome).length);
}

function caseElement(each: Case, classname: string) {
  return {
    "@classname": attribute(classname),
    "@name": attribute(each.name),
    "@time": "0",
    ...(each.outcome !== "passed" && { [each.outcome]: outcomeElement(each) }),
  };
}

function outcomeElement({ type, message = "", text: body }: Case) {
  return {
    ...(type !== undefined && { "@type": attribute(type) }),
    "@message": attribute(message),
    ...(body !== undefined && { "#": text(body) }),
  };
}

/** A line end in an attribute is read as a space; here it is one already. */
function attribute(value: string): string {
  return value.replace(/[\t\r\n]+/g, " ");
}

/** A carriage return is read as a line feed; here it is one already. */
function text(value: string): string {
  return value.replace(/\r\n?/g, "\n");
}
