import { isJsonObject } from "./json";
import { all, type Check, distinct, instant, listOf, numberBetween, object, shaped, text } from "./seedChecks";
import type { SeedJobEnd } from "./seedTypes";
import { shapes } from "./shapes";

const afterSeconds = numberBetween(0, Number.POSITIVE_INFINITY);
const atProgress = all(shaped(shapes.Percentage), numberBetween(0, 99));

const ends: Readonly<Record<SeedJobEnd["state"], Check>> = {
  COMPLETED: object({ state: text, afterSeconds }),
  CANCELLED: object({ state: text, afterSeconds }, { atProgress }),
  FAILED: object({ state: text, afterSeconds, errorInfo: shaped(shapes.MailboxExportErrorInfo) }, { atProgress }),
};

/** @internal */
export const jobEnd: Check = (value, path) => {
  const state = isJsonObject(value) ? value["state"] : undefined;
  if (state === "COMPLETED" || state === "CANCELLED" || state === "FAILED") return ends[state](value, path);
  return [{ path: `${path}.state`, rule: `must be one of ${Object.keys(ends).join(", ")}`, value: state }];
};

const job = object(
  { jobId: shaped(shapes.MailboxExportJobId), entityId: shaped(shapes.WorkMailIdentifier), startTime: instant },
  {
    end: jobEnd,
    description: shaped(shapes.Description),
    s3BucketName: shaped(shapes.S3BucketName),
    s3Prefix: shaped(shapes.S3ObjectKey),
    s3Path: shaped(shapes.S3ObjectKey),
    roleArn: shaped(shapes.RoleArn),
    kmsKeyArn: shaped(shapes.KmsKeyArn),
  },
);

/** @internal */
export const jobs: Check = all(listOf(job), distinct("jobId"));
