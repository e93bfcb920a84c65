import type { ManualClock, SeedJob, TimeSpan } from "../../provider/emulator";
import { type Moves, movesBetween } from "./movesBetween";
import { endOf } from "./sampleWorkMail";

/** The emulator's clock, and what its moving means for the jobs. */
export class PassingTime {
  readonly #jobs: SeedJob[];

  constructor(
    private readonly clock: ManualClock,
    jobs: readonly SeedJob[],
  ) {
    this.#jobs = [...jobs];
  }

  /** A job that was started just now. */
  add(job: SeedJob): void {
    this.#jobs.push(job);
  }

  /** Moves the clock on, and says what happened meanwhile. */
  pass(span: TimeSpan): Moves {
    const before = this.clock.now();
    this.clock.advance(span);
    return movesBetween(this.#jobs, before, this.clock.now());
  }

  /** Every job there ever was, the newest last. */
  get jobs(): readonly SeedJob[] {
    return this.#jobs;
  }

  /** How many jobs run now. */
  get running(): number {
    const now = this.clock.now().getTime();
    return this.#jobs.filter((job) => Date.parse(job.startTime) <= now && now < endOf(job)).length;
  }
}
