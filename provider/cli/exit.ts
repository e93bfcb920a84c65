/**
 * What the exit status says, and there is no other: the verdict, or, with the numbers of sysexits.h, that there is none.
 *
 * @internal
 */
export const EXIT = {
  /** Every mailbox is exported; or, where no verdict is asked for, everything was read. */
  complete: 0,
  /** A mailbox is known not to be exported. */
  incomplete: 1,
  /** It cannot be told. */
  unknown: 2,
  /** The command line, or what it names, is wrong: trying again does not help, and nothing was asked. */
  usage: 64,
  /** Something could not be read or written. */
  failure: 70,
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
