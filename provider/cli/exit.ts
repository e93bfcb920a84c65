/** What the exit status says; the numbers are those of sysexits.h. @internal */
export const EXIT = {
  ok: 0,
  /** The command line, or a file it names, is wrong: trying again does not help. */
  usage: 64,
  /** Something went wrong while it ran. */
  software: 70,
} as const;

/** @internal */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Ends a command with a message for people, without a stack trace. @internal */
export class CliError extends Error {
  override readonly name = "CliError";

  constructor(
    message: string,
    readonly exitCode: ExitCode,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** The text of whatever was thrown. Asks for a message and not for an Error, which another realm has its own of. @internal */
export function messageOf(thrown: unknown): string {
  return typeof thrown === "object" && thrown !== null && "message" in thrown ? String(thrown.message) : String(thrown);
}
