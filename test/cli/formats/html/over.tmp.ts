import { renderHtml } from "../../../../provider/cli/formats/html/html";
import { coverageAnswer } from "../../../support/answers";
import { startBrowser } from "../../../support/browser/openReport";
import { manyMailboxes } from "./manyMailboxes";

(async () => {
  const b = await startBrowser();
  const { page } = await b.open(
    renderHtml(coverageAnswer({ organizations: [manyMailboxes(2000)] }), {
      columns: undefined,
      colour: false,
      show: "mailboxes",
    }),
    { viewport: { width: 375, height: 800 } },
  );
  console.log(
    await page.evaluate(
      `[...document.querySelectorAll("body *")].filter(e => e.getBoundingClientRect().right > 376 && !e.closest("svg") && !e.closest(".scroll")).slice(0,10).map(e => e.tagName + "." + e.className + " " + e.getBoundingClientRect().right + " " + e.textContent.slice(0,40))`,
    ),
  );
  await page.evaluate("document.querySelector('#mailboxes').scrollIntoView()");
  await page.waitForTimeout(300);
  await page.screenshot({ path: "/tmp/many-narrow-table.png" });
  await page.evaluate("document.querySelector('#timeline').scrollIntoView()");
  await page.waitForTimeout(300);
  await page.screenshot({ path: "/tmp/many-narrow-timeline.png" });
  await page.mouse.wheel(0, 1700);
  await page.waitForTimeout(300);
  await page.screenshot({ path: "/tmp/many-narrow-cards.png" });
  const w = await b.open(
    renderHtml(coverageAnswer({ organizations: [manyMailboxes(2000)] }), {
      columns: undefined,
      colour: false,
      show: "mailboxes",
    }),
    {},
  );
  await w.page.evaluate("document.querySelector('#timeline').scrollIntoView()");
  await w.page.waitForTimeout(200);
  await w.page.screenshot({ path: "/tmp/many-timeline.png" });
  await w.page.mouse.wheel(0, 3000);
  await w.page.waitForTimeout(300);
  await w.page.screenshot({ path: "/tmp/many-rows.png" });
  await b.close();
})();
