import { instantOf } from "./instant";

/**
 * Where the emulator reads the time.
 * @public
 */
export interface Clock {
  /** The time as it is now. */
  now(): Date;
}

/** @internal */
export const systemClock: Clock = { now: () => new Date() };

/**
 * How far {@link ManualClock.advance} goes. The parts add up; each may be a fraction, none may be negative.
 * @public
 */
export interface TimeSpan {
  readonly days?: number;
  readonly hours?: number;
  readonly minutes?: number;
  readonly seconds?: number;
}

const UNITS = ["days", "hours", "minutes", "seconds"] as const;
const MS_PER = { days: 86_400_000, hours: 3_600_000, minutes: 60_000, seconds: 1000 } as const satisfies Record<
  keyof TimeSpan,
  number
>;

/**
 * A clock that stands still until a test moves it, so that jobs progress when the test says so.
 *
 * @example
 * const clock = new ManualClock("2026-11-24T12:00:00Z");
 * const emulator = await start({ clock, seed });
 * clock.advance({ days: 7, seconds: 1 }); // every job seeded until now has left the window
 *
 * @public
 */
export class ManualClock implements Clock {
  #ms: number;

  /** @param instant - where to begin: a Date or an RFC 3339 string. */
  constructor(instant: Date | string) {
    this.#ms = milliseconds(instant);
  }

  /** Where the clock stands. */
  now(): Date {
    return new Date(this.#ms);
  }

  /** Moves forward. Going back takes {@link ManualClock.set}, so that no sign error does it by accident. */
  advance(span: TimeSpan): void {
    let ms = this.#ms;
    for (const unit of UNITS) {
      const amount = span[unit] ?? 0;
      if (!(Number.isFinite(amount) && amount >= 0)) {
        throw new RangeError(`ManualClock.advance: ${unit} must be a number of at least 0, got ${amount}`);
      }
      ms += amount * MS_PER[unit];
    }
    this.#ms = ms;
  }

  /** Jumps to an instant, forward or back. */
  set(instant: Date | string): void {
    this.#ms = milliseconds(instant);
  }
}

function milliseconds(instant: Date | string): number {
  const ms = typeof instant === "string" ? instantOf(instant) : instant.getTime();
  if (ms === undefined || Number.isNaN(ms)) {
    throw new RangeError(`ManualClock: not a Date or an RFC 3339 time: ${String(instant)}`);
  }
  return ms;
}
