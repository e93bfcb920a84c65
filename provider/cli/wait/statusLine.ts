import type { Host } from "../host";

/** A line of a terminal that is written over as long as something goes on. @internal */
export interface StatusLine {
  /** Whether there is a terminal that can write over a line. */
  readonly isThere: boolean;
  readonly show: (line: string) => void;
  readonly clear: () => void;
  /** Writes to stderr what is to stay: on a line of its own, whatever is shown. */
  readonly stderr: (text: string) => void;
}

/** @internal */
export function statusLine(host: Host): StatusLine {
  let isShown = false;
  const clear = () => {
    if (isShown) host.stderr("\r\u001b[K");
    isShown = false;
  };
  return {
    isThere: host.stderrTerminal !== undefined && host.environment["TERM"] !== "dumb",
    show: (line) => {
      isShown = true;
      // In the last column a terminal may already have gone on to the next line; and it shows Ctrl-C as ^C. Its width is
      // asked for each time: a window can be made narrower meanwhile.
      host.stderr(`\r${shortened(line, (host.stderrTerminal?.columns ?? 80) - 3)}\u001b[K`);
    },
    clear,
    stderr: (text) => {
      clear();
      host.stderr(text);
    },
  };
}

/** The line is of letters and digits of ours alone, each one column wide. */
function shortened(line: string, columns: number): string {
  return line.length <= columns ? line : `${line.slice(0, Math.max(0, columns - 1))}…`;
}
