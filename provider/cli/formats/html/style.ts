import { narrowStyle } from "./narrowStyle";
import { printStyle } from "./printStyle";
import { gravestFirst, statusSigns } from "./tones";

/**
 * How the page looks. Colours are variables, so that dark and print change them and nothing else; each has a contrast of
 * 4.5 or more to the ground it stands on, in light and in dark.
 */
const screenStyle = `
:root {
  color-scheme: light dark;
  --ground: #f5f6f8; --card: #ffffff; --ink: #18202c; --muted: #56616f; --line: #d9dee5; --soft: #eceff3;
  --accent: #1d5396; --window: #e3ecf8;
  --exported: #1c7047; --running: #1f62ad; --failed: #b4261d; --cancelled: #77457f; --stale: #855600;
  --unproven: #a1450c; --missing: #8d1c50; --unknown: #5848b3; --excluded: #58636f; --over: #ffffff;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --ground: #0f1319; --card: #181e27; --ink: #e7ebf1; --muted: #a5b0bd; --line: #313a47; --soft: #222a35;
    --accent: #8cbcf3; --window: #1d2b3f;
    --exported: #6ccf9a; --running: #7fb9f6; --failed: #ff9187; --cancelled: #d6a3de; --stale: #e4ba5f;
    --unproven: #f4a56e; --missing: #f590ba; --unknown: #b7abff; --excluded: #a9b4c0; --over: #10151c;
  }
}
.exported { --tone: var(--exported); } .running { --tone: var(--running); } .failed { --tone: var(--failed); }
.cancelled { --tone: var(--cancelled); } .stale { --tone: var(--stale); } .unproven { --tone: var(--unproven); }
.missing { --tone: var(--missing); } .unknown { --tone: var(--unknown); } .excluded { --tone: var(--excluded); }

*, *::before, *::after { box-sizing: border-box; }
html { scroll-padding-top: 4rem; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0; background: var(--ground); color: var(--ink); line-height: 1.5; font-size: 1rem;
  font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif;
  font-variant-numeric: tabular-nums; overflow-wrap: break-word;
}
body > header, main, footer { max-width: 96rem; margin: 0 auto; padding: 0 clamp(1rem, 3vw, 2.5rem); }
body > header { padding-top: 2.25rem; }
footer { padding-top: 1rem; padding-bottom: 3rem; color: var(--muted); font-size: .875rem; }
main:focus { outline: none; }
h1, h2, h3, h4 { line-height: 1.25; font-weight: 650; text-wrap: balance; margin: 0; }
h1 { font-size: 1.125rem; letter-spacing: .005em; }
h2 { font-size: 1.375rem; margin-bottom: .75rem; letter-spacing: -.01em; }
h3 { font-size: 1.0625rem; margin: 1.75rem 0 .5rem; }
h4 { font-size: 1rem; }
p { margin: 0 0 .75rem; max-width: 75ch; }
ul, ol { margin: 0; padding: 0; list-style: none; }
code, .names bdi { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; }
code { font-size: .8125rem; overflow-wrap: anywhere; }
a { color: var(--accent); text-underline-offset: .2em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 3px; }
.muted, .subject { color: var(--muted); }
.subject { margin: .125rem 0 0; overflow-wrap: anywhere; }
.patterns { position: absolute; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: 1rem; top: -4rem; padding: .5rem 1rem; background: var(--card); z-index: 3; }
.skip:focus { top: .5rem; }
.printed { display: none; }
.nothing { color: var(--muted); }
nav { margin: 1.25rem 0 0; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; }
nav a { display: inline-block; padding: .25rem 0; font-size: .9375rem; }

section { margin: 1.5rem 0; padding: clamp(1rem, 2.2vw, 1.75rem); background: var(--card); border: 1px solid var(--line); border-radius: 12px; }
section#verdict { padding: 0; border: 0; background: none; }
.verdict {
  display: grid; grid-template-columns: auto minmax(0, 1fr); gap: clamp(1rem, 2.5vw, 2rem); padding: clamp(1.25rem, 3vw, 2.5rem);
  background: var(--card); border: 1px solid var(--line); border-top: 6px solid var(--tone); border-radius: 12px;
}
.mark {
  display: grid; place-items: center; width: clamp(3rem, 7vw, 4.5rem); aspect-ratio: 1; border-radius: 50%;
  background: var(--tone); color: var(--over); font-size: clamp(1.5rem, 4vw, 2.375rem); font-weight: 700; line-height: 1; align-self: start;
}
.verdict h2 { font-size: clamp(1.5rem, 3.6vw, 2.375rem); letter-spacing: -.02em; margin-bottom: .5rem; }
.verdict .may { font-size: 1.125rem; font-weight: 600; color: var(--tone); margin-bottom: .5rem; }
.rests { margin-top: 1.25rem; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--muted); font-size: .9375rem; }
.rests li { max-width: 85ch; padding-left: 1.1em; position: relative; }
.rests li::before { content: "–"; position: absolute; left: 0; }
.lead { font-size: 1.0625rem; }

#unread { border-color: var(--unknown); border-left: 6px solid var(--unknown); }
.failures li { padding: .75rem 0 0; margin-top: .75rem; border-top: 1px solid var(--line); }
.failures p { margin-bottom: .25rem; }
.message { white-space: pre-line; overflow-wrap: anywhere; max-width: 90ch; }

figure { margin: 0; }
.share { margin-top: 1rem; }
.share + p { margin-top: 1rem; }
.bar { display: block; border-radius: 6px; }
.edge { stroke: var(--card); stroke-width: 2; }
pattern rect { fill: var(--tone); }
pattern .over { stroke: var(--over); stroke-opacity: .6; stroke-width: 1.1; fill: none; }
.legend { display: grid; grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr)); gap: .375rem 1.5rem; margin-top: .875rem; font-size: .9375rem; }
.legend li { display: grid; grid-template-columns: 16px minmax(2.5rem, auto) minmax(0, 1fr); gap: .625rem; align-items: baseline; }
.legend .swatch { align-self: start; margin-top: .25rem; }
.legend .number { text-align: right; font-weight: 650; }
.legend .term > span:first-child { color: var(--tone); font-weight: 600; }

.badge {
  display: inline-block; white-space: nowrap; font-weight: 600; font-size: .8125rem; line-height: 1.45; color: var(--tone);
  border: 1px solid; border-radius: 999px; padding: .0625rem .5625rem;
}
.findings { display: grid; gap: 1.5rem 2.5rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 34rem), 1fr)); }
.findings > li { padding-left: 1rem; border-left: 3px solid var(--line); }
.findings h3, .findings h4 { margin: 0 0 .125rem; }
.findings p { margin-bottom: .5rem; }
.severity { font-size: .875rem; font-weight: 600; color: var(--tone); }
.findings .severity { margin-bottom: .125rem; }
.times { display: inline-block; min-width: 1.75em; padding: 0 .45em; border-radius: 999px; background: var(--soft); color: var(--ink); font-size: .8125rem; text-align: center; font-weight: 600; vertical-align: .08em; }
.names { font-size: .875rem; columns: 22rem 3; column-gap: 2rem; }
.names bdi { font-size: .8125rem; overflow-wrap: anywhere; }
.names li { break-inside: avoid; padding: .0625rem 0; }
.names .muted bdi { font-family: inherit; }
summary { cursor: pointer; color: var(--accent); padding: .25rem 0; width: fit-content; }
details > .names, details > table { margin-top: .25rem; }

.scroll { overflow-x: auto; }
.timeline .scroll > svg { display: block; min-width: 40rem; overflow: visible; }
.timeline .scroll { padding: 0 .25rem; margin-top: .5rem; }
.timeline text { font-size: 12px; fill: var(--muted); }
.timeline .words { font-weight: 600; fill: var(--ink); paint-order: stroke; stroke: var(--card); stroke-width: 4px; stroke-linejoin: round; }
.timeline .words.end { text-anchor: end; }
.timeline .number { text-anchor: middle; fill: var(--ink); font-weight: 600; paint-order: stroke; stroke: var(--card); stroke-width: 3px; stroke-opacity: .7; }
.timeline .window { fill: var(--window); }
.timeline .tick { stroke: var(--line); }
.timeline .axis { stroke: var(--muted); }
.timeline .cutover { stroke: var(--ink); stroke-width: 2; stroke-dasharray: 6 4; }
.timeline .read { stroke: var(--accent); stroke-width: 1.5; }
.timeline .segment { stroke: var(--card); stroke-width: 1; }
.job line { stroke: var(--tone); stroke-width: 9; stroke-linecap: round; }
.timeline .job text { fill: var(--tone); font-size: 13px; font-weight: 700; }
.keys { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; font-size: .875rem; font-weight: 600; }
.keys li { color: var(--tone); display: flex; gap: .375rem; align-items: center; }

table { border-collapse: collapse; width: 100%; font-size: .875rem; }
th { text-align: start; font-weight: 600; }
th, td { padding: .5rem .625rem; vertical-align: top; border-bottom: 1px solid var(--line); }
thead th { color: var(--muted); font-size: .8125rem; vertical-align: bottom; }
.plain { width: auto; min-width: min(100%, 36rem); }
.plain p { margin: 0; }
.numbers td, .digits { text-align: end; }
.numbers th + th { text-align: end; }
.filters { display: flex; flex-wrap: wrap; align-items: end; gap: .75rem 1rem; margin-bottom: .75rem; }
.filters[hidden] { display: none; }
.filters > div { min-width: 0; max-width: 100%; }
.filters > .wide { flex: 1 1 16rem; max-width: 28rem; }
.filters label { display: block; font-size: .8125rem; font-weight: 600; margin-bottom: .1875rem; }
.filters input, .filters select, .filters button {
  font: inherit; color: var(--ink); background: var(--card); border: 1px solid var(--muted); border-radius: 8px; padding: .4375rem .75rem; max-width: 100%; min-height: 2.5rem;
}
.filters input { width: 100%; }
.filters button { cursor: pointer; }
.filters button:hover { background: var(--soft); }
.shown { font-size: .875rem; color: var(--muted); margin-bottom: .25rem; }
.rows { table-layout: fixed; }
.rows tr[hidden] { display: none; }
.rows thead th { position: sticky; top: 0; background: var(--card); box-shadow: inset 0 -2px var(--line); border: 0; padding: 0; z-index: 1; }
.rows thead th:not(:has(button)) { padding: .5rem .625rem; }
.rows thead button {
  all: unset; box-sizing: border-box; display: block; width: 100%; padding: .625rem; cursor: pointer; color: var(--muted); overflow-wrap: normal;
}
.rows thead button:hover { color: var(--ink); background: var(--soft); }
.rows thead button:focus-visible { outline: 3px solid var(--accent); outline-offset: -3px; border-radius: 3px; }
.rows thead button::after { content: " \\2195" / ""; opacity: .55; }
.rows [aria-sort] button { color: var(--ink); }
.rows [aria-sort="ascending"] button::after { content: " \\2191" / ""; opacity: 1; }
.rows [aria-sort="descending"] button::after { content: " \\2193" / ""; opacity: 1; }
.rows tbody th, .rows td { overflow-wrap: anywhere; }
.rows tbody tr:hover { background: var(--soft); }
.rows td:empty::before { content: "–" / ""; color: var(--muted); }
.rows .muted { font-weight: 400; font-size: .8125rem; }
.rows code { font-size: .78125rem; }
.rows tbody th.job { font-weight: 400; }
.note { white-space: pre-line; }
th.status { width: 8.25rem; } th.kind { width: 5.75rem; } th.started, th.ended { width: 7.25rem; }
th.mailbox { width: 17%; } th.display { width: 9.25rem; } th.organization { width: 10.5rem; }
.started time, .ended time { overflow-wrap: normal; }
@media screen and (min-width: 47.5rem) and (max-width: 82rem) {
  .data > .scroll { max-height: 90vh; overflow: auto; }
  .rows { min-width: 74rem; }
}
@media screen and (min-width: 82.01rem) { .data > .scroll { overflow: visible; } }
@media screen and (min-width: 47.5rem) and (max-width: 96rem) {
  .data:has(th.organization) > .scroll { max-height: 90vh; overflow: auto; }
  .rows:has(th.organization) { min-width: 86rem; }
}
.rows:has(th.organization) th.mailbox { width: 14%; }
`;

/** The marks of badges. They stand here and not in each of thousands of rows; a reader that speaks says the word alone. */
const markStyle = gravestFirst
  .map(
    (tone) =>
      `.badge.${tone}::before { content: "${statusSigns[tone].mark} "; content: "${statusSigns[tone].mark} " / ""; }\n`,
  )
  .join("");

/** @internal */
export const style = screenStyle + markStyle + narrowStyle + printStyle;
