/** Users have ids of both forms: the older is a Windows SID, the newer a UUID. @internal */
export function sampleEntityId(index: number, random: () => number): string {
  if (index % 2 === 1) return sampleUuid(random);
  const part = () => String(1_000_000_000 + Math.floor(random() * 3_000_000_000));
  return `S-1-1-11-${part()}-${part()}-${part()}-${1000 + index}`;
}

/** @internal */
export function sampleUuid(random: () => number): string {
  return "xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx".replace(/x/g, () => Math.floor(random() * 16).toString(16));
}
