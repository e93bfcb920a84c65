// Types alone: what is said here is said by `npm run typecheck`, and nothing of @pulumi/aws is loaded.
import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { ExportLifecyclePolicy, ExportLifecycleRule, LifecycleTransition, MailboxExportJob } from "../../provider";
import { exportLifecycleRules } from "../../provider";

type AwsRule = aws.types.input.s3.BucketLifecycleConfigurationRule;

const jobs: readonly MailboxExportJob[] = [
  { jobId: "1", state: "COMPLETED", s3BucketName: "archives", s3Path: "exports/1.zip" },
];

test("rules are what @pulumi/aws takes, by themselves and among one's own", () => {
  const rules: AwsRule[] = exportLifecycleRules(jobs, { expirationDays: 365 });
  const own: AwsRule = { id: "own", status: "Enabled", filter: { prefix: "logs/" }, expiration: { days: 7 } };
  const args: aws.s3.BucketLifecycleConfigurationArgs = { bucket: "archives", rules: [own, ...rules] };
  expect(args.rules).toHaveLength(2);
});

test("so are rules of jobs that are only known later", () => {
  const rulesOf = (later: pulumi.Output<MailboxExportJob[]>): aws.s3.BucketLifecycleConfigurationArgs => ({
    bucket: "archives",
    rules: later.apply((known) => exportLifecycleRules(known, { expirationDays: 365 })),
  });
  expect(rulesOf).toBeInstanceOf(Function);
});

test("a rule may be changed, since it is the caller's own", () => {
  const [rule]: ExportLifecycleRule[] = exportLifecycleRules(jobs, { expirationDays: 365 });
  if (rule === undefined) throw new Error("there is no rule");
  rule.id = "mine";
  rule.expiration = { days: 1 };
  const moves: LifecycleTransition[] = [{ days: 0, storageClass: "GLACIER_IR" }];
  rule.transitions = moves;
  expect(rule).toEqual({
    id: "mine",
    status: "Enabled",
    filter: { prefix: "exports/1.zip" },
    expiration: { days: 1 },
    transitions: moves,
  });
});

test("a policy names options and classes that there are", () => {
  const policies: ExportLifecyclePolicy[] = [
    // @ts-expect-error STANDARD is where archives are written, and no class to move them to
    { transitions: [{ days: 1, storageClass: "STANDARD" }] },
    // @ts-expect-error a slip
    { expirationDay: 3 },
    // @ts-expect-error one of two words
    { expirationDays: 3, only: "all" },
  ];
  expect(policies).toHaveLength(3);
});
