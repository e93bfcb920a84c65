import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Emulator, ManualClock, start } from "../../provider/emulator";
import { withAwsEnvironment } from "../support/organization";
import { type CliOutcome, runCli } from "../support/runCli";
import { world } from "./golden/world";

// Each file holds a command, what it wrote to stdout and stderr, and its exit code. With UPDATE_GOLDEN=1 they are written
// anew; whoever does that reads the difference.
const folder = join(__dirname, "golden");
const files = readdirSync(folder).filter((file) => file.endsWith(".txt"));
const now = "2026-11-24T12:00:00Z";

let emulator: Emulator;
beforeAll(async () => {
  emulator = await start({ seed: world, clock: new ManualClock(now) });
});
afterAll(() => emulator.close());

withAwsEnvironment();

interface Case {
  /** The first line: `$ NAME=VALUE workmail-exports list --region us-east-1 <FILE`. */
  readonly environment: Readonly<Record<string, string>>;
  readonly args: readonly string[];
  readonly stdin: string;
}

function caseOf(line: string): Case {
  const words = [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? "");
  const program = words.indexOf("workmail-exports");
  const environment = Object.fromEntries(words.slice(1, program).map((pair) => pair.split(/=(.*)/s).slice(0, 2)));
  const [args, [file]] = [
    words.slice(program + 1).filter((word) => !word.startsWith("<")),
    words.filter((word) => word.startsWith("<")),
  ];
  return { environment, args, stdin: file === undefined ? "" : readFileSync(file.slice(1), "utf8") };
}

async function outcomeOf({ environment: { COLUMNS, ...environment }, args, stdin }: Case): Promise<CliOutcome> {
  const aws = { AWS_ENDPOINT_URL_WORKMAIL: emulator.url, AWS_REGION: "us-east-1", ...environment };
  Object.assign(process.env, aws);
  const terminal = COLUMNS === undefined ? undefined : { columns: Number(COLUMNS) };
  return runCli(args, {
    environment: aws,
    now: () => new Date(now),
    stdin: async () => stdin,
    stdoutTerminal: terminal,
    stderrTerminal: terminal,
  });
}

function textOf(line: string, { exitCode, stdout, stderr }: CliOutcome): string {
  const steady = (text: string) =>
    text
      .replaceAll(emulator.url, "URL")
      .replaceAll("\u001b", "␛")
      .replaceAll("\r", "␍")
      .replace(/\d+ ms/g, "N ms")
      .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}/g, "REQUEST-ID");
  return `${line}\n--- stdout\n${steady(stdout)}--- stderr\n${steady(stderr)}--- exit code\n${exitCode}\n`;
}

test.each(files)("%s", async (file) => {
  const path = join(folder, file);
  const expected = readFileSync(path, "utf8");
  const [line = ""] = expected.split("\n");
  const text = textOf(line, await outcomeOf(caseOf(line)));
  if (process.env["UPDATE_GOLDEN"]) writeFileSync(path, text);
  else expect(text).toBe(expected);
});

test("every exit code has a file", () => {
  const codes = files.map((file) => readFileSync(join(folder, file), "utf8").trim().split("\n").at(-1));
  expect([...new Set(codes)].sort()).toEqual(["0", "1", "2", "64", "70"]);
});
