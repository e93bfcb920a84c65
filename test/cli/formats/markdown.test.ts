import fc from "fast-check";
import type { Answer, CoverageAnswer } from "../../../provider/cli/answer";
import { renderMarkdown } from "../../../provider/cli/formats/markdown";
import { bounded } from "../../../provider/cli/formats/markdownBound";
import { code } from "../../../provider/cli/formats/markdownText";
import { countedAs, mailboxLabel } from "../../../provider/cli/formats/words";
import { findingKinds } from "../../../provider/exports/findingKinds";
import { plainLine } from "../../../provider/exports/plainText";
import type { RosterMember } from "../../../provider/model";
import { coverageAnswer, listAnswer, organizationCoverage, organizationId, region } from "../../support/answers";
import { askPython } from "./askPython";
import { hostileCoverage, hostileList, hostileText, look } from "./hostile";

/** What is left of a text in Markdown, as GitHub's own parser (cmark-gfm) makes HTML of it. */
interface Page {
  /** Which elements there are. */
  readonly tags: readonly string[];
  /** Each attribute, as `element attribute value`. */
  readonly attributes: readonly string[];
  /** Rows of cells, table by table. */
  readonly tables: readonly (readonly (readonly string[])[])[];
  /** All text that does not stand in code. */
  readonly prose: string;
  readonly headings: readonly string[];
  readonly items: readonly string[];
}

async function pagesOf(texts: readonly string[]): Promise<readonly Page[]> {
  const script = `
from cmarkgfm import github_flavored_markdown_to_html
from cmarkgfm.cmark import Options
from lxml import etree, html
def content(element):
    return "".join(element.itertext())
def page(text):
    root = html.fromstring("<div>" + github_flavored_markdown_to_html(text, options=Options.CMARK_OPT_UNSAFE) + "</div>")
    elements = [each for each in root.iter() if each is not root]
    answer = {
        "tags": sorted({each.tag if isinstance(each.tag, str) else "comment" for each in elements}),
        "attributes": [f"{each.tag} {name} {value}" for each in elements for name, value in each.items()],
        "tables": [[[content(cell) for cell in row] for row in table.iter("tr")] for table in root.iter("table")],
        "headings": [content(each) for each in root.iter("h2", "h3", "h4")],
        "items": [content(each) for each in root.iter("li")],
    }
    etree.strip_elements(root, "code", with_tail=False)
    return {**answer, "prose": content(root)}
answer = [page(text) for text in given]`;
  return JSON.parse(JSON.stringify(await askPython(script, texts)));
}

async function pageOf(answer: Answer, show: "mailboxes" | "findings" = "mailboxes"): Promise<Page> {
  const [page] = await pagesOf([renderMarkdown(answer, { ...look, show })]);
  if (page === undefined) throw new Error("no page");
  return page;
}

const unread = [
  { organizationId: "m-1", region: "eu-west-1", reason: "accessDenied", message: "it may\nnot" },
] as const;
const leftOut = [{ organizationId: "m-2", region, state: "Deleted", alias: "old" }];

test("a coverage says its verdict, what that means, how it was read, and its counts", async () => {
  const page = await pageOf(coverageAnswer(), "findings");
  expect(page.headings[0]).toBe("WorkMail mailbox exports: incomplete");
  expect(page.prose).toContain("At least one mailbox is not exported.");
  expect(page.prose).toContain("3 pages, and 2 jobs remembered before");
  expect(page.tables).toEqual([
    [
      [
        ...["organization", "verdict", "total", "exported", "running", "failed"],
        ...["cancelled", "stale", "unproven", "missing", "unknown", "excluded"],
      ],
      ["all", "incomplete", "8", "1", "1", "1", "1", "1", "0", "1", "1", "1"],
    ],
  ]);
});

