import { renderHtml } from "/work/main/provider/cli/formats/html/html";
import { manyMailboxes } from "/work/main/test/cli/formats/html/manyMailboxes";
import { coverageAnswer, listAnswer, organizationCoverage } from "/work/main/test/support/answers";
import { startBrowser } from "/work/main/test/support/browser/openReport";

const look = { columns: undefined, colour: false, show: "mailboxes" } as const;
const complete = organizationCoverage({
  roster: [
    {
      entityId: "entity-0000001",
      kind: "user",
      state: "ENABLED",
      userRole: "USER",
      name: "alice",
      email: "alice@example.com",
    },
  ],
  rules: {},
});
const unread = [
  {
    organizationId: "m-ffffffffffffffffffffffffffffffff",
    region: "eu-west-1",
    reason: "accessDenied",
    message:
      "ListMailboxExportJobs for organization m-fff in eu-west-1: the identity may not do this.\nAllow workmail:ListMailboxExportJobs.",
  },
  { region: "us-west-2", reason: "timeout", message: "ListOrganizations in us-west-2: no answer" },
] as const;
const leftOut = [
  { organizationId: "m-eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee", region: "us-east-1", state: "Deleted", alias: "old" },
];
const answers = {
  one: coverageAnswer({}),
  many: coverageAnswer({ organizations: [manyMailboxes(2000)] }),
  multi: coverageAnswer({
    organizations: [
      organizationCoverage(),
      { ...complete, organizationId: "m-22222222222222222222222222222222", region: "eu-west-1" },
    ],
    unread,
    leftOut,
  }),
  complete: coverageAnswer({ organizations: [complete] }),
  failed: coverageAnswer({ organizations: [], unread, verdict: "unknown" }),
  list: listAnswer({}),
};
const kinds = {
  light: { colorScheme: "light" },
  dark: { colorScheme: "dark" },
  narrow: { viewport: { width: 375, height: 800 } },
  mid: { viewport: { width: 900, height: 800 } },
} as const;
(async () => {
  const b = await startBrowser();
  const want = process.argv.slice(2);
  for (const [name, answer] of Object.entries(answers)) {
    const html = renderHtml(answer as any, look);
    console.log(name, html.length);
    for (const [kind, options] of Object.entries(kinds)) {
      if (!want.includes(`${name}-${kind}`)) continue;
      const { page, troubles } = await b.open(html, options);
      await page.screenshot({ path: `/tmp/${name}-${kind}.png`, fullPage: name !== "many" });
      console.log(name, kind, troubles, await page.evaluate("document.documentElement.scrollWidth + ' ' + innerWidth"));
    }
    if (want.includes(`${name}-print`)) {
      const { page } = await b.open(html, { colorScheme: "dark", viewport: { width: 1040, height: 740 } });
      await page.emulateMedia({ media: "print" });
      await page.screenshot({ path: `/tmp/${name}-print.png`, fullPage: true });
      await page.pdf({ path: `/tmp/${name}.pdf`, preferCSSPageSize: true });
    }
  }
  await b.close();
})();
