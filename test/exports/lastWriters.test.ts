import { lastWriters } from "../../provider/exports/lastWriters";
import type { MailboxExportJob } from "../../provider/model";
import { proofs } from "../support/proofs";

const job = (jobId: string, more: Partial<MailboxExportJob> = {}): MailboxExportJob => ({
  jobId,
  state: "COMPLETED",
  proof: proofs.proven,
  ...more,
});
const at = (hour: number) => `2026-11-20T${String(hour).padStart(2, "0")}:00:00.000Z`;

const lastOf = (jobs: readonly MailboxExportJob[]) => {
  const [first, ...others] = [jobs, jobs.toReversed()].map((list) =>
    lastWriters(list).flatMap(({ jobId, proof }) => (proof && "contentLength" in proof ? [jobId] : [])),
  );
  for (const other of others) expect(other.toReversed()).toEqual(first);
  return first;
};

test.each([
  ["that ended last", [job("a", { endTime: at(3) }), job("b", { endTime: at(2) })], ["a"]],
  [
    "that ended last, whichever began",
    [job("a", { startTime: at(1), endTime: at(3) }), job("b", { startTime: at(2), endTime: at(2) })],
    ["a"],
  ],
  ["that began last, where no end is told", [job("a", { startTime: at(1) }), job("b", { startTime: at(2) })], ["b"]],
  ["that has a time", [job("a"), job("b", { startTime: at(2) })], ["b"]],
  ["of the first id, where nothing is told", [job("a"), job("b")], ["a"]],
])("of several jobs with one key the one keeps its archive %s", (_, jobs, last) => {
  expect(lastOf(jobs)).toEqual(last);
});

test("the others are gone, and say which job has it", () => {
  const [, older] = lastWriters([job("a", { endTime: at(3) }), job("b", { endTime: at(2) })]);
  expect(older).toMatchObject({ jobId: "b", proof: { outcome: "gone", key: "exports/a.zip", overwrittenBy: "a" } });
});

test("jobs of other keys and other buckets, and those without an archive, are as they were", () => {
  const jobs = [
    job("a"),
    job("b", { proof: { ...proofs.proven, key: "exports/b.zip" } }),
    job("c", { proof: { ...proofs.proven, bucket: "other" } }),
    job("d", { proof: proofs.gone }),
    job("e", { proof: proofs.unlocated }),
    { jobId: "f", state: "RUNNING" },
  ];
  expect(lastWriters(jobs)).toEqual(jobs);
});
