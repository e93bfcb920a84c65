import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { archivesTooSmallToTransition, exportLifecycleRules, MailboxExportJobs } from "pulumi-workmail-exports";

const config = new pulumi.Config();
const organizationId = config.require("organizationId");
const prove = config.getBoolean("prove") ?? true;

// What an export needs: a key, a bucket, and a role that WorkMail takes on. Bucket and key are protected, since one day
// they hold all that is left of the mail. Unprotected, the bucket would still go first, and S3 lets none go that has an
// archive in it: so the key never goes and leaves archives that nobody can read.
const protect = true;
const key = new aws.kms.Key("archives", { description: "Mailbox exports", deletionWindowInDays: 30 }, { protect });
const archives = new aws.s3.Bucket("archives", {}, { protect, dependsOn: key });
const bucket = archives.bucket;

// WorkMail refuses a bucket that is open to the public.
new aws.s3.BucketPublicAccessBlock("archives", {
  bucket,
  blockPublicAcls: true,
  blockPublicPolicy: true,
  ignorePublicAcls: true,
  restrictPublicBuckets: true,
});
const versioning = new aws.s3.BucketVersioning("archives", { bucket, versioningConfiguration: { status: "Enabled" } });

const { accountId } = aws.getCallerIdentityOutput();
const { region } = aws.getRegionOutput();
const organizationArn = pulumi.interpolate`arn:aws:workmail:${region}:${accountId}:organization/${organizationId}`;
const everything = [archives.arn, pulumi.interpolate`${archives.arn}/*`];

const role = new aws.iam.Role("exports", {
  description: "WorkMail writes mailbox exports",
  assumeRolePolicy: pulumi.jsonStringify({
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Principal: { Service: "export.workmail.amazonaws.com" },
        Action: "sts:AssumeRole",
        // Without these the service would also write here for another customer, who knows the role's name.
        Condition: {
          StringEquals: { "aws:SourceAccount": accountId },
          ArnEquals: { "aws:SourceArn": organizationArn },
        },
      },
    ],
  }),
});
const rolePolicy = new aws.iam.RolePolicy("exports", {
  role: role.id,
  policy: pulumi.jsonStringify({
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Action: ["s3:AbortMultipartUpload", "s3:PutObject", "s3:GetBucketPolicyStatus"],
        Resource: everything,
      },
      {
        Effect: "Allow",
        Action: ["kms:Decrypt", "kms:GenerateDataKey"],
        Resource: key.arn,
        Condition: {
          StringEquals: { "kms:ViaService": pulumi.interpolate`s3.${region}.amazonaws.com` },
          // The object is the context, or, with an S3 Bucket Key, the bucket.
          StringLike: { "kms:EncryptionContext:aws:s3:arn": everything },
        },
      },
    ],
  }),
});

// Every export that WorkMail lists, remembered, with what S3 shows of its archive; with details, under the right key.
const exportJobs = new MailboxExportJobs("exports", {
  organizationId,
  includeDetails: true,
  prove,
  endpoint: config.get("endpoint") || undefined,
  s3Endpoint: config.get("s3Endpoint") || undefined,
});

// The bucket has one lifecycle configuration, and S3 refuses one without a rule. There is no rule for exports before the
// first one has ended, so one of your own is needed; here, for access logs of whatever else writes to this bucket.
const ownRules: aws.types.input.s3.BucketLifecycleConfigurationRule[] = [
  { id: "logs", status: "Enabled", filter: { prefix: "logs/" }, expiration: { days: 90 } },
];
const exportRules = pulumi.all([bucket, exportJobs.jobs]).apply(([name, jobs]) =>
  exportLifecycleRules(jobs, {
    bucket: name,
    only: prove ? "proven" : "completed",
    // A month to open them all, and then the cheapest class there is.
    transitions: [{ days: 30, storageClass: "DEEP_ARCHIVE" }],
    // Of a mailbox that was exported to the same key again, what the newer archive has replaced.
    noncurrentVersionExpirationDays: 30,
    reservedRules: ownRules.length,
  }),
);
new aws.s3.BucketLifecycleConfiguration(
  "archives",
  { bucket, rules: exportRules.apply((rules) => [...ownRules, ...rules]) },
  { dependsOn: versioning },
);

// For `aws workmail start-mailbox-export-job`: of the role only when it may write.
export { bucket };
export const roleArn = pulumi.all([role.arn, rolePolicy.id]).apply(([arn]) => arn);
export const keyArn = key.arn;

// What is going to be moved, and what is too small for that and stays.
export const covered = exportRules.apply((rules) => rules.map(({ filter }) => filter.prefix));
export const tooSmall = exportJobs.jobs.apply((jobs) =>
  Object.fromEntries(archivesTooSmallToTransition(jobs).map((archive) => [archive.key, archive.contentLength])),
);
