import { types } from "node:util";
import { StartMailboxExportJobCommand, WorkMailClient, type WorkMailClientConfig } from "@aws-sdk/client-workmail";
import {
  type Emulator,
  type EmulatorOptions,
  ManualClock,
  type SeedJob,
  type SeedOrganization,
  type SeedResource,
  type SeedUser,
  start,
} from "../../provider/emulator";

export const NOW = "2026-11-24T12:00:00Z";
export const ORGANIZATION = "m-0123456789abcdef0123456789abcdef";
export const OTHER_ORGANIZATION = "m-fedcba9876543210fedcba9876543210";
export const REGION = "us-east-1";

const HOUR_MS = 3_600_000;

export function hoursAgo(hours: number): string {
  return new Date(Date.parse(NOW) - hours * HOUR_MS).toISOString();
}

/** A job that began an hour ago and never ends, unless told otherwise. */
export function job(partial: Partial<SeedJob> = {}): SeedJob {
  return { jobId: "job-1", entityId: "S-1-1-11-1111111111-1001", startTime: hoursAgo(1), ...partial };
}

/** Jobs `job-0` …, each a minute older than the one before. */
export function jobs(count: number): SeedJob[] {
  return Array.from({ length: count }, (_, i) => job({ jobId: `job-${i}`, startTime: hoursAgo(1 + i / 60) }));
}

/** An id as the service gives them; the same number gives the same one. */
export function entityId(number: number): string {
  return `S-1-1-11-1111111111-${1000 + number}`;
}

/** An enabled user, unless told otherwise. */
export function user(number: number, partial: Partial<SeedUser> = {}): SeedUser {
  return { id: entityId(number), name: `user-${number}`, email: `user-${number}@example.com`, ...partial };
}

/** An enabled room, unless told otherwise. */
export function resource(number: number, partial: Partial<SeedResource> = {}): SeedResource {
  return { id: entityId(number), name: `room-${number}`, email: `room-${number}@example.com`, ...partial };
}

/** What a start takes besides the mailbox. */
export const EXPORT = {
  OrganizationId: ORGANIZATION,
  RoleArn: "arn:aws:iam::999999999999:role/Exporter",
  KmsKeyArn: "arn:aws:kms:us-east-1:999999999999:key/abc",
  S3BucketName: "archive",
  S3Prefix: "2026/",
};

export async function startExport(
  { client }: Pick<Started, "client">,
  EntityId: string,
  more: { readonly ClientToken?: string; readonly Description?: string; readonly S3Prefix?: string } = {},
): Promise<string> {
  const { JobId } = await client.send(new StartMailboxExportJobCommand({ ...EXPORT, EntityId, ...more }));
  if (JobId === undefined) throw new Error("a started job has no id");
  return JobId;
}

export function organization(partial: Partial<SeedOrganization> = {}): SeedOrganization {
  return { organizationId: ORGANIZATION, ...partial };
}

export interface Started {
  readonly emulator: Emulator;
  readonly clock: ManualClock;
  readonly client: WorkMailClient;
  /** Another client of the same emulator. */
  readonly clientWith: (config: WorkMailClientConfig) => WorkMailClient;
}

interface StartWith extends Omit<EmulatorOptions, "clock" | "seed"> {
  readonly jobs?: readonly SeedJob[];
  readonly organizations?: readonly SeedOrganization[];
}

const cleanups: (() => Promise<void> | void)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

/** A fresh emulator, held at NOW, and the real SDK before it. Both are gone after the test. */
export async function started({ jobs = [], organizations, ...options }: StartWith = {}): Promise<Started> {
  const clock = new ManualClock(NOW);
  const emulator = await start({
    clock,
    seed: { organizations: organizations ?? [organization({ jobs })] },
    ...options,
  });
  cleanups.push(() => emulator.close());
  const clientWith = (config: WorkMailClientConfig): WorkMailClient => {
    const client = clientOf(emulator, config);
    cleanups.push(() => client.destroy());
    return client;
  };
  return { emulator, clock, client: clientWith({}), clientWith };
}

export function clientOf(emulator: Pick<Emulator, "url">, config: WorkMailClientConfig = {}): WorkMailClient {
  return new WorkMailClient({
    endpoint: emulator.url,
    region: REGION,
    credentials: { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "dummy" },
    maxAttempts: 1,
    ...config,
  });
}

/** The error a promise ends in. A promise that ends well fails the test. */
export async function errorOf(promise: Promise<unknown>): Promise<Error> {
  const outcome = await promise.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  if ("value" in outcome) throw new Error(`expected an error, got ${JSON.stringify(outcome.value)}`);
  // Node's own errors come from outside jest's realm, where instanceof does not know them.
  if (types.isNativeError(outcome.error)) return outcome.error;
  throw new Error(`expected an Error, got ${String(outcome.error)}`);
}
