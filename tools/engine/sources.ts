/** Where an engine can come from, in the order in which the ways are tried. */
export const SOURCE_NAMES = ["path", "cache", "installer", "go"] as const;
export type SourceName = (typeof SOURCE_NAMES)[number];

/** A `pulumi` that has answered `pulumi version`. */
export interface Found {
  readonly binary: string;
  readonly version: string;
}

/** Why a way gave no engine, as a clause for people: "the official installer exited with code 1". */
export interface Missed {
  readonly missed: string;
}

export interface Source {
  readonly name: SourceName;
  /** Says what it is going to do before it does anything slow. */
  locate(log: Log): Promise<Found | Missed>;
}

export type Log = (line: string) => void;

export interface Choice extends Found {
  readonly source: SourceName;
}

/** No way led to an engine. The message lists every way with its reason, and the last one says what to install. */
export class NoEngineError extends Error {
  override readonly name = "NoEngineError";

  constructor(reasons: readonly string[]) {
    super(`No Pulumi engine:\n${reasons.map((reason) => `  - ${reason}`).join("\n")}`);
  }
}

/** The first source that has an engine. Later ones are not asked: each costs more than the one before. */
export async function chooseEngine(sources: readonly Source[], log: Log): Promise<Choice> {
  const reasons: string[] = [];
  for (const source of sources) {
    const result = await source.locate(log);
    if (!("missed" in result)) return { ...result, source: source.name };
    reasons.push(result.missed);
  }
  throw new NoEngineError(reasons);
}
