import fc from "fast-check";
import { renderCsv } from "../../../provider/cli/formats/csv";
import { guarded, unguarded } from "../../../provider/cli/formats/csvGuard";
import { whyOf } from "../../../provider/cli/formats/words";
import { coverageAnswer, jobs, listAnswer, organizationCoverage, organizationId, region } from "../../support/answers";
import { proofs } from "../../support/proofs";
import { askPython } from "./askPython";
import { hostileCoverage, hostileList, hostileText, look } from "./hostile";

/** The records that Python's csv module reads, by RFC 4180 to the letter; the first is the header. */
async function readByPython(texts: readonly string[]): Promise<string[][][]> {
  const script = `import csv, io
answer = [list(csv.reader(io.StringIO(text, newline=""), strict=True)) for text in given]`;
  return JSON.parse(JSON.stringify(await askPython(script, texts)));
}

/** A reader of our own, for where thousands of texts are read: a cell that begins with a quotation mark is quoted. */
function read(text: string, delimiter = ","): string[][] {
  const cell = new RegExp(`("(?:[^"]|"")*"|)([^${delimiter}\r\n]*)(${delimiter}|\r?\n|\r|$)`, "y");
  const records: string[][] = [[]];
  while (cell.lastIndex < text.length) {
    const [, quoted = "", rest = "", end = ""] = cell.exec(text) ?? [];
    records.at(-1)?.push(quoted.slice(1, -1).replaceAll('""', '"') + rest);
    if (end !== delimiter) records.push([]);
  }
  return records.slice(0, -1);
}

function objects([header = [], ...records]: readonly string[][], undo: (cell: string) => string = unguarded) {
  return records.map((record) =>
    Object.fromEntries(header.map((column, index) => [column, undo(record[index] ?? "")] as const)),
  );
}

const text = (value: unknown) => (value === undefined ? "" : String(value));

test("a list has one row a job, with every member of it", () => {
  const proof = { ...proofs.proven, restoreStatus: { isRestoreInProgress: true } };
  const full = {
    jobId: "job",
    roleArn: "arn:aws:iam::123456789012:role/export",
    kmsKeyArn: "arn:aws:kms:us-east-1:123456789012:key/1",
    s3Prefix: "exports",
    lostFromSight: "throttled",
    proof,
  } as const;
  const [organization] = listAnswer().organizations;
  const answer = listAnswer({ organizations: organization ? [{ ...organization, jobs: [...jobs, full] }] : [] });
  const rows = objects(read(renderCsv(answer, look)));
  expect(rows).toHaveLength(jobs.length + 1);
  for (const [index, { proof: _, ...members }] of [...jobs, full].map((each) => ({ proof, ...each })).entries()) {
    const expected = Object.entries({ organizationId, region, ...members });
    expect(rows[index]).toMatchObject(Object.fromEntries(expected.map(([member, value]) => [member, text(value)])));
  }
  expect(rows.at(-1)).toMatchObject({
    proofOutcome: "proven",
    proofBucket: "archives",
    proofKey: "exports/a.zip",
    proofContentLength: "7",
    proofRestoreInProgress: "true",
  });
});

test.each(Object.values(proofs))("a proof that is $outcome has a column for each of its members", (proof) => {
  const [organization] = listAnswer().organizations;
  const answer = listAnswer({
    organizations: organization ? [{ ...organization, jobs: [{ jobId: "j", proof }] }] : [],
  });
  const [row = {}] = objects(read(renderCsv(answer, look)));
  const members = Object.entries(proof).map(([name, value]) => [
    `proof${name[0]?.toUpperCase()}${name.slice(1)}`,
    value,
  ]);
  expect(row).toMatchObject(Object.fromEntries(members.map(([name, value]) => [name, String(value)])));
});

test("a coverage has one row a mailbox, and one for what is unread, left out or without mailboxes", () => {
  const empty = organizationCoverage({ id: "m-empty", roster: [] });
  const unread = [{ region: "eu-west-1", reason: "accessDenied", message: "first\nsecond" }] as const;
  const leftOut = [{ organizationId: "m-gone", region, state: "Deleted", alias: "old" }];
  const answer = coverageAnswer({ organizations: [organizationCoverage(), empty], unread, leftOut });
  const rows = objects(read(renderCsv(answer, look)));
  const mailboxes = organizationCoverage().mailboxes;
  expect(rows.slice(0, mailboxes.length)).toEqual(
    mailboxes.map((mailbox) => {
      const { entityId, kind, status, job, excluded } = mailbox;
      return {
        organizationId,
        region,
        status,
        entityId,
        kind,
        email: text(mailbox.email),
        name: text(mailbox.name),
        displayName: text(mailbox.displayName),
        why: whyOf(mailbox),
        excluded: text(excluded),
        jobId: text(job?.jobId),
        state: text(job?.state),
        startTime: text(job?.startTime),
        endTime: text(job?.endTime),
        s3BucketName: text(job?.s3BucketName),
        s3Path: text(job?.s3Path),
        description: text(job?.description),
        errorInfo: text(job?.errorInfo),
      };
    }),
  );
  expect(rows.slice(mailboxes.length)).toMatchObject([
    { organizationId: "m-empty", status: "noMailboxes" },
    { organizationId: "", region: "eu-west-1", status: "unread", why: "first\nsecond" },
    { organizationId: "m-gone", status: "leftOut", name: "old" },
  ]);
});