test("findings stand under their kind, with what to do and whom it is about", async () => {
  const { headings, items, prose } = await pageOf(coverageAnswer(), "findings");
  const kinds = new Set(organizationCoverage().findings.map(({ kind }) => kind));
  for (const kind of kinds) {
    expect(headings.filter((heading) => heading.startsWith(`${findingKinds[kind].title} (`))).toHaveLength(1);
    expect(prose).toContain(findingKinds[kind].advice);
  }
  expect(items).toEqual([
    "bob@example.com: job job-2",
    "erik@example.com",
    "formula@example.com: job job-5",
    "rtl@example.com: job job-4",
    "wide@example.com: job job-3",
    "dora@example.com: the job is in a state that AWS does not document, or in none: job job-6",
    "room@example.com: no mail",
    "job job-7: entity-0000099",
    "job job-8",
    "ghost@example.com: it names nobody",
  ]);
});

function members(count: number): readonly RosterMember[] {
  return Array.from({ length: count }, (_, index) => ({
    entityId: `entity-${index}`,
    kind: "user",
    state: "ENABLED",
    userRole: "USER",
    email: `user-${String(index).padStart(6, "0")}@example.com`,
  }));
}

test("of one kind 50 are named, and it is said how many more there are", async () => {
  const of = (count: number) =>
    coverageAnswer({ organizations: [organizationCoverage({ roster: members(count), jobs: [] })] });
  const fifty = await pageOf(of(50), "findings");
  expect(fifty.items.filter((item) => item.startsWith("user-"))).toHaveLength(50);
  expect(fifty.items.some((item) => item.includes("more"))).toBe(false);
  const more = await pageOf(of(53), "findings");
  expect(more.items.filter((item) => item.startsWith("user-"))).toHaveLength(50);
  expect(more.items).toContain("and 3 more");
});

test("the mailboxes are a table, only where they are asked for", async () => {
  const answer = coverageAnswer();
  expect((await pageOf(answer, "findings")).tables).toHaveLength(1);
  const [, table = []] = (await pageOf(answer)).tables;
  expect(table.slice(1).map(([label, , id, status]) => [label, id, status])).toEqual(
    organizationCoverage().mailboxes.map((each) => [mailboxLabel(each), each.entityId, countedAs(each)]),
  );
});

test("several organizations have a row and a section each", async () => {
  const organizations = [
    organizationCoverage({ id: "m-a" }),
    organizationCoverage({ id: "m-b", roster: [], jobs: [] }),
  ];
  const { tables, headings } = await pageOf(coverageAnswer({ organizations }), "findings");
  expect(tables[0]?.slice(1).map(([organization, verdict]) => [organization, verdict])).toEqual([
    ["all", "incomplete"],
    ["m-a in us-east-1", "incomplete"],
    ["m-b in us-east-1", "unknown"],
  ]);
  expect(headings).toEqual(
    expect.arrayContaining([
      "m-a in us-east-1: incomplete",
      "m-b in us-east-1: unknown",
      `${findingKinds.noMailboxes.title} (1)`,
    ]),
  );
});

test("what was not read and what was left out is said before the findings", async () => {
  const { headings, items } = await pageOf(coverageAnswer({ unread, leftOut }));
  expect(headings.slice(1, 3)).toEqual(["Could not be read", "Not asked"]);
  expect(items.slice(0, 2)).toEqual([
    "m-1 in eu-west-1 (accessDenied): it may not",
    "m-2 in us-east-1, called old: its state is Deleted",
  ]);
  const region = coverageAnswer({
    organizations: [],
    unread: [{ region: "eu-west-1", reason: "timeout", message: "late" }],
  });
  expect((await pageOf(region)).items).toEqual(["the organizations in eu-west-1 (timeout): late"]);
});

test("a list is its counts and a table of its jobs", async () => {
  const answer = listAnswer({ leftOut });
  const { headings, tables } = await pageOf(answer);
  expect(headings).toEqual(["WorkMail mailbox export jobs", "Not asked", `${organizationId} in ${region}`]);
  expect(tables[0]?.[1]).toEqual(["8", "1", "3", "1", "1", "2"]);
  expect(tables[1]?.slice(1).map(([jobId, entityId, state]) => [jobId, entityId, state])).toEqual(
    answer.organizations.flatMap(({ jobs }) =>
      jobs.map(({ jobId, entityId = "", state = "" }) => [jobId, entityId, state]),
    ),
  );
});

