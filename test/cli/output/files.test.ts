import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { formats } from "../../../provider/cli/formats/formats";
import { destinationsOf } from "../../../provider/cli/output/destinations";
import { writeWhole } from "../../../provider/cli/output/writeWhole";
import { type Emulator, ManualClock, start } from "../../../provider/emulator";
import { withAwsEnvironment } from "../../support/organization";
import { runCli } from "../../support/runCli";
import { world } from "../golden/world";

const now = "2026-11-24T12:00:00Z";
const organization = `m-${"a".repeat(32)}`;

withAwsEnvironment({ AWS_ACCESS_KEY_ID: "AKIDEXAMPLE", AWS_SECRET_ACCESS_KEY: "dummy", AWS_REGION: "us-east-1" });

let folder: string;
let emulator: Emulator;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "workmail-exports-output-"));
  emulator = await start({ seed: world, clock: new ManualClock(now) });
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  await emulator.close();
});

const ask = (...args: string[]) =>
  runCli([...args, "--organization-id", organization, "--endpoint", emulator.url], { now: () => new Date(now) });

test("report writes every format from one read, says which files, and exits with the verdict", async () => {
  const files = Object.values(formats).map(({ extension }) => join(folder, `report${extension}`));
  const { exitCode, stdout } = await ask("report", ...files.flatMap((file) => ["--output", file]));
  expect([exitCode, stdout]).toEqual([1, files.map((file) => `${file}\n`).join("")]);
  expect(emulator.requests.map(({ operation }) => operation).sort()).toEqual([
    "ListMailboxExportJobs",
    "ListResources",
    "ListUsers",
  ]);
  for (const format of Object.keys(formats)) {
    const file = files[Object.keys(formats).indexOf(format)] ?? "";
    const { stdout: printed } = await ask("coverage", "--format", format);
    expect(readFileSync(file, "utf8")).toBe(printed);
  }
});

test("report --of list writes the jobs, and exits with 0", async () => {
  const file = join(folder, "jobs.json");
  const { exitCode } = await ask("report", "--of", "list", "--output", file, "--state", "FAILED");
  expect(exitCode).toBe(0);
  expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({ kind: "list", counts: { total: 1, failed: 1 } });
});

test("FORMAT=FILE gives a file of another ending its format, and a name may have an equals sign in it", () => {
  expect(destinationsOf([`junit=${folder}/results`, `${folder}/a=b.csv`, `csv=${folder}/c=d`], [])).toEqual([
    { file: `${folder}/results`, format: "junit" },
    { file: `${folder}/a=b.csv`, format: "csv" },
    { file: `${folder}/c=d`, format: "csv" },
  ]);
});

test("that a file cannot be written is told before anything is asked", async () => {
  const { exitCode, stderr } = await ask("gate", "--output", `${folder}/nowhere/report.html`, "--output", "x.pdf");
  expect(exitCode).toBe(64);
  expect(stderr).toMatch(/there is no directory .*\/nowhere/);
  expect(stderr).toMatch(/of x\.pdf the format cannot be told/);
  expect(emulator.requests).toEqual([]);
});

test("one file for two answers is refused, whatever way it is named", () => {
  expect(() => destinationsOf([`${folder}/a.json`, `csv=${folder}/./a.json`], [])).toThrow(/is named twice/);
});

test("a file is replaced whole: where writing fails the old one stays, and nothing else is left", async () => {
  const file = join(folder, "report.html");
  writeFileSync(file, "old");
  await writeWhole(file, "new");
  expect(readFileSync(file, "utf8")).toBe("new");
  expect(readdirSync(folder)).toEqual(["report.html"]);
  rmSync(folder, { recursive: true });
  await expect(writeWhole(file, "newer")).rejects.toThrow(/^cannot write .*report\.html: /);
  folder = mkdtempSync(join(tmpdir(), "workmail-exports-output-"));
});

test("behind a link it is the file that is replaced", async () => {
  const [file, link] = [join(folder, "report.html"), join(folder, "latest.html")];
  writeFileSync(file, "old");
  symlinkSync(file, link);
  await writeWhole(link, "new");
  expect(readFileSync(file, "utf8")).toBe("new");
});

test("an answer that could not be written to its file is on stdout all the same, and is a failure", async () => {
  const { exitCode, stdout, stderr } = await ask("gate", "--output", "json=/dev/full");
  expect(exitCode).toBe(70);
  expect(stdout).toMatch(/^✘ incomplete/);
  expect(stderr).toMatch(/^error: cannot write \/dev\/full: ENOSPC/);
});

test("a file that is replaced keeps its rights", async () => {
  const file = join(folder, "report.html");
  writeFileSync(file, "old");
  chmodSync(file, 0o640);
  await writeWhole(file, "new");
  expect(statSync(file).mode & 0o777).toBe(0o640);
});

test("nothing is written when the list could not be read whole", async () => {
  emulator.inject({ kind: "error", code: "AccessDeniedException", message: "no" });
  const { exitCode, stdout } = await ask("list", "--output", join(folder, "jobs.json"));
  expect([exitCode, stdout, readdirSync(folder)]).toEqual([70, "", []]);
});

test("a file that is read is not overwritten, by whatever name", async () => {
  const [config, link] = [join(folder, "ci.json"), join(folder, "link.json")];
  writeFileSync(config, "{}");
  symlinkSync(config, link);
  const { exitCode, stderr } = await ask("gate", "--config", config, "--output", link);
  expect(exitCode).toBe(64);
  expect(stderr).toMatch(/ci\.json is read by this command: it would be overwritten/);
  expect(readFileSync(config, "utf8")).toBe("{}");
});

test("two names of one file are one file", () => {
  const [file, link] = [join(folder, "a.json"), join(folder, "link.csv")];
  writeFileSync(file, "");
  symlinkSync(file, link);
  expect(() => destinationsOf([file, link], [])).toThrow(/is named twice/);
});

test("a name may be as long as names can be", async () => {
  const file = join(folder, `${"x".repeat(250)}.html`);
  await writeWhole(file, "text");
  expect(readFileSync(file, "utf8")).toBe("text");
});

test.each([
  ["a filter without --of list", ["--state", "FAILED"], /the filters are those of a list/],
  [
    "a cutover with --of list",
    ["--of", "list", "--cutover", "2026-11-20T00:00:00Z"],
    /--cutover and --exclude are of the coverage/,
  ],
  ["a format", ["--format", "json"], /unknown option '--format'/],
])("report refuses %s, which it would have no use for", async (_what, args, problem) => {
  const { exitCode, stderr } = await ask("report", "--output", join(folder, "a.html"), ...args);
  expect(exitCode).toBe(64);
  expect(stderr).toMatch(problem);
});
