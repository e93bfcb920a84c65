import type { Locator, Page } from "playwright-core";
import { coverageAnswer, organizationCoverage } from "../../../support/answers";
import { type OpenReport, type ReportBrowser, startBrowser } from "../../../support/browser/openReport";
import { manyMailboxes } from "./manyMailboxes";
import { answers, report } from "./reports";

let browser: ReportBrowser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

let opened: OpenReport[] = [];
async function open(...args: Parameters<ReportBrowser["open"]>): Promise<Page> {
  const one = await browser.open(...args);
  opened.push(one);
  return one.page;
}

// Whatever a test does: no error, no message, no dialog and no request.
afterEach(async () => {
  const troubles = opened.flatMap((each) => each.troubles);
  await Promise.all(opened.map(({ page }) => page.context().close()));
  opened = [];
  expect(troubles).toEqual([]);
});

const coverage = report(answers.coverage);

/** The names of the rows that are seen, from top to bottom. */
async function namesIn(page: Page): Promise<string[]> {
  const names = await page.locator("#mailboxes-table tbody tr:visible th > bdi").allTextContents();
  return names.map((name) => name.replace("@example.com", ""));
}

function column(page: Page, title: string): Locator {
  return page.locator("#mailboxes-table").getByRole("columnheader", { name: title });
}

async function sortBy(page: Page, title: string): Promise<string[]> {
  await column(page, title).getByRole("button").click();
  return namesIn(page);
}

const shown = (page: Page) => page.locator("#mailboxes .shown").textContent();
const text = (page: Page) => page.locator("#mailboxes").getByLabel("Text in any column");
const status = (page: Page) => page.locator("#mailboxes").getByLabel("Status");

describe("sorting", () => {
  test("at first what is not exported stands above, the graver first", async () => {
    const page = await open(coverage);
    expect(await namesIn(page)).toEqual(["erik", "wide", "rtl", "formula", "bob", "dora", "room", "alice"]);
    expect(await column(page, "Status").getAttribute("aria-sort")).toBe("ascending");
  });

  test("by name, and the other way round", async () => {
    const page = await open(coverage);
    const names = ["alice", "bob", "dora", "erik", "formula", "room", "rtl", "wide"];
    expect(await sortBy(page, "Mailbox")).toEqual(names);
    expect(await column(page, "Mailbox").getAttribute("aria-sort")).toBe("ascending");
    expect(await column(page, "Status").getAttribute("aria-sort")).toBeNull();
    expect(await sortBy(page, "Mailbox")).toEqual(names.toReversed());
    expect(await column(page, "Mailbox").getAttribute("aria-sort")).toBe("descending");
  });

  test("by time, and those without one are last both ways", async () => {
    const page = await open(coverage);
    expect(await sortBy(page, "Started")).toEqual(["formula", "alice", "wide", "rtl", "dora", "bob", "erik", "room"]);
    expect(await sortBy(page, "Started")).toEqual(["bob", "dora", "rtl", "wide", "alice", "formula", "erik", "room"]);
  });

  test("by status again it is the first order", async () => {
    const page = await open(coverage);
    const first = await namesIn(page);
    await sortBy(page, "Mailbox");
    expect(await sortBy(page, "Status")).toEqual(first);
    const reversed = await sortBy(page, "Status");
    expect(reversed[0]).toBe("alice");
  });

  test("numbers in names are numbers", async () => {
    const page = await open(report(answers.many));
    const names = await sortBy(page, "Mailbox");
    expect(names).toEqual(Array.from({ length: 120 }, (_, index) => `person${index}`));
  });
});

