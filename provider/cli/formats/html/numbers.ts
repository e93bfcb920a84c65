const inEnglish = new Intl.NumberFormat("en");

/** A number with its thousands apart: `2,000`. @internal */
export function inDigits(value: number): string {
  return inEnglish.format(value);
}

/** `1 mailbox`, `2,000 mailboxes` @internal */
export function count(value: number, one: string, several: string): string {
  return `${inDigits(value)} ${value === 1 ? one : several}`;
}

/** `is` or `are`, as it must be after so many. @internal */
export function isOrAre(value: number): string {
  return value === 1 ? "is" : "are";
}

/** A share in percent. Never rounded up: 100 % is said of all alone. @internal */
export function share(part: number, whole: number): string {
  const percent = whole === 0 ? 0 : Math.floor((part / whole) * 100);
  return percent === 0 && part > 0 ? "< 1 %" : `${percent} %`;
}
