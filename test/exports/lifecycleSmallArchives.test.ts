import fc from "fast-check";
import { archivesTooSmallToTransition, InvalidArgumentsError } from "../../provider";
import type { ArchiveProof } from "../../provider/archiveModel";
import type { MailboxExportJob } from "../../provider/model";
import { jobs, shuffled } from "./lifecycleJobs";

const facts = (contentLength: number, key = "x") => ({
  bucket: "archives",
  key,
  contentLength,
  storageClass: "STANDARD",
});
const job = (jobId: string, proof: ArchiveProof): MailboxExportJob => ({ jobId, state: "COMPLETED", proof });
const seen = (jobId: string, contentLength: number, key = jobId) =>
  job(jobId, { outcome: "proven", ...facts(contentLength, key) });
const ids = (list: readonly MailboxExportJob[]) => archivesTooSmallToTransition(list).map(({ jobId }) => jobId);

test("an archive of 131,071 bytes is too small, one of 131,072 is not", () => {
  expect(archivesTooSmallToTransition([seen("small", 131_071), seen("large", 131_072), seen("tiny", 1)])).toEqual([
    { jobId: "small", bucket: "archives", key: "small", contentLength: 131_071 },
    { jobId: "tiny", bucket: "archives", key: "tiny", contentLength: 1 },
  ]);
});

test.each<[string, MailboxExportJob]>([
  ["that was not looked for", { jobId: "1", state: "COMPLETED", s3BucketName: "archives", s3Path: "1" }],
  ["that is empty", job("1", { outcome: "empty", ...facts(0) })],
  ["that is encrypted with another key", job("1", { outcome: "wrongKey", ...facts(1) })],
  ["that is gone", job("1", { outcome: "gone", bucket: "archives", key: "x" })],
  ["of a job that is not completed", { ...seen("1", 1), state: "RUNNING" }],
  ["of a job that is lost from sight", { ...seen("1", 1), lostFromSight: "timeout" }],
])("an archive %s is not among them", (_name, job) => {
  expect(ids([job])).toEqual([]);
});

test("they come by bucket, key and job, whatever the order of the jobs, and each once", () => {
  const list = [seen("d", 1, "a"), seen("a", 1, "b"), seen("c", 1, "a"), seen("z", 1)];
  const other = job("e", { outcome: "proven", ...facts(1), bucket: "Archives" });
  expect(ids([...list, other, ...list])).toEqual(["e", "c", "d", "a", "z"]);
  fc.assert(
    fc.property(
      jobs.chain((all) => fc.tuple(fc.constant(all), shuffled(all))),
      ([all, otherwise]) => expect(archivesTooSmallToTransition(otherwise)).toEqual(archivesTooSmallToTransition(all)),
    ),
  );
});

test("what is no list of jobs is refused", () => {
  const broken: object = [{ jobId: "" }];
  expect(() => archivesTooSmallToTransition(broken as never)).toThrow(InvalidArgumentsError);
  expect(() => archivesTooSmallToTransition(broken as never)).toThrow(
    /^archivesTooSmallToTransition: jobs\[0\]\.jobId must/,
  );
});
