import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";

const root = resolve(__dirname, "..");
const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

/** Taking a name off this list takes it away from users. */
const names: Readonly<Record<string, readonly string[]>> = {
  "pulumi-workmail-exports": [
    "IncompleteListError",
    "InvalidArgumentsError",
    "MailboxExportJobs",
    "MailboxExportsError",
    "WorkMailRequestError",
    "filterJobs",
    "getMailboxExportJobs",
    "getMailboxExportJobsOutput",
    "mailboxExportJobStates",
    "workMailRegions",
  ],
  // Stacks' states name this entry and its functions: what was released stays.
  "pulumi-workmail-exports/dynamic": ["mailboxExportJobs"],
  "pulumi-workmail-exports/emulator": ["ManualClock", "SeedError", "parseSeed", "sampleOrganization", "start"],
};

test.each(Object.entries(names))("%s exports what it promises, and no more", (entry, expected) => {
  const subpath = entry.replace("pulumi-workmail-exports", ".");
  const source = manifest.exports[subpath].default.replace("./dist/", "./provider/").replace(/\.js$/, ".ts");
  expect(Object.keys(require(join(root, source))).sort()).toEqual(expected);
});

test("every entry of the package stands in the list", () => {
  const entries = Object.keys(manifest.exports).filter((entry) => entry !== "./package.json");
  expect(entries.map((entry) => entry.replace(".", "pulumi-workmail-exports")).sort()).toEqual(
    Object.keys(names).sort(),
  );
});

test("each public export of index.ts says whom it is for", () => {
  const files = [
    "model.ts",
    "errors.ts",
    "exports/filterJobs.ts",
    "program/MailboxExportJobs.ts",
    "program/getMailboxExportJobs.ts",
  ];
  for (const file of files) {
    const text = readFileSync(join(root, "provider", file), "utf8");
    const untagged = [
      ...text.matchAll(
        /(\/\*\*(?:(?!\*\/)[\s\S])*\*\/\s*)?^export (?:declare )?(?:async )?(?:const|class|function|interface|type) (\w+)/gm,
      ),
    ]
      .filter(([, comment = ""]) => !/@public|@internal/.test(comment))
      .map(([, , name]) => name);
    expect(untagged).toEqual([]);
  }
});
