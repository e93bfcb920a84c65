import fc from "fast-check";
import { archiveLocation, InvalidArgumentsError } from "../../provider";
import { locate } from "../../provider/exports/locate";

const job = { jobId: "job-1", s3BucketName: "archives" };

describe("archiveLocation", () => {
  test.each([
    ["a key", { ...job, s3Path: "exports/a.zip" }, "archives", "exports/a.zip"],
    ["a key in no folder", { ...job, s3Path: "a.zip" }, "archives", "a.zip"],
    ["bucket and key", { ...job, s3Path: "archives/exports/a.zip" }, "archives", "exports/a.zip"],
    ["a URL", { ...job, s3Path: "s3://archives/exports/a.zip" }, "archives", "exports/a.zip"],
    ["a URL in capitals", { ...job, s3Path: "S3://archives/a.zip" }, "archives", "a.zip"],
    ["a URL alone", { jobId: "job-1", s3Path: "s3://other.bucket/a.zip" }, "other.bucket", "a.zip"],
    [
      "a folder called nearly as the bucket",
      { ...job, s3Path: "archives-2026/a.zip" },
      "archives",
      "archives-2026/a.zip",
    ],
    ["a slash in front", { ...job, s3Path: "/exports/a.zip" }, "archives", "/exports/a.zip"],
    ["the bucket twice", { ...job, s3Path: "archives/archives/a.zip" }, "archives", "archives/a.zip"],
    [
      "a prefix called as the bucket, which the details tell",
      { ...job, s3Path: "archives/a.zip", s3Prefix: "archives/" },
      "archives",
      "archives/a.zip",
    ],
    [
      "the bucket in front of a prefix that the details tell",
      { ...job, s3Path: "archives/2026/a.zip", s3Prefix: "2026" },
      "archives",
      "2026/a.zip",
    ],
  ])("understands %s", (_, told, bucket, key) => {
    expect(archiveLocation(told)).toEqual({ bucket, key });
  });

  test.each([
    ["no path", { ...job }, "it has no s3Path"],
    ["an empty path", { ...job, s3Path: "" }, "it has no s3Path"],
    ["the bucket alone", { ...job, s3Path: "archives" }, "names the bucket alone"],
    ["the bucket and a slash", { ...job, s3Path: "archives/" }, "names no file"],
    ["a folder", { ...job, s3Path: "exports/" }, "s3Path exports/ names no file"],
    ["a URL without a key", { ...job, s3Path: "s3://archives" }, "names no file"],
    ["a URL without a bucket", { ...job, s3Path: "s3:///a.zip" }, "names no bucket"],
    ["no bucket at all", { jobId: "job-1", s3Path: "a/b.zip" }, "has no s3BucketName"],
    [
      "two buckets that contradict each other",
      { ...job, s3Path: "s3://elsewhere/a.zip" },
      "its s3BucketName is archives, and its s3Path names the bucket elsewhere",
    ],
  ])("refuses %s, by the job", (_, told, reason) => {
    expect(() => archiveLocation(told)).toThrow(InvalidArgumentsError);
    expect(() => archiveLocation(told)).toThrow(reason);
    expect(() => archiveLocation(told)).toThrow("job job-1");
  });
});

test.each([
  [undefined, "jobs[0] is required"],
  [{ jobId: "job-1", s3BucketName: 5, s3Path: "a" }, "jobs[0].s3BucketName must be a text; got 5"],
  [{ jobId: "job-1", s3BucketName: "archives", s3Path: 5 }, "jobs[0].s3Path must be a text; got 5"],
])("archiveLocation refuses what is no job: %j", (job, reason) => {
  expect(() => Reflect.apply(archiveLocation, undefined, [job])).toThrow(reason);
});

const name = fc.stringMatching(/^[a-z0-9]{1,8}$/);
const key = fc.array(name, { minLength: 1, maxLength: 4 }).map((parts) => parts.join("/"));

test("whatever the form, the key that was meant is among those that are told", () => {
  fc.assert(
    fc.property(name, key, fc.constantFrom("key", "bucket/key", "s3://"), (s3BucketName, meant, form) => {
      const forms = { key: meant, "bucket/key": `${s3BucketName}/${meant}`, "s3://": `s3://${s3BucketName}/${meant}` };
      const located = locate({ s3BucketName, s3Path: forms[form] });
      if ("problem" in located) return meant === s3BucketName;
      return located.bucket === s3BucketName && [located.key, located.otherKey].includes(meant);
    }),
  );
});
