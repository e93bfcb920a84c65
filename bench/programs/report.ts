/** What a process that reads a list writes to its standard output. */
export interface ReadReport {
  readonly ms: number;
  /** The peak of the whole process. */
  readonly maxRssMb: number;
  /** How many jobs were read, to see that both sides did the same work. */
  readonly count: number;
}

/** What a process that imports both packages writes, in milliseconds since it began to. */
export interface ImportReport {
  readonly pulumiMs: number;
  readonly bothMs: number;
}

/** Reports the time of `read`, which gives a list. Modules that both sides need are to be loaded before. */
export async function reportRead(read: () => Promise<readonly unknown[]>): Promise<void> {
  const start = performance.now();
  const { length: count } = await read();
  const ms = performance.now() - start;
  // Kilobytes on every system: Node converts where the system counts otherwise.
  const maxRssMb = process.resourceUsage().maxRSS / 1024;
  const report: ReadReport = { ms, maxRssMb, count };
  process.stdout.write(JSON.stringify(report));
}
