/**
 * The process as the commands see it. Only main.ts touches the real one, so that tests can bring their own.
 * @internal
 */
export interface Host {
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  readonly now: () => Date;
  /** Settles when the user wants the command to end (Ctrl-C, SIGTERM). */
  readonly untilStopped: () => Promise<void>;
}
