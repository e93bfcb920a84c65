import { movesBetween, movesInWords } from "../../tools/demo/movesBetween";
import { changedJobs } from "../../tools/demo/output/changedJobs";
import { linesOf, parseOutput } from "../../tools/demo/output/parseOutput";
import { changes, failure, summary } from "../../tools/demo/output/views";

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
  expect(lines.join("\n")).toBe(`  pulumi:pulumi:Stack: (same)
    ~ pulumi-nodejs:dynamic/m:Jobs: (update)
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
Resources:
    ~ 1 to update
    1 unchanged`);
  // Counted are the header, urn, id, "--outputs:--", region, organizationId and the four lines of the job that is done.
  expect(leftOut).toBe(10);
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