test("the id of a mailbox is its own, also where its job names it by its email", () => {
  const named = [
    { jobId: "job", entityId: "alice@example.com", state: "COMPLETED", startTime: "2026-11-21T08:00:00Z" },
  ];
  const answer = coverageAnswer({ organizations: [organizationCoverage({ jobs: named })] });
  const rows = objects(read(renderCsv(answer, look)));
  expect(rows.find(({ email }) => email === "alice@example.com")).toMatchObject({
    entityId: "entity-0000001",
    jobId: "job",
  });
});

test("without any row there is the header", () => {
  expect(renderCsv(listAnswer({ organizations: [] }), look)).toMatch(/^"organizationId","region","jobId",[^\n]+\r\n$/);
  expect(renderCsv(coverageAnswer({ organizations: [] }), look)).toMatch(
    /^"organizationId","region","status",[^\n]+\r\n$/,
  );
});

test("each line ends with CRLF, and each value that is there stands in quotation marks", () => {
  const csv = renderCsv(listAnswer(), look);
  expect(csv.endsWith("\r\n")).toBe(true);
  expect(csv.split("\r\n").every((line) => /^(("([^"]|"")*")?(,|$))*$/.test(line))).toBe(true);
});

test.each([
  ["=1+1", "'=1+1"],
  ["+1", "'+1"],
  ["-1", "'-1"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["\t=1", "'\t'=1"],
  ["\rx", "'\rx"],
  ["\nx", "'\nx"],
  ["＝1", "'＝1"],
  ["＋1", "'＋1"],
  ["－1", "'－1"],
  ["＠a", "'＠a"],
  ["﹦1", "'﹦1"],
  ["−1", "'−1"],
  ["  =1", "'  =1"],
  ['"=1', "'\"=1"],
  ["'=1", "''=1"],
  ["\u00a0=1", "'\u00a0=1"],
  ["\ufeff=1", "'\ufeff=1"],
  ["\u200b=1", "'\u200b=1"],
  ["\u0000=1", "'\u0000=1"],
  ["a;=1", "a;'=1"],
  ["a\t =1", "a\t' =1"],
  ["a\n=1", "a\n'=1"],
])("%j is no formula any more: %j", (formula, cell) => {
  expect(guarded(formula)).toBe(cell);
  expect(unguarded(cell)).toBe(formula);
});

test.each([
  "alice@example.com",
  "a-b",
  "a=b",
  "exports/2026-11/a.zip",
  "'quoted'",
  "a, -b",
  "2026-11-21T08:00:00Z",
  " a",
])("%j stays as it is", (harmless) => {
  expect(guarded(harmless)).toBe(harmless);
  expect(unguarded(harmless)).toBe(harmless);
});

test("what was guarded can be had back, whatever it was", () => {
  fc.assert(
    fc.property(hostileText, (given) => {
      expect(unguarded(guarded(given))).toBe(given);
      expect(unguarded(guarded(guarded(given)))).toBe(guarded(given));
    }),
    { numRuns: 5000 },
  );
});

/** What OWASP lists, behind what spreadsheets are known to leave out in front of it. */
const formula = /^[\s"\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]/u;

test.each([",", ";", "\t"])("no cell begins with a formula, also where the cells are separated by %j", (delimiter) => {
  fc.assert(
    fc.property(fc.oneof(hostileCoverage, hostileList), (answer) => {
      const cells = read(renderCsv(answer, look), delimiter).flat();
      expect(cells.filter((cell) => formula.test(cell))).toEqual([]);
    }),
  );
});

test("no cell begins with a tab or with the end of a line", () => {
  fc.assert(
    fc.property(fc.oneof(hostileCoverage, hostileList), (answer) => {
      expect(
        read(renderCsv(answer, look))
          .flat()
          .filter((cell) => /^[\t\r\n]/.test(cell)),
      ).toEqual([]);
    }),
  );
});

test("Python reads every value back, and so does the reader of these tests", async () => {
  const answers = fc.sample(fc.oneof(hostileCoverage, hostileList), 60);
  const texts = answers.map((answer) => renderCsv(answer, look).toWellFormed());
  const records = await readByPython(texts);
  for (const [index, answer] of answers.entries()) {
    expect(records[index]).toEqual(read(texts[index] ?? ""));
    const rows = objects(records[index] ?? []);
    const named = answer.organizations.flatMap((each) => ("mailboxes" in each ? each.mailboxes : []));
    const listed = answer.organizations.flatMap((each) => ("jobs" in each ? each.jobs : []));
    const wellFormed = (value: string | undefined) => (value ?? "").toWellFormed();
    expect(rows.slice(0, named.length).map(({ name }) => name)).toEqual(named.map(({ name }) => wellFormed(name)));
    const descriptions = [...named.map(({ job }) => job?.description), ...listed.map(({ description }) => description)];
    expect(rows.slice(0, descriptions.length).map(({ description }) => description)).toEqual(
      descriptions.map(wellFormed),
    );
  }
});
