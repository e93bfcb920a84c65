import type { OperationName, RecordedRequest } from "../../provider/emulator";

/** How many requests of each operation there were. */
export type Figures = ReadonlyMap<string, number>;

export function figuresOf(requests: readonly RecordedRequest[]): Figures {
  const byOperation = Map.groupBy(requests, ({ operation }) => operation);
  return new Map([...byOperation].map(([operation, { length }]) => [operation, length]));
}

/** What an operation is asked for. One that is not here is called by its own name. */
const subjects = {
  ListMailboxExportJobs: "jobs",
  ListUsers: "users",
  ListResources: "resources",
  DescribeMailboxExportJob: "details",
} satisfies Partial<Record<OperationName, string>>;

/** `306 requests: 3 for jobs, 3 for users, 300 for details`. */
export function inWords(figures: Figures): string {
  const total = [...figures.values()].reduce((sum, count) => sum + count, 0);
  if (total === 0) return "no request";
  const known = Object.entries(subjects).map(([operation, subject]) => [subject, figures.get(operation) ?? 0] as const);
  const others = [...figures].filter(([operation]) => !(operation in subjects));
  const parts = [...known, ...others].filter(([, count]) => count > 0);
  return `${counted(total, "request")}: ${parts.map(([subject, count]) => `${count} for ${subject}`).join(", ")}`;
}

/** `1 page`, `2,840 lines`, `3 mailboxes`. */
export function counted(count: number, noun: string): string {
  const plural = noun.endsWith("x") ? `${noun}es` : `${noun}s`;
  return `${count.toLocaleString("en-US")} ${count === 1 ? noun : plural}`;
}
