import {
  type Emulator,
  type EmulatorOptions,
  type Fault,
  ManualClock,
  type SeedJob,
  sampleOrganization,
  start,
} from "../../provider/emulator";
import type { ReadContext } from "../../provider/functions/withConnection";

export const organizationId = "m-0123456789abcdef0123456789abcdef";
export const region = "us-east-1";
export const now = "2026-11-24T12:00:00.000Z";

const emulators: Emulator[] = [];

afterEach(async () => {
  for (const emulator of emulators.splice(0)) await emulator.close();
});

/** A WorkMail of one organization, gone after the test. */
export async function workMailWith(
  jobs: number | readonly SeedJob[],
  { faults = [], ...options }: Omit<EmulatorOptions, "seed" | "clock"> & { faults?: readonly Fault[] } = {},
): Promise<{ emulator: Emulator; clock: ManualClock }> {
  const clock = new ManualClock(now);
  const organization =
    typeof jobs === "number"
      ? sampleOrganization({ organizationId, jobs, now: clock.now() })
      : { organizationId, jobs };
  const emulator = await start({ clock, seed: { organizations: [organization] }, faults, ...options });
  emulators.push(emulator);
  return { emulator, clock };
}

/** A context that keeps its warnings. */
export function contextOf(partial: Partial<ReadContext> = {}): ReadContext & { readonly warnings: string[] } {
  const warnings: string[] = [];
  return { environment: {}, warn: (message) => warnings.push(message), now: () => new Date(now), ...partial, warnings };
}

const credentials = { AWS_ACCESS_KEY_ID: "AKIDEXAMPLE", AWS_SECRET_ACCESS_KEY: "dummy" };
const nobody = {
  AWS_CONFIG_FILE: "/dev/null",
  AWS_SHARED_CREDENTIALS_FILE: "/dev/null",
  AWS_EC2_METADATA_DISABLED: "true",
};

/** The process's AWS settings for the time of each test: the SDK reads them itself. */
export function withAwsEnvironment(settings: Readonly<Record<string, string>> = credentials): void {
  const original = { ...process.env };
  beforeEach(() => {
    for (const name of Object.keys(process.env)) if (name.startsWith("AWS_")) delete process.env[name];
    Object.assign(process.env, nobody, settings);
  });
  afterEach(() => {
    for (const name of Object.keys(process.env)) if (name.startsWith("AWS_")) delete process.env[name];
    Object.assign(process.env, original);
  });
}

/** What a promise rejects with; fails when it does not. */
export async function rejectionOf(promise: Promise<unknown>): Promise<unknown> {
  const outcome = await promise.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  if ("error" in outcome) return outcome.error;
  throw new Error(`expected an error, got ${JSON.stringify(outcome.value)}`);
}
