import type { RecordedRequest } from "../../provider/emulator";
import { requireOnlyReads, requireSame } from "../../tools/demo/checks";
import { figuresOf, inWords } from "../../tools/demo/figures";
import { movesBetween, movesInWords } from "../../tools/demo/movesBetween";
import { changedJobs } from "../../tools/demo/output/changedJobs";
import { linesOf, parseOutput } from "../../tools/demo/output/parseOutput";
import { refusal } from "../../tools/demo/output/refusal";
import { shownValue } from "../../tools/demo/output/shownValue";
import { changedOutputs, changes, failure, outcome, summary, summaryWithOutputs } from "../../tools/demo/output/views";

const drift = `Previewing update (demo):
@ previewing update....
  pulumi:pulumi:Stack: (same)
    [urn=urn:pulumi:demo::p::pulumi:pulumi:Stack::p-demo]
    --outputs:--
    region        : "us-east-1"
    ~ pulumi-nodejs:dynamic/m:Jobs: (update)
        [id=us-east-1/m-1]
      ~ jobsById      : {
            done: {
                entityId    : "a"
                state       : "COMPLETED"
            }
          ~ runs: {
              + endTime     : "2026-11-24T16:00:09.870Z"
                entityId    : "b"
              ~ state       : "RUNNING" => "COMPLETED"
            }
          + starts: {
              + entityId    : "c"
              + state       : "RUNNING"
            }
        }
        organizationId: "m-1"
    ~ pulumi-nodejs:dynamic/m:MailboxExportGuard: (update)
      ~ jobsById      : {
          ~ runs: {
              ~ state       : "RUNNING" => "COMPLETED"
            }
        }
Resources:
    ~ 1 to update
    1 unchanged
`;

test("the tree of an output gives the same lines again", () => {
  const lines = drift.split("\n").filter((line) => line !== "" && !line.includes("[urn") && !line.startsWith("@"));
  expect(linesOf(parseOutput(lines))).toEqual(lines);
});

test("of a drift only what changes is shown, with whose job it is, and the rest is counted", () => {
  const { lines, leftOut } = changes(drift);
  expect(lines.join("\n")).toBe(`    ~ pulumi-nodejs:dynamic/m:Jobs: (update)
      ~ jobsById      : {
          ~ runs: {
                entityId    : "b"
              + endTime     : "2026-11-24T16:00:09.870Z"
              ~ state       : "RUNNING" => "COMPLETED"
            }
          + starts: {
              + entityId    : "c"
              + state       : "RUNNING"
            }
        }
    ~ pulumi-nodejs:dynamic/m:MailboxExportGuard: (update)
Resources:
    ~ 1 to update
    1 unchanged`);
  // Counted are the header, the stack, urn, id, "--outputs:--", region, organizationId, the four lines of the job that is
  // done, and what the guard was given, of which each line stands among the jobs too but its state.
  expect(leftOut).toBe(16);
});

test("the jobs that a drift names", () => {
  expect(changedJobs(drift)).toEqual(["runs", "starts"]);
  expect(changedJobs("Resources:\n    2 unchanged\n")).toEqual([]);
});

test("of a long list the first entries are shown, and how many more there are", () => {
  const entry = (name: string) => [`        ${name}: {`, `            entityId : "${name}"`, "        }"];
  const output = ["Outputs:", "    failedJobs: {", ...["a", "b", "c", "d"].flatMap(entry), "    }", "    total: 4"];
  expect(summary(output.join("\n"))).toEqual({
    lines: [...output.slice(0, 8), "        … 2 more", ...output.slice(-2)],
    leftOut: 6,
  });
});

const rows = ` ~  pulumi-nodejs:dynamic/m:Jobs exports updated (0.09s) [diff: ~jobsById]
    pulumi-nodejs:dynamic/m:Bucket archives
    pulumi:pulumi:Stack p-demo running Reading users and jobs: 324 so far, from 4 pages
Outputs:
  ~ open   : {
      - a@example.com: "failed"
      - b@example.com: "failed"
      - c@example.com: "failed"
      - d@example.com: "failed"
      - e@example.com: "failed"
      - f@example.com: "failed"
      - g@example.com: "failed"
    }
    region : "us-east-1"
  ~ verdict: "incomplete" => "complete"

Resources:
    ~ 1 updated
`;

