import { fork } from "node:child_process";
import { once } from "node:events";
import { type SeedOrganization, sampleOrganization } from "../provider/emulator";
import { processEnvironment } from "./project";

/** A WorkMail for the benches. */
export interface WorkMail {
  readonly environment: { readonly AWS_ENDPOINT_URL_WORKMAIL: string };
  readonly close: () => void;
}

/**
 * Starts the emulator in a process of its own, so that what it does is not done in the event loop that is measured.
 * Without latency, unless a bench asks for some: waiting is the same for both sides, and makes them look alike.
 */
export async function startWorkMail(
  script: string,
  organizations: readonly SeedOrganization[],
  latencyMs = 0,
): Promise<WorkMail> {
  const child = fork(script, { env: processEnvironment({ LATENCY_MS: String(latencyMs) }), execArgv: [] });
  child.send(organizations);
  const [url]: unknown[] = await Promise.race([once(child, "message"), once(child, "exit")]);
  if (typeof url !== "string") throw new Error("the emulator did not start");
  return { environment: { AWS_ENDPOINT_URL_WORKMAIL: url }, close: () => child.disconnect() };
}

/** An organization with so many jobs, all of them listed. */
export function organizationOf(jobs: number): SeedOrganization {
  const organizationId = `m-${String(jobs).padStart(32, "0")}`;
  return sampleOrganization({ organizationId, jobs, now: new Date() });
}
