import type { SettingKind } from "./settingTable";

/**
 * The value of a setting that was said as text, in the environment or by Terraform. A text that cannot be one is left as
 * it is: what is wrong with it, the setting's rule says.
 *
 * @internal
 */
export function fromText(kind: SettingKind, text: string): unknown {
  return readers[kind](text);
}

const readers = {
  text: (text) => text,
  flag: (text) => flags[text.toLowerCase()] ?? text,
  number: (text) => (/^\d+(\.\d+)?$/.test(text) ? Number(text) : text),
  texts: partsOf,
  files: partsOf,
  reasons: (text) => reasonsOf(text.split(",")),
} as const satisfies Record<SettingKind, (text: string) => unknown>;

function partsOf(text: string): readonly string[] {
  // An empty part stays: it is what is left of a variable that nobody has set.
  return text.split(",").map((part) => part.trim());
}

const flags: Readonly<Record<string, boolean>> = { true: true, false: false, 1: true, 0: false };

/** `MAILBOX=REASON` each; the texts themselves where one of them is no such pair. @internal */
export function reasonsOf(texts: readonly string[]): unknown {
  const pairs = texts.map((text) => /^([^=]+)=([\s\S]+)$/.exec(text));
  if (pairs.includes(null)) return texts;
  return Object.fromEntries(pairs.map((pair) => [pair?.[1]?.trim(), pair?.[2]?.trim()]));
}
