import { source } from "axe-core";
import type { BrowserContextOptions } from "playwright-core";
import { type ReportBrowser, startBrowser } from "../../../support/browser/openReport";
import { answers, report } from "./reports";

let browser: ReportBrowser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

const looks: readonly (readonly [string, BrowserContextOptions])[] = [
  ["light", { colorScheme: "light" }],
  ["dark", { colorScheme: "dark" }],
  ["narrow", { colorScheme: "light", viewport: { width: 375, height: 800 } }],
];
const cases = Object.entries(answers).flatMap(([name, answer]) =>
  looks.map(([look, options]) => ({ name, answer, look, options })),
);

/** What axe finds, as far as it is worth a line: which rule, and where. */
const violations = `axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) =>
  violations.map(({ id, impact, nodes }) => impact + " " + id + ": " + nodes.slice(0, 3).map((node) => node.html).join(" ")))`;

test.each(cases)("axe finds nothing in $name, $look", async ({ answer, options }) => {
  // axe itself is a script that the page's policy does not allow.
  const { page, troubles } = await browser.open(report(answer), { ...options, bypassCSP: true });
  await page.addScriptTag({ content: source });
  expect(await page.evaluate(violations)).toEqual([]);
  expect(troubles).toEqual([]);
  await page.context().close();
});
