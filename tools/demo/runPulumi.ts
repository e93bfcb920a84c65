import { type ChildProcess, spawn } from "node:child_process";
import { CliError, EXIT } from "../../provider/cli/exit";

export interface PulumiRun {
  /** stdout and stderr, as they came. */
  readonly output: string;
  readonly seconds: number;
}

interface RunOptions {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly stop: AbortSignal;
}

/** The engine did not do what it was told. What it said belongs on the screen. */
export class PulumiFailure extends CliError {
  constructor(
    command: string,
    readonly engineExitCode: number | null,
    readonly output: string,
  ) {
    super(
      `pulumi ${command} ended with exit code ${engineExitCode ?? "none"}; what it said stands above`,
      EXIT.failure,
    );
  }
}

/** How long a cancelled engine may take to end in order. */
const GRACE_MS = 5_000;

/** Runs the CLI to its end. @throws PulumiFailure, or Stopped when the user ended it. */
export function runPulumi(
  binary: string,
  args: readonly string[],
  { stop, ...options }: RunOptions,
): Promise<PulumiRun> {
  stop.throwIfAborted();
  const begin = performance.now();
  // A process group of its own: a Ctrl-C at the terminal reaches us alone, and we pass it on once.
  const child = spawn(binary, args, { ...options, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  const output = collect(child);
  const cancel = () => endInOrder(child);
  stop.addEventListener("abort", cancel);
  return new Promise<PulumiRun>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      if (code === 0) resolve({ output: output(), seconds: (performance.now() - begin) / 1000 });
      else reject(stop.aborted ? stop.reason : new PulumiFailure(args[0] ?? "", code, output()));
    });
  }).finally(() => stop.removeEventListener("abort", cancel));
}

function collect(child: ChildProcess): () => string {
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (chunk: string) => {
      text += chunk;
    });
  }
  return () => text;
}

/** By an interrupt first: an engine that is killed leaves its plugins behind. */
function endInOrder(child: ChildProcess): void {
  child.kill("SIGINT");
  setTimeout(() => child.kill("SIGKILL"), GRACE_MS).unref();
}
