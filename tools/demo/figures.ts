import type { RecordedRequest } from "../../provider/emulator";

/** What was asked of WorkMail. */
export interface Figures {
  readonly requests: number;
  readonly pages: number;
  readonly details: number;
}

export function figuresOf(requests: readonly RecordedRequest[]): Figures {
  const ofOperation = (name: string) => requests.filter(({ operation }) => operation === name).length;
  return {
    requests: requests.length,
    pages: ofOperation("ListMailboxExportJobs"),
    details: ofOperation("DescribeMailboxExportJob"),
  };
}

/** `306 requests: 6 pages, 300 details`. */
export function inWords({ requests, pages, details }: Figures): string {
  if (requests === 0) return "no request";
  const kinds = [counted(pages, "page"), ...(details > 0 ? [counted(details, "detail")] : [])];
  return `${counted(requests, "request")}: ${kinds.join(" and ")}`;
}

/** `1 page`, `2,840 lines`. */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString("en-US")} ${noun}${count === 1 ? "" : "s"}`;
}
