import { execFileSync } from "node:child_process";
import { pythonEnvironment } from "../../support/python/pythonEnvironment";

/**
 * Runs a script in the Python of the tests. It finds the input as JSON on standard input, as `given`, and answers with
 * what it assigns to `answer`.
 */
export async function askPython(script: string, given: unknown): Promise<unknown> {
  const python = await pythonEnvironment({ log: (line) => process.stderr.write(`${line}\n`) });
  const whole = `import json, sys\ngiven = json.load(sys.stdin)\n${script}\njson.dump(answer, sys.stdout)`;
  const input = JSON.stringify(given);
  return JSON.parse(execFileSync(python, ["-I", "-c", whole], { input, encoding: "utf8", maxBuffer: 2 ** 30 }));
}
