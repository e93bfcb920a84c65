import {
  type Emulator,
  type EmulatorOptions,
  ManualClock,
  type SeedOrganization,
  start,
} from "../../../provider/emulator";
import { now, organizationId } from "../../support/organization";
import { openStack, type StackOptions } from "./openStack";
import type { TestStack } from "./testStack";

export interface OrganizationStack {
  readonly stack: TestStack;
  readonly emulator: Emulator;
  readonly clock: ManualClock;
}

interface Setting extends Omit<EmulatorOptions, "seed" | "clock"> {
  readonly organization: Omit<SeedOrganization, "organizationId">;
  readonly program: Pick<StackOptions, "program" | "files">;
  /** Beside the organization's id. */
  readonly config?: Readonly<Record<string, string>>;
}

const cleanups: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** A stack of a program that reads one organization of an emulator; both are gone after the test. */
export async function openOrganizationStack({
  organization,
  program,
  config = {},
  ...options
}: Setting): Promise<OrganizationStack> {
  const clock = new ManualClock(now);
  const seed = { organizations: [{ organizationId, ...organization }] };
  const emulator = await start({ clock, seed, ...options });
  cleanups.push(() => emulator.close());
  const values = Object.entries({ organizationId, ...config }).map(([key, value]) => [key, { value }]);
  const env = { AWS_ENDPOINT_URL_WORKMAIL: emulator.url };
  const stack = await openStack({ ...program, config: Object.fromEntries(values), env });
  cleanups.push(() => stack.dispose());
  return { stack, emulator, clock };
}