describe("filtering", () => {
  test("by text, in every column, all words of it, in large letters or small", async () => {
    const page = await open(coverage);
    expect(await shown(page)).toBe("8 of 8 mailboxes shown");
    await text(page).fill("hyperlink");
    expect(await namesIn(page)).toEqual(["wide"]);
    expect(await shown(page)).toBe("1 of 8 mailboxes shown");
    await text(page).fill("EXAMPLE.com 0000002");
    expect(await namesIn(page)).toEqual(["bob"]);
    await text(page).fill("nobody is called so");
    expect(await shown(page)).toBe("0 of 8 mailboxes shown: none fits the filter");
    await page.locator("#mailboxes").getByRole("button", { name: "Show all" }).click();
    expect(await shown(page)).toBe("8 of 8 mailboxes shown");
    expect(await namesIn(page)).toHaveLength(8);
  });

  test("by status, and by what is neither exported nor excluded", async () => {
    const page = await open(coverage);
    await status(page).selectOption({ label: "Failed (1)" });
    expect(await namesIn(page)).toEqual(["wide"]);
    await status(page).selectOption({ label: "Neither exported nor excluded (6)" });
    expect(await namesIn(page)).toEqual(["erik", "wide", "rtl", "formula", "bob", "dora"]);
    await text(page).fill("bob");
    expect(await shown(page)).toBe("1 of 8 mailboxes shown");
  });

  test("the number of rows shown is told to those who do not see them", async () => {
    const page = await open(coverage);
    await text(page).fill("bob");
    expect(await page.locator("#mailboxes").getByRole("status").textContent()).toBe("1 of 8 mailboxes shown");
  });

  test("sorting keeps the filter", async () => {
    const page = await open(coverage);
    await status(page).selectOption("open");
    expect(await sortBy(page, "Mailbox")).toEqual(["bob", "dora", "erik", "formula", "rtl", "wide"]);
  });

  test("by organization, where there is more than one", async () => {
    const page = await open(report(answers.several));
    expect(await namesIn(page)).toHaveLength(9);
    await page.locator("#mailboxes").getByLabel("Organization").selectOption({ index: 2 });
    expect(await namesIn(page)).toEqual(["alice"]);
    expect(await shown(page)).toBe("1 of 9 mailboxes shown");
  });

  test("each table has its own filter", async () => {
    const page = await open(coverage);
    await page.locator("#orphans").getByLabel("Text in any column").fill("left");
    expect(await page.locator("#orphans .shown").textContent()).toBe("1 of 2 jobs shown");
    expect(await shown(page)).toBe("8 of 8 mailboxes shown");
  });
});

describe("with the keyboard alone", () => {
  const focused = (page: Page) => page.locator(":focus");

  test("one comes to the filter, through it, and sorts with Enter and with the space bar", async () => {
    const page = await open(coverage);
    await page.keyboard.press("Tab");
    expect(await focused(page).textContent()).toBe("Skip to the report");
    expect(await focused(page).boundingBox()).toMatchObject({ y: 8 });
    await page.keyboard.press("Enter");
    expect(await focused(page).getAttribute("id")).toBe("main");
    for (let presses = 0; presses < 20; presses += 1) {
      await page.keyboard.press("Tab");
      if ((await focused(page).getAttribute("id")) === "mailboxes-table-text") break;
    }
    await page.keyboard.type("example");
    expect(await shown(page)).toBe("8 of 8 mailboxes shown");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Failed");
    expect(await namesIn(page)).toEqual(["wide"]);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect(await shown(page)).toBe("8 of 8 mailboxes shown");
    expect(await focused(page).getAttribute("id")).toBe("mailboxes-table-text");
    for (const stop of ["", "", "", "Status", "Mailbox"]) {
      await page.keyboard.press("Tab");
      if (stop !== "") expect(await focused(page).textContent()).toBe(stop);
    }
    await page.keyboard.press("Enter");
    expect((await namesIn(page))[0]).toBe("alice");
    expect(await focused(page).textContent()).toBe("Mailbox");
    await page.keyboard.press("Space");
    expect((await namesIn(page))[0]).toBe("wide");
  });

  test("the focus is seen", async () => {
    const page = await open(coverage);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    expect(await page.evaluate("getComputedStyle(document.activeElement).outlineStyle")).toBe("solid");
    const button = column(page, "Kind").getByRole("button");
    await button.focus();
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Tab");
    expect(await page.evaluate("getComputedStyle(document.activeElement).outlineStyle")).toBe("solid");
  });
});

