import fc from "fast-check";
import type { CoverageAnswer, ListAnswer } from "../../../provider/cli/answer";
import type { Look } from "../../../provider/cli/formats/format";
import { coverageAnswer, jobs, listAnswer, organizationCoverage, roster } from "../../support/answers";

/** No terminal, and everything shown. */
export const look: Look = { columns: undefined, colour: false, show: "mailboxes" };

/** What means something in CSV, JSON, XML, HTML, Markdown or a terminal. */
const pieces = [
  ..."=+-@＝＋－＠﹦−'\"`;,|\t\r\n\\ &<>[](){}*_~#!$:^.%/a1é名😀",
  ..."\u0000\u0007\u001b\u007f\u0085\u009b\u00a0\u200b\u200d\u202e\u2028\u2029\ufeff\ufffe\uffff",
  "\ud800",
  "\udc00",
  "\r\n",
  "]]>",
  "<!--",
  "</code>",
  "<script>alert(1)</script>",
  "&amp;",
  "&#64;",
  "&#0;",
  "&#x1b;",
  "&#99999999999;",
  "&nothing;",
  "&lt;b>",
  "[a](javascript:alert(1))",
  "![a](http://example.com/a.png)",
  "http://example.com",
  "www.example.com",
  "@octocat",
  "#123",
  ":smile:",
  "$x^2$",
  "| --- |",
  "# ",
  "- ",
  "> ",
  "```",
  "word",
  "=1+1",
  "=cmd|' /C calc'!A0",
];

export const hostileText = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((some) => some.join(""));

const texts = fc.record({
  name: hostileText,
  displayName: hostileText,
  email: hostileText,
  description: hostileText,
  errorInfo: hostileText,
  state: hostileText,
  s3Path: hostileText,
  reason: hostileText,
  message: hostileText,
  alias: hostileText,
});

type Texts = typeof texts extends fc.Arbitrary<infer Value> ? Value : never;

/** The answers of the samples, with hostile text wherever others may choose the text. */
export const hostileCoverage: fc.Arbitrary<CoverageAnswer> = texts.map((given) => {
  const { name, displayName, email, reason, message, alias } = given;
  const organization = organizationCoverage({
    jobs: hostileJobs(given),
    roster: roster.map((member, index) => (index % 2 === 0 ? { ...member, name, displayName, email } : member)),
    rules: { exclude: { "entity-0000007": reason, [name]: reason } },
  });
  const unread = [{ organizationId: "m-1", region: "eu-west-1", reason: "other", message }] as const;
  const leftOut = [{ organizationId: "m-2", region: "us-west-2", state: "Deleted", alias }];
  return coverageAnswer({ organizations: [organization], unread, leftOut });
});

export const hostileList: fc.Arbitrary<ListAnswer> = texts.map((given) => {
  const [organization, ...others] = listAnswer().organizations;
  if (organization === undefined) return listAnswer();
  return listAnswer({ organizations: [{ ...organization, jobs: hostileJobs(given) }, ...others] });
});

function hostileJobs({ description, errorInfo, state, s3Path }: Texts) {
  return jobs.map((job, index) => (index % 2 === 0 ? { ...job, description, errorInfo, s3Path } : { ...job, state }));
}
