import { createHash } from "node:crypto";
import fc from "fast-check";
import type { MailboxExportJob, RosterMember } from "../../../../provider/model";
import { coverageAnswer, listAnswer, organizationCoverage } from "../../../support/answers";
import { manyMailboxes } from "./manyMailboxes";
import { answers, report } from "./reports";

const each = Object.entries(answers).map(([name, answer]) => ({ name, html: report(answer), answer }));

test.each(each)("$name: the same answer gives the same text", ({ html, answer }) => {
  expect(report(structuredClone(answer))).toBe(html);
});

test.each(each)("$name: nothing is loaded, and no text becomes a link", ({ html }) => {
  const addresses = [...html.matchAll(/\b(?:href|src|srcset|action|data|poster|xlink:href)="([^"]*)"/g)].map(
    ([, to]) => to,
  );
  expect(addresses.filter((to) => !/^#[a-z0-9-]+$|^data:,$/.test(to ?? ""))).toEqual([]);
  expect(html).not.toMatch(/@import|url\((?!#)|@font-face/);
});

test.each(each)("$name: every link leads to a part of the page, and no id is there twice", ({ html }) => {
  const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const wanted = [...html.matchAll(/(?:href="#|aria-labelledby="|for="|fill="url\(#)([^")]*)/g)].map(([, id]) => id);
  expect(wanted.filter((id) => !ids.includes(id))).toEqual([]);
});

test.each(each)("$name: its policy allows its own style and script, by what they are", ({ html }) => {
  const policy = /Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1]?.replaceAll("&#39;", "'");
  const inside = (element: string) => html.split(`<${element}>`)[1]?.split(`</${element}>`)[0] ?? "";
  const hash = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
  expect(policy?.split("; ")).toEqual([
    "default-src 'none'",
    `style-src ${hash(inside("style"))}`,
    `script-src ${hash(inside("script"))}`,
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ]);
});

test.each(each)("$name: no attribute is a style or a handler", ({ html }) => {
  expect(html.replace(/<script>.*<\/script>/s, "")).not.toMatch(/<[a-z][^>]* (?:style|on[a-z]+)=/);
});

test("2,000 mailboxes stay below 2 MB", () => {
  const html = report(coverageAnswer({ organizations: [manyMailboxes(2000)] }));
  expect(html.match(/<tr data-status=/g)).toHaveLength(2000);
  expect(Buffer.byteLength(html)).toBeLessThan(2_000_000);
});

/** A word that is nowhere in our own text: a sign of markup right before it can only be a foreign one. */
const word = "zqx";
const dangerous = ["<", ">", '"', "'", "&"].map((sign) => `${sign}${word}`);
const hostileText = fc
  .array(
    fc.oneof(
      fc.constantFrom(...dangerous, "</script>", "<!--", "-->", "@", "$&", "`", "\u202e", "\u0000", "\n", "]]>"),
      fc.string({ unit: "binary", maxLength: 4 }),
    ),
    { maxLength: 6 },
  )
  .map((parts) => `x${parts.join("")}`);

const hostileJob = fc.record<MailboxExportJob>({
  jobId: hostileText,
  entityId: fc.constantFrom("one", "two", "nobody"),
  state: fc.oneof(fc.constantFrom("FAILED", "RUNNING", "COMPLETED"), hostileText),
  startTime: fc.oneof(fc.constant("2026-11-20T08:00:00Z"), hostileText),
  description: hostileText,
  errorInfo: hostileText,
  s3BucketName: hostileText,
  s3Path: hostileText,
  kmsKeyArn: hostileText,
  proof: fc.record({ outcome: fc.constant("unlocated" as const), because: hostileText }),
});

const hostileMember = (entityId: string) =>
  fc.record<RosterMember>({
    entityId: fc.constant(entityId),
    kind: fc.constantFrom("user", "resource"),
    name: hostileText,
    displayName: hostileText,
    email: hostileText,
    state: fc.constantFrom("ENABLED", "DELETED"),
  });

function expectNoForeignMarkup(html: string): void {
  const [body = ""] = html.split("<style>").slice(1);
  expect(dangerous.filter((text) => html.includes(text))).toEqual([]);
  expect(body.match(/<\/script/gi)).toHaveLength(1);
  expect(html).not.toMatch(/<!--|-->|(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u);
}

test("no foreign text of a coverage becomes markup, and none turns the page around", () => {
  fc.assert(
    fc.property(
      fc.array(hostileJob, { maxLength: 5 }),
      fc.tuple(hostileMember("one"), hostileMember("two"), hostileMember("three")),
      hostileText,
      (jobs, roster, text) => {
        const one = organizationCoverage({ roster, jobs, rules: { exclude: { three: text, [text]: text } } });
        const two = { ...one, organizationId: text, region: text };
        const unread = [{ organizationId: text, region: text, reason: "other" as const, message: text }];
        const leftOut = [{ organizationId: text, region: text, state: text, alias: text }];
        expectNoForeignMarkup(report(coverageAnswer({ organizations: [one, two], unread, leftOut })));
      },
    ),
  );
});

test("no foreign text of a list becomes markup, nor does a filter", () => {
  const [sample] = listAnswer().organizations;
  if (sample === undefined) throw new Error("no sample");
  fc.assert(
    fc.property(fc.array(hostileJob, { maxLength: 5 }), hostileText, (jobs, text) => {
      const filters = { states: [text], entityIds: [text], s3BucketName: text, s3PathPrefix: text, startedAfter: text };
      const organization = { ...sample, ...filters, organizationId: text, region: text, jobs };
      expectNoForeignMarkup(report(listAnswer({ organizations: [organization, organization] })));
    }),
  );
});

test("what cannot be told is never said to be complete", () => {
  expect(report(answers.failed)).toContain("Unknown: nothing could be read");
  expect(report(answers.nothing)).toContain("Unknown: no organization was read");
  expect(report(answers.noMailbox)).toContain("Unknown: no user or no mailbox was found");
  for (const name of ["failed", "nothing", "noMailbox", "coverage", "several", "many"] as const) {
    expect(report(answers[name])).not.toContain("The tear-down may go on");
  }
  expect(report(answers.complete)).toContain("The tear-down may go on");
});

test("a list says no verdict, and which jobs it left out", () => {
  const html = report(answers.lists);
  expect(html).toContain("This is a list and no verdict");
  expect(html).toContain("Only jobs in the states <bdi>FAILED</bdi>");
  expect(html).toContain("a&lt;b");
  expect(html).not.toContain('class="verdict');
});
