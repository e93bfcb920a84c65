import { contentSecurityPolicy } from "./contentSecurityPolicy";
import { type Content, Markup, markup } from "./markup";
import { patterns } from "./patterns";
import { script } from "./script";
import { style } from "./style";
import { timestamp } from "./timestamp";

/** A part of the page, by the id of its section. @internal */
export interface Place {
  readonly id: string;
  readonly title: string;
}

/** What differs between the pages. @internal */
export interface Page {
  readonly title: string;
  readonly heading: string;
  /** Of what it is, below the heading. */
  readonly subject: Content;
  readonly askedAt: string;
  readonly places: readonly Place[];
  readonly main: Content;
}

/** The frame of every page. Nothing in it is loaded, and its policy lets nothing be. @internal */
export function page({ title, heading, subject, askedAt, places, main }: Page): Markup {
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy(style, script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<meta name="generator" content="workmail-exports">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>${Markup.ofSource(style)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the report</a>
${patterns()}
<header><h1>${heading}</h1><p class="subject">${subject}</p>
<nav aria-label="Parts of this report"><ul>${places.map(
    (place) => markup`<li><a href="#${place.id}">${place.title}</a></li>`,
  )}</ul></nav></header>
<main id="main" tabindex="-1">
${main}</main>
<footer><p>Made by workmail-exports, asked at ${timestamp(askedAt)}. Times are in UTC. This page loads nothing and sends nothing.</p></footer>
<script>${Markup.ofSource(script)}</script>
</body>
</html>
`;
}
