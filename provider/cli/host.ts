/** A stream that is a terminal. @internal */
export interface Terminal {
  readonly columns: number;
}

/**
 * The process as the commands see it. Only main.ts touches the real one, so that tests can bring their own.
 * @internal
 */
export interface Host {
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  /** Undefined where it is none. */
  readonly stdoutTerminal: Terminal | undefined;
  readonly stderrTerminal: Terminal | undefined;
  /** All of stdin, as text. */
  readonly stdin: () => Promise<string>;
  readonly stdinIsTerminal: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly now: () => Date;
  /** Settles after so many milliseconds, or as soon as the signal says so. */
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** Settles when the user wants the command to end (Ctrl-C, SIGTERM). */
  readonly untilStopped: () => Promise<void>;
}