describe("how it looks", () => {
  const ground = (page: Page) => page.evaluate("getComputedStyle(document.body).backgroundColor");
  const ink = (page: Page) => page.evaluate("getComputedStyle(document.body).color");

  test("light and dark differ", async () => {
    const light = await open(coverage, { colorScheme: "light" });
    const dark = await open(coverage, { colorScheme: "dark" });
    expect(await ground(light)).toBe("rgb(245, 246, 248)");
    expect(await ground(dark)).toBe("rgb(15, 19, 25)");
    expect(await ink(light)).not.toBe(await ink(dark));
  });

  test.each(Object.keys(answers))("%s is not wider than a telephone", async (name) => {
    const found = Object.entries(answers).find(([each]) => each === name);
    const page = await open(found === undefined ? "" : report(found[1]), { viewport: { width: 375, height: 800 } });
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(375);
  });

  test.each([1440, 1000])("at a width of %d the titles of the columns stay in sight", async (width) => {
    const page = await open(report(answers.many), { viewport: { width, height: 700 } });
    await page.locator("#mailboxes-table tbody tr").nth(60).scrollIntoViewIfNeeded();
    const box = await column(page, "Mailbox").boundingBox();
    expect(box?.y).toBeGreaterThanOrEqual(0);
    expect(box?.y).toBeLessThan(700);
  });

  test.each(Object.entries(answers))(
    "%s: headings go down one level at a time, from a single first one",
    async (_, answer) => {
      const page = await open(report(answer));
      const tags = await page.evaluate<string[]>(
        `[...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].map(({ tagName }) => tagName)`,
      );
      const numbers = tags.map((tag) => Number(tag.slice(1)));
      expect(numbers[0]).toBe(1);
      expect(numbers.filter((level) => level === 1)).toHaveLength(1);
      expect(numbers.slice(1).filter((level, index) => level > (numbers[index] ?? 0) + 1)).toEqual([]);
    },
  );
});

describe("on paper", () => {
  test("every row is printed, also those that a filter hides, and the filter is told", async () => {
    const page = await open(coverage, { colorScheme: "dark" });
    await text(page).fill("bob <&>");
    await status(page).selectOption({ label: "Failed (1)" });
    await page.emulateMedia({ media: "print" });
    expect(await namesIn(page)).toHaveLength(8);
    expect(await page.locator("#mailboxes .printed").textContent()).toBe(
      "On the screen a filter was on (Text in any column: bob <&>; Status: Failed (1)), and 0 of 8 mailboxes shown. Printed are all.",
    );
    expect(await page.locator("#mailboxes .filters").isVisible()).toBe(false);
    expect(await page.locator("nav").isVisible()).toBe(false);
  });

  test("without a filter nothing is told of one", async () => {
    const page = await open(coverage);
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("#mailboxes .printed").isVisible()).toBe(false);
  });

  test("the ground is white in dark mode too, nothing sticks, and what is folded is open", async () => {
    const page = await open(coverage, { colorScheme: "dark" });
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    expect(await page.evaluate("getComputedStyle(document.body).backgroundColor")).toBe("rgb(255, 255, 255)");
    expect(await page.evaluate(`getComputedStyle(document.querySelector("#mailboxes-table thead th")).position`)).toBe(
      "static",
    );
    expect(await page.locator("details .names").first().isVisible()).toBe(true);
  });

  test("it becomes pages", async () => {
    const page = await open(report(answers.many));
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    expect(pdf.slice(0, 5)).toBe("%PDF-");
    expect(pdf.match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(3);
  });
});

