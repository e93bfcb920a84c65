import type { GetMailboxExportCoverageResult, MailboxExportFinding } from "../../provider/coverageModel";
import { refusalOf, refusalOfDoubt } from "../../provider/exports/refusal";
import { proofs } from "../support/proofs";

const organizationId = "m-0123456789abcdef0123456789abcdef";
const counts = {
  exported: 0,
  running: 0,
  failed: 0,
  cancelled: 0,
  stale: 0,
  unproven: 0,
  missing: 0,
  unknown: 0,
  excluded: 0,
};

function refused(
  findings: MailboxExportFinding[],
  more: Partial<GetMailboxExportCoverageResult> = {},
): { lines: string[]; text: string } {
  const text = refusalOf({
    organizationId,
    region: "us-east-1",
    verdict: "incomplete",
    findings,
    counts: { ...counts, missing: findings.length, total: findings.length },
    ...more,
  });
  return { lines: text.split("\n"), text };
}

const missing = (name: string): MailboxExportFinding => ({
  kind: "mailboxMissing",
  mailbox: { entityId: `${name}-id`, email: `${name}@example.com` },
});
const many = (count: number) => Array.from({ length: count }, (_, index) => missing(`user-${index}`));

describe("a refusal", () => {
  test("says of which organization, how it stands, and who is open", () => {
    const findings: MailboxExportFinding[] = [
      missing("alice"),
      { kind: "mailboxFailed", mailbox: { entityId: "b-id", name: "bob" }, jobId: "job-2" },
      { kind: "mailboxUnknown", mailbox: { entityId: "c-id" }, doubt: "lostFromSight", jobId: "job-3" },
      { kind: "mailboxUnknown", mailbox: { entityId: "d-id" }, doubt: "perhapsNoMailbox" },
    ];
    const { text } = refused(findings, { counts: { ...counts, exported: 5, excluded: 1, missing: 4, total: 10 } });
    expect(text).toBe(
      [
        `the exports of organization ${organizationId} in us-east-1 are incomplete: of 10 mailboxes 4 are not known to be exported.`,
        "  - alice@example.com: No export of the mailbox is known",
        "  - bob (b-id): The export of the mailbox failed",
        "  - c-id: What became of the export of the mailbox cannot be told (lostFromSight, job job-3)",
        "  - d-id: What became of the export of the mailbox cannot be told (perhapsNoMailbox)",
      ].join("\n"),
    );
  });

  test("says of an archive by which job, and where it was looked for", () => {
    const mailbox = { entityId: "a-id" };
    const { lines } = refused([
      { kind: "archiveGone", mailbox, jobId: "job-1", proof: proofs.gone },
      { kind: "archiveDenied", mailbox, jobId: "job-2", proof: { ...proofs.denied, key: "a\u202e\u001b[31m.zip" } },
      { kind: "archiveUnlocated", mailbox, jobId: "job-3", proof: proofs.unlocated },
    ]);
    expect(lines.slice(1)).toEqual([
      "  - a-id: The archive of the export is not in S3 (job job-1, s3://archives/exports/a.zip)",
      "  - a-id: S3 does not let the archive of the export be seen (job job-2, s3://archives/a.zip)",
      "  - a-id: The job of the export does not tell where its archive is (job job-3, it has no s3Path)",
    ]);
  });

  test.each([
    [10, 10, undefined],
    [11, 10, "  - and 1 more; getMailboxExportCoverage lists them all"],
    [1000, 10, "  - and 990 more; getMailboxExportCoverage lists them all"],
  ])("of %i names %i, and how many more", (count, named, more) => {
    const { lines } = refused(many(count));
    expect(lines.filter((line) => /^ {2}- user-/.test(line))).toHaveLength(named);
    expect(lines.find((line) => line.includes("more;"))).toBe(more);
    expect(lines).toHaveLength(1 + named + (more === undefined ? 0 : 1));
  });

  test("names no notes, which stand in nobody's way", () => {
    const notes: MailboxExportFinding[] = [
      { kind: "mailboxExcluded", mailbox: { entityId: "x-id" }, reason: "left" },
      { kind: "jobWithoutMailbox", jobId: "job-9" },
      { kind: "exclusionUnused", exclusion: "nobody", because: "nobody" },
    ];
    const { lines } = refused([missing("alice"), ...notes]);
    // But a slip in an exclusion is why somebody stands there.
    expect(lines.slice(1)).toEqual([
      "  - alice@example.com: No export of the mailbox is known",
      "  - exclude names nobody: nobody",
    ]);
  });

  test("speaks of one mailbox as of one", () => {
    expect(refused([missing("alice")]).lines[0]).toMatch(/: of 1 mailbox 1 is not known to be exported\.$/);
  });

  test.each([0, 3])("with %i mailboxes known and none open it says that there may be others", (total) => {
    const { lines } = refused([{ kind: "noMailboxes" }], {
      verdict: "unknown",
      counts: { ...counts, exported: total, total },
    });
    expect(lines[0]).toMatch(/ are unknown: not every mailbox need be known, and those known are \d\.$/);
    expect(lines[1]).toMatch(/^ {2}- No user or no mailbox was found$/);
  });
});

