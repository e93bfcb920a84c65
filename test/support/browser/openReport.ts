import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { chromiumPath } from "./chromiumPath";

/** A report in a browser, and all that it must not have done. */
export interface OpenReport {
  readonly page: Page;
  /** Errors, messages on the console, dialogs, and requests for anything but the page itself. */
  readonly troubles: readonly string[];
}

/** A browser for the tests of one file. */
export interface ReportBrowser {
  /** Opens the page from a file, as people do. */
  open(html: string, options?: BrowserContextOptions): Promise<OpenReport>;
  close(): Promise<void>;
}

export async function startBrowser(): Promise<ReportBrowser> {
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    // Chromium's sandbox refuses to run as root, as which containers mostly run.
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
  const folder = await mkdtemp(join(tmpdir(), "workmail-exports-report-"));
  let reports = 0;
  return {
    async open(html, options = {}) {
      reports += 1;
      const file = join(folder, `report-${reports}.html`);
      await writeFile(file, html);
      return openFile(browser, pathToFileURL(file).href, options);
    },
    async close() {
      await browser.close();
      await rm(folder, { recursive: true });
    },
  };
}

async function openFile(browser: Browser, url: string, options: BrowserContextOptions): Promise<OpenReport> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "en-US", ...options });
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on("pageerror", (error) => troubles.push(`error: ${error.message}`));
  page.on("console", (message) => troubles.push(`console: ${message.text()}`));
  page.on("dialog", (dialog) => {
    troubles.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    if (request.url() !== url) troubles.push(`request: ${request.url()}`);
  });
  await page.goto(url);
  return { page, troubles };
}
