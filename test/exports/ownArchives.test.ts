import { ownArchives } from "../../provider/exports/ownArchives";
import type { MailboxExportJob } from "../../provider/model";
import { proofs } from "../support/proofs";

const now = new Date("2026-11-24T12:00:00Z");
const at = (hour: number) => `2026-11-20T${String(hour).padStart(2, "0")}:00:00.000Z`;
const found = { ...proofs.proven, lastModified: at(12) };

const job = (jobId: string, more: Partial<MailboxExportJob> = {}): MailboxExportJob => ({
  jobId,
  state: "COMPLETED",
  proof: found,
  ...more,
});
const own = (jobs: readonly MailboxExportJob[], known = jobs) => ownArchives(jobs, known, now);

const ownersOf = (jobs: readonly MailboxExportJob[]) => {
  const [first, ...others] = [jobs, jobs.toReversed()].map((list) =>
    own(list)
      .flatMap(({ jobId, proof }) => (proof && "contentLength" in proof ? [jobId] : []))
      .sort(),
  );
  for (const other of others) expect(other).toEqual(first);
  return first;
};
const alice = { entityId: "alice" };

describe("of several jobs with one key", () => {
  test.each([
    ["the one that ended last has it", [job("a", { endTime: at(3) }), job("b", { endTime: at(2) })], ["a"]],
    [
      "the one that ended last has it, whichever began",
      [job("a", { startTime: at(1), endTime: at(3) }), job("b", { startTime: at(2), endTime: at(2) })],
      ["a"],
    ],
    [
      "the one that began last has it, where no end is told",
      [job("a", { startTime: at(1) }), job("b", { startTime: at(2) })],
      ["b"],
    ],
    ["the one with a time has it", [job("a"), job("b", { startTime: at(2) })], ["b"]],
    ["none has it, where it cannot be told which of two mailboxes", [job("a"), job("b")], []],
    ["one has it, where both are of one mailbox", [job("a", alice), job("b", alice)], ["a"]],
    [
      "none has it, where two mailboxes ended at once",
      [job("a", { endTime: at(3), ...alice }), job("b", { endTime: at(3) })],
      [],
    ],
  ])("%s", (_, jobs, owners) => {
    expect(ownersOf(jobs)).toEqual(owners);
  });

  test("the others are gone, and say which job has it", () => {
    const [, older] = own([job("a", { endTime: at(3) }), job("b", { endTime: at(2) })]);
    expect(older).toMatchObject({ jobId: "b", proof: { outcome: "gone", key: "exports/a.zip", overwrittenBy: "a" } });
  });

  test.each([
    ["exports/a.zip", "a"],
    ["archives/exports/a.zip", "a"],
    ["exports/b.zip", undefined],
  ])("one that was not looked for counts by its path: %s", (s3Path, overwrittenBy) => {
    const other = { jobId: "a", state: "COMPLETED", s3BucketName: "archives", s3Path, endTime: at(3) };
    const looked = job("b", { endTime: at(2) });
    expect(own([looked], [looked, other])[0]?.proof).toEqual(
      overwrittenBy ? { outcome: "gone", bucket: "archives", key: "exports/a.zip", overwrittenBy } : found,
    );
  });

  test.each([
    ["RUNNING", at(11), true],
    ["RUNNING", at(12), false],
    ["FAILED", at(11), true],
    ["PAUSED", at(11), true],
  ])("one that is %s has it, if the object is newer than an end at %s: %s", (state, endTime, overwritten) => {
    const other = { jobId: "a", state, s3BucketName: "archives", s3Path: "exports/a.zip", startTime: at(1) };
    const looked = job("b", { endTime });
    expect(own([looked], [looked, other])[0]?.proof?.outcome).toBe(overwritten ? "gone" : "proven");
  });
});

describe("an object that was last written before the job started", () => {
  test.each([
    ["an hour before", { startTime: at(13) }, true],
    ["within a minute, as clocks differ", { startTime: "2026-11-20T12:00:59.000Z" }, false],
    ["after it", { startTime: at(11) }, false],
    ["and it is not told when that was", {}, false],
    // Of a test that lives in another time, for example.
    ["by a clock that is ahead of ours", { startTime: "2026-12-01T00:00:00.000Z" }, false],
  ])("%s", (_, more, older) => {
    expect(own([job("a", more)])[0]?.proof).toEqual(
      older ? { outcome: "gone", bucket: "archives", key: "exports/a.zip", lastModified: at(12) } : found,
    );
  });
});

test("jobs of other keys and other buckets, and those without an archive, are as they were", () => {
  const jobs = [
    job("a"),
    job("b", { proof: { ...found, key: "exports/b.zip" } }),
    job("c", { proof: { ...found, bucket: "other" } }),
    job("d", { proof: proofs.gone }),
    job("e", { proof: proofs.unlocated }),
    { jobId: "f", state: "RUNNING" },
  ];
  expect(own(jobs)).toEqual(jobs);
});
