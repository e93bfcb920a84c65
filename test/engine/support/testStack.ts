import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  CommandError,
  type DestroyOptions,
  type EngineEvent,
  type PreviewOptions,
  type RefreshOptions,
  type Stack,
  type UpOptions,
  type UpResult,
} from "@pulumi/pulumi/automation";
import { type CommandOutput, runCommand } from "./command";
import { OperationError, type Outcome, outcomeOf, type UpOutcome } from "./outcome";
import { readState, type State } from "./state";

/** What the harness itself passes to every operation. */
interface Listeners {
  readonly color: "never";
  readonly onOutput: (text: string) => void;
  readonly onError: (text: string) => void;
  readonly onEvent: (event: EngineEvent) => void;
}

interface Finished<Result> {
  readonly outcome: Outcome;
  /** Undefined when the operation failed. */
  readonly result: Result | undefined;
}

/**
 * A stack on the real engine. `preview`, `up`, `refresh` and `destroy` throw an `OperationError` when the engine says
 * no; `attempt` gives the outcome either way, for tests of failures.
 */
export class TestStack {
  constructor(
    readonly stack: Stack,
    private readonly binary: string,
    /** Removes the project, the state and all else of this stack. What the provider made elsewhere stays. */
    readonly dispose: () => Promise<void>,
  ) {}

  /** The folder of the project. */
  get folder(): string {
    return this.stack.workspace.workDir;
  }

  async preview(options: PreviewOptions = {}): Promise<Outcome> {
    return succeeded("preview", await this.#run((listeners) => this.stack.preview({ ...options, ...listeners })))
      .outcome;
  }

  async up(options: UpOptions = {}): Promise<UpOutcome> {
    const run = await this.#run((listeners) => this.stack.up({ ...options, ...listeners }));
    const { outcome, result }: { outcome: Outcome; result: UpResult } = succeeded("up", run);
    return { ...outcome, stackOutputs: result.outputs };
  }

  async refresh(options: RefreshOptions = {}): Promise<Outcome> {
    return succeeded("refresh", await this.#run((listeners) => this.stack.refresh({ ...options, ...listeners })))
      .outcome;
  }

  async destroy(options: DestroyOptions = {}): Promise<Outcome> {
    return succeeded("destroy", await this.#run((listeners) => this.stack.destroy({ ...options, ...listeners })))
      .outcome;
  }

  /** The outcome whether it succeeds or not: `const { ok, text } = await stack.attempt("destroy")`. */
  async attempt(operation: "preview" | "up" | "refresh" | "destroy", options: AttemptOptions = {}): Promise<Outcome> {
    const { outcome } = await this.#run<unknown>((listeners) => this.stack[operation]({ ...options, ...listeners }));
    return outcome;
  }

  /** By the command line, since the Automation API exports secrets in clear. */
  async exportState(): Promise<State> {
    const { code, stdout, stderr } = await this.cli("stack", "export");
    if (code !== 0) throw new Error(`stack export failed: ${stderr}`);
    return readState(stdout);
  }

  /** Puts a state in place, such as one that an older version wrote. */
  async importState(text: string): Promise<void> {
    await this.stack.importStack(JSON.parse(text));
  }

  /** Changes a file of the project between two operations. */
  async writeFile(path: string, text: string): Promise<void> {
    await writeFile(join(this.folder, path), text);
  }

  /** Changes the environment of the operations that follow. */
  setEnv(env: Readonly<Record<string, string>>): void {
    this.stack.workspace.envVars = { ...this.stack.workspace.envVars, ...env };
  }

  /** The command line itself, as a user or a pipeline runs it: `stack.cli("preview", "--expect-no-changes")`. */
  async cli(...args: string[]): Promise<CommandOutput> {
    const env = { ...process.env, ...this.stack.workspace.envVars };
    const all = [...args, "--non-interactive", "--color", "never"];
    return runCommand(this.binary, all, { cwd: this.folder, env });
  }

  async #run<Result>(operation: (listeners: Listeners) => Promise<Result>): Promise<Finished<Result>> {
    const events: EngineEvent[] = [];
    let text = "";
    const append = (chunk: string) => {
      text += chunk;
    };
    const listeners: Listeners = { color: "never", onOutput: append, onError: append, onEvent: (e) => events.push(e) };
    try {
      const result = await operation(listeners);
      return { outcome: outcomeOf(true, text, events), result };
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      return { outcome: outcomeOf(false, text === "" ? error.message : text, events), result: undefined };
    }
  }
}

/** The options that all four operations understand. */
export interface AttemptOptions {
  readonly expectNoChanges?: boolean;
  readonly target?: string[];
}

function succeeded<Result>(operation: string, { outcome, result }: Finished<Result>) {
  if (result === undefined) throw new OperationError(operation, outcome);
  return { outcome, result };
}
