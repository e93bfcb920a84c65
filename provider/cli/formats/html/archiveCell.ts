import type { ArchiveProof } from "../../../archiveModel";
import { locate } from "../../../exports/locate";
import type { MailboxExportJob } from "../../../model";
import { foreign } from "./foreign";
import { type Content, type Markup, markup } from "./markup";
import { inDigits } from "./numbers";

/** Where the archive of a job is, and what S3 showed of it. @internal */
export function archiveCell(job: MailboxExportJob | undefined): Content {
  if (job === undefined) return undefined;
  return [placeOf(job), job.proof === undefined ? undefined : proofInWords(job.proof), keyOf(job)];
}

function placeOf(job: MailboxExportJob): Content {
  if (job.proof !== undefined && "bucket" in job.proof) return address(job.proof.bucket, job.proof.key);
  const located = locate(job);
  if (!("problem" in located)) {
    const { bucket, key, otherKey } = located;
    return [
      address(bucket, key),
      otherKey === undefined ? undefined : markup`<div class="muted">or ${address(bucket, otherKey)}</div>`,
    ];
  }
  // What cannot be told for certain is shown as WorkMail told it.
  return [job.s3BucketName, job.s3Path]
    .filter((each) => each !== undefined && each !== "")
    .map((each) => markup`<code>${foreign(each ?? "")}</code> `);
}

function address(bucket: string, key: string): Markup {
  return markup`<code>${foreign(`s3://${bucket}/${key}`)}</code>`;
}

const outcomeInWords = {
  proven: "Seen in S3",
  empty: "In S3, but empty",
  wrongKey: "In S3, but not with the key of its job",
  gone: "Not in S3",
  denied: "S3 does not let it be seen",
  unreachable: "S3 did not answer",
  unlocated: "Where it is cannot be told",
} as const satisfies Record<ArchiveProof["outcome"], string>;

function proofInWords(proof: ArchiveProof): Markup {
  const facts =
    "contentLength" in proof
      ? markup`, ${inDigits(proof.contentLength)} bytes, ${foreign(proof.storageClass)}`
      : undefined;
  return markup`<div class="muted">${outcomeInWords[proof.outcome]}${facts}</div>`;
}

/** Without this key the archive cannot be read: whoever keeps the archive keeps it too. */
function keyOf({ kmsKeyArn }: MailboxExportJob): Content {
  return kmsKeyArn === undefined || kmsKeyArn === ""
    ? undefined
    : markup`<div class="muted">Key <code>${foreign(kmsKeyArn)}</code></div>`;
}