describe("names that others chose", () => {
  const hostile = [
    ["line breaks", "a\n  - nothing is open\r\nx"],
    ["other line breaks", "a\u2028b\u2029c\u0085d\u000be\u000cf"],
    ["colours", "\u001b[31mred\u001b[0m"],
    ["a cursor that goes up", "\u001b[2K\u001b[1Ayou may delete"],
    ["a link", "\u001b]8;;https://example.com\u0007click\u001b]8;;\u0007"],
    ["a title", "\u001b]0;title\u0007"],
    ["an escape that is cut", "x\u001b"],
    ["an escape of one character", "\u009b31mred"],
    ["backspaces", "abc\b\b\b"],
    ["a nul", "a\u0000b"],
    ["text from right to left", "\u202egnp.exe\u202c"],
    ["marks that are not seen", "a\u200b\u2066b\ufeff"],
    ["half a pair", "x\ud800"],
    ["ten thousand characters", "x".repeat(10_000)],
    ["ten thousand faces", "\u{1f600}".repeat(10_000)],
    ["nothing", ""],
    ["a blank", " \t"],
  ] as const;

  // biome-ignore lint/suspicious/noControlCharactersInRegex: this is what must not be there
  const unseen = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\p{Cf}\p{Cs}]/u;

  test.each(hostile)("%s break neither the text nor the terminal", (_name, name) => {
    const findings: MailboxExportFinding[] = [
      { kind: "mailboxFailed", mailbox: { entityId: name, email: name, name }, jobId: name },
      { kind: "mailboxUnknown", mailbox: { entityId: "x-id", name }, doubt: "lostFromSight", jobId: name },
      { kind: "mailboxMissing", mailbox: { entityId: name } },
    ];
    const { text, lines } = refused(findings);
    expect(lines).toHaveLength(1 + 3);
    expect(text).not.toMatch(unseen);
    expect(text.length).toBeLessThan(2000);
    expect(lines.slice(1, 4).every((line) => /^ {2}- \S/.test(line))).toBe(true);
  });

  test("that are blank do not stand for the id", () => {
    const mailbox = { entityId: "a-id", email: " ", name: "\u200b" };
    expect(refused([{ kind: "mailboxMissing", mailbox }]).lines[1]).toBe("  - a-id: No export of the mailbox is known");
    expect(refused([{ kind: "mailboxMissing", mailbox: { ...mailbox, name: "alice" } }]).lines[1]).toMatch(
      /^ {2}- alice \(a-id\):/,
    );
  });

  test("stay as they are where they do no harm", () => {
    const mailbox = { entityId: "a-id", email: "björn.o'neill+x@example.com" };
    expect(refused([{ kind: "mailboxMissing", mailbox }]).text).toContain("björn.o'neill+x@example.com: No");
  });

  test.each(hostile)("%s in a reason for doubt do not either", (_name, name) => {
    const text = refusalOfDoubt(`ListUsers failed: ${name}.\nAllow workmail:ListUsers.`);
    expect(text).not.toMatch(unseen);
    expect(text.length).toBeLessThan(5000);
  });
});

test("a refusal of doubt gives the reason with its advice", () => {
  expect(refusalOfDoubt("ListUsers failed: no.\nAllow workmail:ListUsers.").split("\n")).toEqual([
    "whether the mailboxes are exported cannot be learnt, and so they must not go:",
    "ListUsers failed: no.",
    "Allow workmail:ListUsers.",
  ]);
});
