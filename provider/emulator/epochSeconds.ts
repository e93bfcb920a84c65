/** A time as JSON 1.1 has it: seconds since 1970, with a fraction. @internal */
export function epochSeconds(ms: number): number {
  return ms / 1000;
}

/** The same for a seed's time, which is RFC 3339; a time that was not seeded is no member. @internal */
export function epochSecondsOf(time: string | undefined): number | undefined {
  return time === undefined ? undefined : epochSeconds(Date.parse(time));
}
