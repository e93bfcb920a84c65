/** What both sides of one comparison took, measured one right after the other. */
export interface Pair {
  readonly ours: number;
  readonly other: number;
}

/** The two sides of a comparison: each run gives one measurement. */
export interface Sides<Measurement> {
  readonly ours: () => Promise<Measurement>;
  readonly other: () => Promise<Measurement>;
}

/**
 * Runs both sides in turn, one pair after the other, so that a machine that gets slower or faster meets both alike.
 * Which side begins alternates, since the one that comes second may find caches warm or a processor tired. A first pair
 * is thrown away: it warms the emulator, the engine and the disk for all that follow.
 */
export async function measurePairs<Measurement>(
  count: number,
  { ours, other }: Sides<Measurement>,
): Promise<{ readonly ours: Measurement; readonly other: Measurement }[]> {
  const pairs = [];
  for (let index = 0; index <= count; index += 1) {
    const oursFirst = index % 2 === 0;
    const first = oursFirst ? await ours() : await other();
    const second = oursFirst ? await other() : await ours();
    pairs.push(oursFirst ? { ours: first, other: second } : { ours: second, other: first });
  }
  return pairs.slice(1);
}
