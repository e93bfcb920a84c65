import type { LifecycleRule } from "@aws-sdk/client-s3";
import { lifecycleRefusals } from "../support/moto/lifecycleRefusals";

const rule: LifecycleRule = {
  ID: "archive",
  Status: "Enabled",
  Filter: { Prefix: "exports/" },
  Transitions: [
    { Days: 0, StorageClass: "GLACIER_IR" },
    { Days: 90, StorageClass: "DEEP_ARCHIVE" },
  ],
  Expiration: { Days: 91 },
  NoncurrentVersionExpiration: { NoncurrentDays: 1 },
  AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 },
};
const only = {
  Transitions: undefined,
  NoncurrentVersionExpiration: undefined,
  AbortIncompleteMultipartUpload: undefined,
};

test("a configuration that S3 takes is refused for nothing", () => {
  expect(lifecycleRefusals([rule, { ...rule, ID: "again" }])).toEqual([]);
  expect(lifecycleRefusals([{ ...rule, Expiration: { ExpiredObjectDeleteMarker: true } }])).toEqual([]);
  expect(lifecycleRefusals(Array.from({ length: 1000 }, (_, i) => ({ ...rule, ID: `${i}` })))).toEqual([]);
});

test.each<[string, LifecycleRule[]]>([
  ["no rule", []],
  ["1001 rules", Array.from({ length: 1001 }, (_, i) => ({ ...rule, ID: `${i}` }))],
  ["two rules of one id", [rule, rule]],
  ["an id of 1 to 255", [{ ...rule, ID: "x".repeat(256) }]],
  ["status", [{ ...rule, Status: undefined }]],
  ["a filter of one member", [{ ...rule, Filter: {} }]],
  ["a filter of one member", [{ ...rule, Filter: { Prefix: "a/", ObjectSizeGreaterThan: 1 } }]],
  ["a filter of one member", [{ ...rule, Filter: undefined }]],
  ["a prefix of 1 to 1024", [{ ...rule, Filter: { Prefix: "" } }]],
  ["a prefix of 1 to 1024", [{ ...rule, Filter: { Prefix: "x".repeat(1025) } }]],
  ["nothing to do", [{ ...rule, ...only, Expiration: undefined }]],
  ["by more than one", [{ ...rule, ...only, Expiration: { Days: 1, ExpiredObjectDeleteMarker: true } }]],
  ["expiration after 0", [{ ...rule, ...only, Expiration: { Days: 0 } }]],
  ["noncurrent versions after 0", [{ ...rule, NoncurrentVersionExpiration: { NoncurrentDays: 0 } }]],
  ["abort after 0.5", [{ ...rule, AbortIncompleteMultipartUpload: { DaysAfterInitiation: 0.5 } }]],
  ["GLACIER after -1", [{ ...rule, Transitions: [{ Days: -1, StorageClass: "GLACIER" }] }]],
  ["GLACIER after undefined", [{ ...rule, Transitions: [{ StorageClass: "GLACIER" }] }]],
  ["it expires before it moves", [{ ...rule, Expiration: { Days: 90 } }]],
])("refuses, as S3 does: %s", (refusal, rules) => {
  expect(lifecycleRefusals(rules).join("\n")).toContain(refusal);
});

test.each([
  ["GLACIER after DEEP_ARCHIVE", 0, "DEEP_ARCHIVE", 200, "GLACIER"],
  ["GLACIER after GLACIER", 0, "GLACIER", 200, "GLACIER"],
  ["DEEP_ARCHIVE too soon after GLACIER", 10, "GLACIER", 99, "DEEP_ARCHIVE"],
  ["ONEZONE_IA too soon after STANDARD_IA", 30, "STANDARD_IA", 59, "ONEZONE_IA"],
  ["CHEAP after", 0, "GLACIER", 90, "CHEAP"],
] as const)("refuses a move that S3 does not make: %s", (refusal, first, from, second, to) => {
  const Transitions = [
    { Days: second, StorageClass: to },
    { Days: first, StorageClass: from },
  ] as LifecycleRule["Transitions"];
  expect(lifecycleRefusals([{ ...rule, Expiration: undefined, Transitions }]).join("\n")).toContain(refusal);
});