describe("of an update", () => {
  test("rows and some outputs, or only outputs, or only those that change", () => {
    const row = " ~  pulumi-nodejs:dynamic/m:Jobs exports updated (0.09s) [diff: ~jobsById]";
    const total = ["Resources:", "    ~ 1 updated"];
    expect(summaryWithOutputs("region")(rows).lines).toEqual([row, "Outputs:", '    region : "us-east-1"', ...total]);
    expect(outcome("region")(rows).lines).toEqual(["Outputs:", '    region : "us-east-1"', ...total]);
    expect(outcome("nothing")(rows).lines).toEqual(total);
    expect(changedOutputs(rows).lines).toEqual([
      "Outputs:",
      "  ~ open   : {",
      ...["a", "b", "c"].map((name) => `      - ${name}@example.com: "failed"`),
      "        … 4 more",
      "    }",
      '  ~ verdict: "incomplete" => "complete"',
      ...total,
    ]);
  });

  test("a value as it is shown, or as it becomes", () => {
    expect(shownValue(rows, "verdict")).toBe('"complete"');
    expect(shownValue(rows, "region")).toBe('"us-east-1"');
    expect(shownValue(rows, "nothing")).toBeUndefined();
  });
});

test("of a refusal the reason is shown, the first mailboxes, how many more, and how to go on", () => {
  const mailbox = (name: string) => `      - ${name} (id): No export of the mailbox is known`;
  const output = [
    " -  p:m:Guard guard **deleting failed** error: Refused",
    "Diagnostics:",
    "  p:m:Guard (guard):",
    "    error: Refused, to save mail: of 9 mailboxes 5 are not.",
    ...["a", "b", "c", "d"].map(mailbox),
    "      - and 1 more; it lists them all",
    "    To go on: export.",
    "",
    "Resources:",
  ];
  expect(refusal(output.join("\n"))).toEqual({
    lines: [output[3], mailbox("a"), mailbox("b"), "      … 2 more", output[8], output[9]],
    leftOut: 6,
  });
});

test("of a failure all diagnostics are shown", () => {
  expect(failure("a row\nDiagnostics:\n  error: no\n\n    what to do\n")).toEqual({
    lines: ["Diagnostics:", "  error: no", "", "    what to do"],
    leftOut: 1,
  });
  expect(failure("error: no stack\n")).toEqual({ lines: ["error: no stack"], leftOut: 0 });
});

describe("what moves between two instants", () => {
  const job = (jobId: string, startTime: string, state: "COMPLETED" | "CANCELLED", afterSeconds: number) => ({
    jobId,
    entityId: "entity-0000001",
    startTime,
    end: { state, afterSeconds },
  });
  const jobs = [
    job("quick", "2026-11-24T12:10:00Z", "COMPLETED", 60),
    job("before", "2026-11-24T11:00:00Z", "COMPLETED", 3600),
    job("at the end", "2026-11-24T11:00:00Z", "CANCELLED", 7200),
    job("after", "2026-11-24T13:00:01Z", "COMPLETED", 60),
  ];
  const between = (from: string, to: string) => movesBetween(jobs, new Date(from), new Date(to));

  test("what starts or ends after the first, up to the second", () => {
    const moves = between("2026-11-24T12:00:00Z", "2026-11-24T13:00:00Z");
    expect(moves.jobIds).toEqual(["at the end", "quick"]);
    expect(movesInWords(moves)).toBe("1 export completed, 1 cancelled, 1 started");
  });

  test("nothing", () => {
    const moves = between("2026-11-24T12:00:00Z", "2026-11-24T12:01:00Z");
    expect(moves.jobIds).toEqual([]);
    expect(movesInWords(moves)).toBe("no export moved on");
  });
});

describe("what was asked of WorkMail", () => {
  const asked = (...operations: string[]): RecordedRequest[] =>
    operations.map((operation) => ({
      operation,
      body: {},
      region: "us-east-1",
      accessKeyId: "pulumi",
      status: 200,
      errorCode: undefined,
      fault: undefined,
    }));
  const words = (...operations: string[]) => inWords(figuresOf(asked(...operations)));

  test("is counted whatever it was", () => {
    expect(words()).toBe("no request");
    expect(words("ListMailboxExportJobs")).toBe("1 request: 1 for jobs");
    expect(words("ListUsers", "DescribeMailboxExportJob", "CreateUser", "ListMailboxExportJobs", "ListUsers")).toBe(
      "5 requests: 1 for jobs, 2 for users, 1 for details, 1 for CreateUser",
    );
  });

  test("must be reads", () => {
    requireOnlyReads(asked("ListUsers", "DescribeMailboxExportJob"));
    expect(() => requireOnlyReads(asked("ListUsers", "StartMailboxExportJob"))).toThrow("StartMailboxExportJob");
  });

  test("must be what is shown", () => {
    requireSame("the jobs", ["a"], ["a"]);
    expect(() => requireSame("the jobs", undefined, 3)).toThrow("the jobs: Pulumi shows undefined, and it is 3");
  });
});