describe("what others wrote", () => {
  const hostile = organizationCoverage({
    roster: [
      {
        entityId: "one",
        kind: "user",
        state: "ENABLED",
        userRole: "USER",
        email: '"><script>alert(1)</script>@example.com',
        name: "</script><script>alert(2)</script>",
        displayName: "<svg onload=alert(3)>",
      },
    ],
    jobs: [
      {
        jobId: "'\"><img src=http://127.0.0.1:9/x onerror=alert(4)>",
        entityId: "one",
        state: "FAILED",
        startTime: "2026-11-22T10:00:00.000Z",
        description: '=HYPERLINK("http://example.com","here") </td></tr></table><h1>Complete</h1>',
        errorInfo: "</style><style>body{display:none}</style>",
        s3BucketName: "javascript:alert(5)",
        s3Path: "<a href=javascript:alert(6)>",
      },
    ],
    rules: {},
  });
  const html = report(coverageAnswer({ organizations: [hostile] }));

  test("stands there letter by letter, and does nothing", async () => {
    const page = await open(html);
    const row = page.locator("#mailboxes-table tbody tr");
    for (const written of [
      '"><script>alert(1)</script>@example.com',
      "</script><script>alert(2)</script>",
      "<svg onload=alert(3)>",
      "'\"><img src=http://127.0.0.1:9/x onerror=alert(4)>",
      '=HYPERLINK("http://example.com","here") </td></tr></table><h1>Complete</h1>',
      "</style><style>body{display:none}</style>",
      "s3://javascript:alert(5)/<a href=javascript:alert(6)>",
    ]) {
      expect(await row.textContent()).toContain(written);
    }
    expect(await page.locator("img, iframe, [onload], [onerror], main script, main style").count()).toBe(0);
    expect(await page.locator("h1").count()).toBe(1);
    expect(await page.locator("a:not([href^='#'])").count()).toBe(0);
  });

  test("stays so when it is sorted, filtered and printed", async () => {
    const page = await open(html);
    for (const title of ["Mailbox", "Why", "Job", "Archive"]) await sortBy(page, title);
    await text(page).fill("<img src=x onerror=alert(7)>");
    expect(await shown(page)).toContain("0 of 1 mailbox shown");
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("#mailboxes .printed").textContent()).toContain("<img src=x onerror=alert(7)>");
    expect(await page.locator("img").count()).toBe(0);
  });

  test("would not run even if it became markup", async () => {
    const planted = coverage.replace(
      '<main id="main" tabindex="-1">',
      '$&<img src=x onerror="alert(1)"><script>alert(2)</script><img src="http://127.0.0.1:9/x">',
    );
    const { page, troubles } = await browser.open(planted);
    expect(await page.locator("#mailboxes-table").isVisible()).toBe(true);
    // Two images, a handler and a script. What the policy stops is still announced as a request.
    const stopped = troubles.filter((each) => /^console: .*Content Security Policy/.test(each));
    expect(stopped).toHaveLength(4);
    expect(troubles.filter((each) => !stopped.includes(each) && !each.startsWith("request: "))).toEqual([]);
    await page.context().close();
  });

  test("does not turn the page around", async () => {
    const page = await open(coverage);
    expect(await page.locator("#orphans").textContent()).toContain("of somebody who left [U+001B][31m[U+202E]");
  });
});

test("without a script everything is there, and no control that does nothing", async () => {
  const page = await open(coverage, { javaScriptEnabled: false });
  expect(await page.locator("#mailboxes-table tbody tr:visible").count()).toBe(8);
  expect(await page.locator("#mailboxes .shown").textContent()).toBe("8 mailboxes");
  expect(await page.locator("input:visible, select:visible, button:visible").count()).toBe(0);
});

test("2,000 mailboxes are sorted and filtered, and counted right", async () => {
  const page = await open(report(coverageAnswer({ organizations: [manyMailboxes(2000)] })));
  expect(await shown(page)).toBe("2,000 of 2,000 mailboxes shown");
  const names = await sortBy(page, "Mailbox");
  expect(names).toEqual(Array.from({ length: 2000 }, (_, index) => `person${index}`));
  await status(page).selectOption("missing");
  expect(await shown(page)).toBe("400 of 2,000 mailboxes shown");
  expect(await namesIn(page)).toHaveLength(400);
  await text(page).fill("department 25,");
  expect(await shown(page)).toBe("50 of 2,000 mailboxes shown");
  expect((await namesIn(page)).slice(0, 2)).toEqual(["person25", "person65"]);
});
