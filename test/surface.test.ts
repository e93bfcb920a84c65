import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";

const root = resolve(__dirname, "..");
const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

/** Taking a name off this list takes it away from users. */
const names: Readonly<Record<string, readonly string[]>> = {
  "pulumi-workmail-exports": [
    "IncompleteListError",
    "InvalidArgumentsError",
    "MailboxExportGuard",
    "MailboxExportGuardError",
    "MailboxExportJobs",
    "MailboxExportsError",
    "WorkMailRequestError",
    "archiveLocation",
    "archivesTooSmallToTransition",
    "exportGuardHook",
    "exportLifecycleRules",
    "filterJobs",
    "findingKinds",
    "getMailboxExportCoverage",
    "getMailboxExportCoverageOutput",
    "getMailboxExportJobs",
    "getMailboxExportJobsOutput",
    "mailboxExportJobStates",
    "workMailRegions",
  ],
  // Stacks' states name this entry and its functions: what was released stays.
  "pulumi-workmail-exports/dynamic": ["mailboxExportGuard", "mailboxExportJobs"],
  "pulumi-workmail-exports/emulator": ["ManualClock", "SeedError", "parseSeed", "sampleOrganization", "start"],
};

test.each(Object.entries(names))("%s exports what it promises, and no more", (entry, expected) => {
  const subpath = entry.replace("pulumi-workmail-exports", ".");
  const source = manifest.exports[subpath].default.replace("./dist/", "./provider/").replace(/\.js$/, ".ts");
  expect(Object.keys(require(join(root, source))).sort()).toEqual(expected);
});

test("every entry of the package stands in the list", () => {
  const entries = Object.keys(manifest.exports).filter((entry) => !entry.endsWith(".json"));
  expect(entries.map((entry) => entry.replace(".", "pulumi-workmail-exports")).sort()).toEqual(
    Object.keys(names).sort(),
  );
});

/** The files that index.ts hands names on from. */
const files = [...readFileSync(join(root, "provider/index.ts"), "utf8").matchAll(/from "\.\/([^"]+)"/g)].map(
  ([, file]) => `${file}.ts`,
);

test.each([...new Set(files)])("each export of %s says in a sentence what it is, and whom it is for", (file) => {
  const text = readFileSync(join(root, "provider", file), "utf8");
  const exported =
    /(\/\*\*(?:(?!\*\/)[\s\S])*\*\/\s*)?^export (?:declare )?(?:async )?(?:const|class|function|interface|type) (\w+)/gm;
  const lacking = [...text.matchAll(exported)]
    .filter(([, comment = ""]) => !/@(public|internal)/.test(comment) || !/[a-z]{3}.*@/s.test(comment))
    .map(([, , name]) => name);
  expect(lacking).toEqual([]);
});