const ourTags = ["a", "code", "h2", "h3", "h4", "li", "p", "table", "tbody", "td", "th", "thead", "tr", "ul"];
/** What GitHub and GitLab make something of after the parser: people, issues, emoji, formulas, links. */
const alive = /@|#\d|!\d|:\w+:|\$|https?:|www\.|javascript:/i;

test("whatever others wrote, GitHub makes no element, no link and no mention of it, and shows it to the letter", async () => {
  const answers = fc.sample(fc.oneof(hostileCoverage, hostileList), 150);
  const pages = await pagesOf(answers.map((answer) => renderMarkdown(answer, look)));
  for (const [index, answer] of answers.entries()) {
    const { tags = [], attributes = [], prose = "", tables = [] } = pages[index] ?? {};
    expect(tags.filter((tag) => !ourTags.includes(tag))).toEqual([]);
    expect(attributes.filter((attribute) => !attribute.startsWith("a href mailto:"))).toEqual([]);
    expect(prose).not.toMatch(alive);
    expect(tables[1]?.slice(1)).toEqual(expectedRows(answer));
  }
});

function expectedRows(answer: Answer): unknown {
  const shown = (text: string | undefined) => plainLine(text ?? "");
  if (answer.kind === "coverage") return answer.organizations.flatMap(({ mailboxes }) => mailboxes.map(mailboxRow));
  return answer.organizations.flatMap(({ jobs }) =>
    jobs.map(({ jobId, entityId, state, startTime, endTime, s3Path, description, errorInfo }) =>
      [jobId, entityId, state, startTime, endTime, s3Path, description, errorInfo].map(shown),
    ),
  );
}

function mailboxRow(mailbox: CoverageAnswer["organizations"][number]["mailboxes"][number]): unknown {
  const { entityId, name = "", displayName = name, job } = mailbox;
  const texts = [mailboxLabel(mailbox), displayName, entityId, countedAs(mailbox)];
  const of = [job?.jobId, job?.startTime, job?.s3Path].map((text) => plainLine(text ?? ""));
  return [...texts.map(plainLine), expect.any(String), ...of];
}

test("a text of others is one line of code, also where the parser leaves HTML out", () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const written = code(text);
      expect(written).toMatch(/^(<code>[^<>|`*_~[\]\\@$!:"'^{}\n\r]+<\/code>)?$/);
      expect(written).not.toMatch(/www\./i);
      expect(written.replace(/&#\d+;/g, "")).not.toMatch(/[&#]/);
    }),
    { numRuns: 2000 },
  );
});

test("a text of 2000 characters and more is shortened, so that no line grows without end", () => {
  expect(code("a".repeat(1_000_000)).length).toBeLessThan(3000);
});

test("lines are left out from the end where they do not fit, and it is said how many", () => {
  const lines = ["12345", "12345", "é2345", "12345"];
  expect(bounded(lines, 25)).toBe("12345\n12345\né2345\n12345\n");
  const cut = "**Cut short: 1 of 4 lines are left out here. The formats csv and json hold all.**";
  expect(bounded(lines, 24)).toBe(`12345\n12345\né2345\n\n${cut}\n`);
});

test("20,000 mailboxes make a page that GitHub takes, with the verdict and the findings in it", async () => {
  const answer = coverageAnswer({ organizations: [organizationCoverage({ roster: members(20_000), jobs: [] })] });
  const text = renderMarkdown(answer, look);
  expect(Buffer.byteLength(text)).toBeLessThan(1_000_000);
  expect(Buffer.byteLength(text)).toBeGreaterThan(850_000);
  const page = await pageOf(answer);
  expect(page.headings[0]).toBe("WorkMail mailbox exports: incomplete");
  expect(page.items).toContain("and 19950 more");
  expect(page.prose.trimEnd()).toMatch(
    /Cut short: \d+ of \d+ lines are left out here\. The formats csv and json hold all\.$/,
  );
  const [, table = []] = page.tables;
  expect(table.length).toBeGreaterThan(5000);
  expect(new Set(table.map((row) => row.length))).toEqual(new Set([8]));
});
