import type { Answer } from "../answer";

/** What an answer is written for. @internal */
export interface Look {
  /** How wide the terminal is; undefined where there is none, and nothing need be shortened. */
  readonly columns: number | undefined;
  readonly colour: boolean;
  /** For people, what to show of a coverage: every mailbox, or the verdict and its findings alone. */
  readonly show: "mailboxes" | "findings";
}

/** Gives an answer a form: all of the text, with its last line's end. @internal */
export type Render = (answer: Answer, look: Look) => string;
