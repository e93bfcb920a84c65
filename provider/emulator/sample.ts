import { randomFrom } from "./random";
import type { SeedJob, SeedJobEnd, SeedOrganization } from "./seedTypes";

/** @public */
export interface SampleOptions {
  /** `m-` and 32 hexadecimal digits. */
  readonly organizationId: string;
  /** How many jobs. */
  readonly jobs: number;
  /** The jobs started in the six days before this instant, so that all of them are listed. */
  readonly now: Date;
  /** The same number gives the same organization. Default 1. */
  readonly randomSeed?: number;
}

const HOUR_MS = 3_600_000;

/** A mailbox is exported at most once in 24 hours; waves three days apart keep to that. */
const HOURS_BETWEEN_WAVES = 72;

/** Every state comes up among the first four jobs; after that they are about as frequent as one would hope. */
const OUTCOMES = ["RUNNING", "COMPLETED", "FAILED", "CANCELLED"] as const;
type Outcome = (typeof OUTCOMES)[number];

/** No organization may run more than ten exports at a time. */
const MOST_RUNNING = 10;

/** Texts for errorInfo; the service's own are not documented. */
const ERROR_INFOS = [
  "The role could not be assumed.",
  "Access to the KMS key was denied.",
  "The S3 bucket does not exist or is in another Region.",
];

/**
 * An organization for demonstrations, benches and tests: two thirds as many mailboxes as jobs, jobs of every state once
 * there are four, up to ten of them RUNNING, which complete within eight hours. A pure function of its options.
 *
 * @example
 * const organizationId = "m-0123456789abcdef0123456789abcdef";
 * await start({ seed: { organizations: [sampleOrganization({ organizationId, jobs: 250, now: new Date() })] } });
 *
 * @public
 */
export function sampleOrganization({ organizationId, jobs, now, randomSeed = 1 }: SampleOptions): SeedOrganization {
  const random = randomFrom(randomSeed);
  const mailboxes = Array.from({ length: Math.ceil((jobs * 2) / 3) }, (_, index) => entityId(index, random));
  const waveOf = (index: number) => Math.floor(index / mailboxes.length);
  let running = 0;

  const sampleJob = (index: number): SeedJob => {
    const wanted = OUTCOMES[index] ?? outcome(random());
    const isRunning = wanted === "RUNNING" && waveOf(index) === 0 && running < MOST_RUNNING;
    if (isRunning) running += 1;
    const hoursAgo = isRunning ? random() * 2 : 3 + waveOf(index) * HOURS_BETWEEN_WAVES + random() * 45;
    return {
      jobId: uuid(random),
      entityId: mailboxes[index % mailboxes.length] ?? organizationId,
      startTime: new Date(now.getTime() - Math.round(hoursAgo * HOUR_MS)).toISOString(),
      end: isRunning
        ? { state: "COMPLETED", afterSeconds: 4 * 3600 + Math.round(random() * 4 * 3600) }
        : endOf(wanted === "RUNNING" ? "COMPLETED" : wanted, random),
      ...(random() < 0.5 && { description: `Mailbox ${index + 1} before the move` }),
    };
  };
  return { organizationId, jobs: Array.from({ length: jobs }, (_, index) => sampleJob(index)) };
}

function outcome(chance: number): Outcome {
  if (chance < 0.15) return "RUNNING";
  if (chance < 0.2) return "FAILED";
  return chance < 0.23 ? "CANCELLED" : "COMPLETED";
}

function endOf(state: SeedJobEnd["state"], random: () => number): SeedJobEnd {
  const afterSeconds = 300 + Math.round(random() * 9000); // at most 2 h 35 min: over by now, as these began 3 h ago
  if (state === "COMPLETED") return { state, afterSeconds };
  const atProgress = Math.floor(random() * 100);
  if (state === "CANCELLED") return { state, afterSeconds, atProgress };
  return { state, afterSeconds, atProgress, errorInfo: ERROR_INFOS[Math.floor(random() * 3)] ?? "Unknown." };
}

// Users have ids of both forms: the older is a Windows SID, the newer a UUID.
function entityId(index: number, random: () => number): string {
  if (index % 2 === 1) return uuid(random);
  const part = () => String(1_000_000_000 + Math.floor(random() * 3_000_000_000));
  return `S-1-1-11-${part()}-${part()}-${part()}-${1000 + index}`;
}

function uuid(random: () => number): string {
  return "xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx".replace(/x/g, () => Math.floor(random() * 16).toString(16));
}
