import type { Emulator } from "../../provider/emulator";
import type { DemoStack } from "./demoStack";
import { counted, figuresOf, inWords } from "./figures";
import { failure, type View } from "./output/views";
import { PulumiFailure } from "./runPulumi";
import type { Screen } from "./screen";

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

  /** Gives the engine's whole output. */
  async run({ title, why, command, view }: EngineStep): Promise<string> {
    this.announce(title, why);
    this.screen.command(["pulumi", ...command].join(" "));
    const requestsBefore = this.emulator?.requests.length;
    try {
      const { output, seconds } = await this.stack.run(...command, ...noQuestions(command));
      const { lines, leftOut } = view(output);
      this.screen.output(lines);
      this.screen.margin(
        this.#figures(seconds, requestsBefore, leftOut > 0 ? `${counted(leftOut, "line")} left out` : ""),
      );
      return output;
    } catch (error) {
      if (error instanceof PulumiFailure) this.screen.output(failure(error.output).lines);
      throw error;
    }
  }

  /** A step without the engine. */
  announce(title: string, why: string): void {
    this.#steps += 1;
    this.screen.title(`${this.#steps}. ${title}`);
    this.screen.paragraph(why);
  }

  /** The last lines: all that was seen. */
  total(closing: string): void {
    const seconds = (performance.now() - this.#began) / 1000;
    this.screen.title("In total");
    this.screen.paragraph(`${counted(this.#steps, "step")} in ${this.#figures(seconds, 0)}. ${closing}`);
  }

  #figures(seconds: number, requestsBefore: number | undefined, ...more: readonly string[]): string {
    const sent = this.emulator ? inWords(figuresOf(this.emulator.requests.slice(requestsBefore))) : "";
    return [`${seconds.toFixed(1)} s`, sent, ...more].filter((text) => text !== "").join("; ");
  }
}

/** What the user would answer in a terminal. A preview asks nothing. */
function noQuestions([operation]: readonly string[]): readonly string[] {
  return operation === "preview" ? [] : ["--yes", "--skip-preview"];
}
