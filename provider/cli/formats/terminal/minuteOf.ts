/** A time to the minute: `2026-11-20 10:00Z`. Empty where there is none. @internal */
export function minuteOf(time: string | undefined): string {
  return time === undefined ? "" : `${time.slice(0, 10)} ${time.slice(11, 16)}Z`;
}
