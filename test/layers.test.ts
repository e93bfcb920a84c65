import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";

const provider = resolve(__dirname, "../provider");

/** What each layer may import of the others. Arrows point down, and only down. */
const below: Readonly<Record<string, readonly string[]>> = {
  ground: [],
  arguments: ["ground"],
  exports: ["ground", "arguments"],
  aws: ["ground"],
  workmail: ["ground", "aws"],
  s3: ["ground", "aws"],
  functions: ["ground", "arguments", "exports", "aws", "workmail", "s3"],
  resources: ["ground", "arguments", "exports", "workmail", "functions"],
  program: ["ground", "arguments", "exports", "workmail", "functions", "resources"],
  // It shares no code with the rest, so that a mistake cannot agree with itself.
  emulator: [],
  cli: ["ground", "arguments", "exports", "aws", "workmail", "functions", "resources", "emulator"],
  // The package's face hands names on.
  index: ["ground", "exports", "workmail", "program"],
};

/** The rooms of the command, and whom each may import of the others. Its forms are pure: an answer in, a text out. */
const rooms: Readonly<Record<string, readonly string[]>> = {
  exit: [],
  host: [],
  answer: [],
  safeLines: [],
  formats: ["answer"],
  github: ["answer", "exit", "formats", "host"],
  settings: ["exit", "formats", "host"],
  sources: ["exit", "host", "settings"],
  read: ["answer", "exit", "settings", "sources"],
  wait: ["answer", "formats", "host", "settings", "sources"],
  output: ["answer", "exit", "formats", "github", "host", "safeLines", "settings"],
  commands: ["answer", "exit", "host", "output", "read", "settings", "sources", "wait"],
  run: ["commands", "exit", "host", "safeLines"],
  main: ["exit", "host", "run"],
};

/** Who may import which package; a package that stands nowhere here may not be imported at all. */
const packages: Readonly<Record<string, readonly string[]>> = {
  "@pulumi/pulumi": ["program"],
  "@aws-sdk/client-s3": ["s3"],
  "@aws-sdk/client-workmail": ["workmail"],
  "@aws-sdk/credential-providers": ["aws"],
  "@smithy/types": ["aws"],
  "fastest-levenshtein": ["arguments"],
  commander: ["cli"],
  "csv-stringify/sync": ["cli"],
  eastasianwidth: ["cli"],
  "escape-html": ["cli"],
  xmlbuilder2: ["cli"],
};

const files = readdirSync(provider, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));

function layerOf(path: string): string {
  const [folder = "", file] = path.split("/");
  if (file !== undefined) return folder;
  // A folder imported by its name is its index.
  const name = folder.replace(/\.ts$/, "");
  return Object.hasOwn(below, name) ? name : "ground";
}

function importsOf(file: string): { from: string; line: string }[] {
  const text = readFileSync(join(provider, file), "utf8");
  const found = text.matchAll(/^(.*(?:from |import |import\(|require\()"([^"]+)".*)$/gm);
  return [...found].map(([, line = "", from = ""]) => ({ from, line }));
}

test.each(files)("%s imports only what is below it", (file) => {
  const layer = layerOf(file);
  for (const { from } of importsOf(file)) {
    if (from.startsWith("node:")) continue;
    if (from.startsWith(".")) {
      const target = layerOf(`${relative(provider, resolve(provider, file, "..", from))}.ts`);
      if (target !== layer) expect(below[layer]).toContain(target);
    } else {
      expect(packages[from]).toContain(layer);
    }
  }
});

const inCommand = files.filter((file) => layerOf(file) === "cli");
const roomOf = (path: string) => path.split("/")[1]?.replace(/\.ts$/, "") ?? "";

test.each(inCommand)("%s imports only of the rooms that it may", (file) => {
  const ofCommand = importsOf(file)
    .filter(({ from }) => from.startsWith("."))
    .map(({ from }) => relative(provider, resolve(provider, file, "..", from)))
    .filter((path) => path.startsWith("cli/"));
  const others = ofCommand.map(roomOf).filter((room) => room !== roomOf(file));
  expect(others.filter((room) => !rooms[roomOf(file)]?.includes(room))).toEqual([]);
});

test("the rooms of the table are those of the command", () => {
  expect([...new Set(inCommand.map(roomOf))].sort()).toEqual(Object.keys(rooms).sort());
});

test("the layers of the table are the folders that there are", () => {
  expect([...new Set(files.map(layerOf))].sort()).toEqual(Object.keys(below).sort());
});

test("the SDK is loaded on first use: elsewhere only its types are imported", () => {
  const loading = files.filter((file) =>
    importsOf(file).some(({ from, line }) => from.startsWith("@aws-sdk/") && !/^import type |typeof import/.test(line)),
  );
  expect(loading).toEqual(["aws/credentials.ts", "s3/connectS3.ts", "workmail/connect.ts"]);
});

test("one file a service makes clients", () => {
  const making = files.filter((file) =>
    /^(?! \*).*new [\w.]*Client\(/m.test(readFileSync(join(provider, file), "utf8")),
  );
  expect(making).toEqual(["s3/connectS3.ts", "workmail/connect.ts"]);
});

test("the clock, chance and the environment are read at the faces alone", () => {
  const faces = ["program", "cli", "emulator"];
  const reading = files
    .filter((file) => !faces.includes(layerOf(file)))
    .filter((file) =>
      /Date\.now\(|new Date\(\)|Math\.random\(|process\.|performance\.|random(UUID|Bytes)/.test(
        readFileSync(join(provider, file), "utf8"),
      ),
    );
  expect(reading).toEqual([]);
});
