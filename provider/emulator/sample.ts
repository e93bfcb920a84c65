import { randomFrom } from "./random";
import { sampleEntityId, sampleUuid } from "./sampleIds";
import { sampleRoster } from "./sampleRoster";
import type { SeedJob, SeedJobEnd, SeedOrganization } from "./seedTypes";

/**
 * What {@link sampleOrganization} is to make.
 * @public
 */
export interface SampleOptions {
  /** `m-` and 32 hexadecimal digits. */
  readonly organizationId: string;
  /** How many jobs. */
  readonly jobs: number;
  /** The jobs started in the six days before this instant, so that all of them are listed. */
  readonly now: Date;
  /** The same number gives the same organization. Default 1. */
  readonly randomSeed?: number;
  /**
   * How many mailboxes the organization has, at least the two thirds of `jobs` that the jobs export. They are users (nine
   * in ten) and resources; from ten on one of the users has been disabled for five days, and still has a mailbox. Besides
   * them there are a system user, a deleted user, and one who was disabled 60 days before `now`, who have none. Default:
   * no users and no resources at all.
   */
  readonly mailboxes?: number;
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
 * there are four, up to ten of them RUNNING, which complete within eight hours, and a roster if you ask for it. A pure function of its options.
 *
 * @throws RangeError if there are to be fewer `mailboxes` than the jobs export.
 *
 * @example
 * const organizationId = "m-0123456789abcdef0123456789abcdef";
 * await start({ seed: { organizations: [sampleOrganization({ organizationId, jobs: 250, now: new Date() })] } });
 *
 * @public
 */
export function sampleOrganization(options: SampleOptions): SeedOrganization {
  const { organizationId, jobs, now, randomSeed = 1, mailboxes } = options;
  const random = randomFrom(randomSeed);
  const entityIds = Array.from({ length: Math.ceil((jobs * 2) / 3) }, (_, index) => sampleEntityId(index, random));
  const waveOf = (index: number) => Math.floor(index / entityIds.length);
  let running = 0;

  const sampleJob = (index: number): SeedJob => {
    const wanted = OUTCOMES[index] ?? outcome(random());
    const isRunning = wanted === "RUNNING" && waveOf(index) === 0 && running < MOST_RUNNING;
    if (isRunning) running += 1;
    const hoursAgo = isRunning ? random() * 2 : 3 + waveOf(index) * HOURS_BETWEEN_WAVES + random() * 45;
    return {
      jobId: sampleUuid(random),
      entityId: entityIds[index % entityIds.length] ?? organizationId,
      startTime: new Date(now.getTime() - Math.round(hoursAgo * HOUR_MS)).toISOString(),
      end: isRunning
        ? { state: "COMPLETED", afterSeconds: 4 * 3600 + Math.round(random() * 4 * 3600) }
        : endOf(wanted === "RUNNING" ? "COMPLETED" : wanted, random),
      ...(random() < 0.5 && { description: `Mailbox ${index + 1} before the move` }),
    };
  };
  return {
    organizationId,
    ...(mailboxes !== undefined && sampleRoster({ entityIds, mailboxes, now, randomSeed })),
    jobs: Array.from({ length: jobs }, (_, index) => sampleJob(index)),
  };
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
