import { CliError, EXIT } from "../../provider/cli/exit";
import type { Emulator, RecordedRequest } from "../../provider/emulator";
import type { DemoStack } from "./demoStack";
import { counted, figuresOf, inWords } from "./figures";
import { failure, type View } from "./output/views";
import { PulumiFailure, type PulumiRun } from "./runPulumi";
import type { Screen } from "./screen";

/** The access key of Pulumi's own requests to the emulator. */
export const PULUMI = "pulumi";

/** One run of the engine, as it is shown. */
export interface EngineStep {
  readonly title: string;
  /** What it shows, and why that matters. */
  readonly why: string;
  readonly command: readonly string[];
  readonly view: View;
}

/** Runs numbered steps and shows each: title, sentence, command, output, figures. */
export class Stage {
  #steps = 0;
  readonly #began = performance.now();

  constructor(
    private readonly screen: Screen,
    private readonly stack: DemoStack,
    /** Without an emulator requests cannot be counted. */
    private readonly emulator?: Emulator,
  ) {}

  /** What Pulumi asked of WorkMail. */
  get requests(): readonly RecordedRequest[] {
    return this.emulator?.requests.filter(({ accessKeyId }) => accessKeyId === PULUMI) ?? [];
  }

  /** Gives the engine's whole output. */
  async run(step: EngineStep): Promise<string> {
    const before = this.#begin(step);
    try {
      const run = await this.#engine(step);
      this.#show(step, run, before);
      return run.output;
    } catch (error) {
      if (error instanceof PulumiFailure) this.screen.output(failure(error.output).lines);
      throw error;
    }
  }

  /** A step that the engine must refuse, and for this reason. Gives its exit code. @throws CliError if it does not. */
  async refused(step: EngineStep, reason: RegExp): Promise<number | null> {
    const before = this.#begin(step);
    const begin = performance.now();
    const refusal = await this.#engine(step).then(
      () => undefined,
      (error: unknown) => error,
    );
    if (!(refusal instanceof PulumiFailure)) throw refusal ?? new CliError(`${step.title}: it passed`, EXIT.failure);
    const { output, engineExitCode } = refusal;
    if (!reason.test(output)) throw new CliError(`not the expected refusal:\n${output}`, EXIT.failure);
    this.#show(step, { output, seconds: (performance.now() - begin) / 1000 }, before);
    return engineExitCode;
  }

  /** What follows from the step that was shown. */
  say(text: string): void {
    this.screen.paragraph(text);
  }

  /** The last lines: all that was seen. */
  total(closing: string): void {
    const seconds = (performance.now() - this.#began) / 1000;
    this.screen.title("In total");
    this.screen.paragraph(`${counted(this.#steps, "step")} in ${this.#figures(seconds, 0)}. ${closing}`);
  }

  /** Gives how many requests there were before. */
  #begin({ title, why, command }: EngineStep): number {
    this.#steps += 1;
    this.screen.title(`${this.#steps}. ${title}`);
    this.screen.paragraph(why);
    this.screen.command(["pulumi", ...command].join(" "));
    return this.requests.length;
  }

  #engine({ command }: EngineStep): Promise<PulumiRun> {
    return this.stack.run(...command, ...noQuestions(command));
  }

  #show({ view }: EngineStep, { output, seconds }: PulumiRun, before: number): void {
    const { lines, leftOut } = view(output);
    this.screen.output(lines);
    const cut = leftOut > 0 ? [`${counted(leftOut, "line")} cut`] : [];
    this.screen.margin(this.#figures(seconds, before, ...cut));
  }

  #figures(seconds: number, before: number, ...more: readonly string[]): string {
    const sent = this.emulator ? [inWords(figuresOf(this.requests.slice(before)))] : [];
    return [`${seconds.toFixed(1)} s`, ...sent, ...more].join("; ");
  }
}

/** What the user would answer in a terminal. A preview asks nothing. */
function noQuestions([operation]: readonly string[]): readonly string[] {
  return operation === "preview" ? [] : ["--yes", "--skip-preview"];
}
