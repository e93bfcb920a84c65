import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { ArchiveDoubt, MailboxExportDoubt } from "../../provider/coverageModel";
import { findingKinds } from "../../provider/exports/findingKinds";

const folder = resolve(__dirname, "../../docs/findings");
const pages = readdirSync(folder);
const textOf = (page: string) => readFileSync(join(folder, page), "utf8");

test("the table of the pages is that of the kinds: kind, severity and title", () => {
  const rows = textOf("README.md")
    .split("\n")
    .filter((line) => line.startsWith("| `"));
  expect(rows).toEqual(
    Object.entries(findingKinds)
      .map(([kind, { severity, title }]) => `| \`${kind}\` | ${severity} | [${title}](${kind}.md) |`)
      .sort((a, b) => rows.indexOf(a) - rows.indexOf(b)),
  );
});

test("a page begins with its title", () => {
  for (const [kind, { title }] of Object.entries(findingKinds)) {
    expect(textOf(`${kind}.md`).split("\n")[0]).toBe(`# ${title}`);
  }
});

test.each(Object.keys(findingKinds))("%s says why it matters, how it comes about, what to do, how it ends", (kind) => {
  const titles = [...textOf(`${kind}.md`).matchAll(/^## (.+)$/gm)].map(([, title]) => title);
  expect(titles).toEqual(["Why it matters", "How it can have come about", "What to do", "How it goes away"]);
});

test("every link of a page leads to one", () => {
  for (const page of [...pages, "../mailboxes.md"]) {
    for (const [, link = ""] of textOf(page).matchAll(/\]\(([^)]+)\)/g)) {
      expect([page, link, existsSync(resolve(folder, page, "..", link))]).toEqual([page, link, true]);
    }
  }
});

test("every start of an export that a page shows has all that StartMailboxExportJob requires", () => {
  const starts = pages.flatMap((page) => textOf(page).match(/^aws workmail start-[^`]+/gm) ?? []);
  expect(starts.length).toBeGreaterThan(0);
  for (const start of starts) {
    for (const option of ["organization-id", "entity-id", "role-arn", "kms-key-arn", "s3-bucket-name", "s3-prefix"]) {
      expect(start).toMatch(new RegExp(`--${option} \\S`));
    }
  }
});

test("each doubt is explained", () => {
  // Those about an archive have a page each.
  const doubts: Record<Exclude<MailboxExportDoubt, ArchiveDoubt>, true> = {
    lostFromSight: true,
    undocumentedState: true,
    noStartTime: true,
    perhapsNoMailbox: true,
  };
  for (const doubt of Object.keys(doubts)) expect(textOf("mailboxUnknown.md")).toContain(`| \`${doubt}\` |`);
});
