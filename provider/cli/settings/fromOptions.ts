import { fromText, reasonsOf } from "./fromText";
import type { SaidBy } from "./said";
import { type ReadingCommand, settings, settingsOf } from "./settingTable";

/** What the command line says, by the names of the settings, as commander gives it. @internal */
export type Options = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

/** @internal */
export function fromOptions(command: ReadingCommand, options: Options): SaidBy {
  return new Map(
    settingsOf[command].flatMap((name) => {
      const { option, kind } = settings[name];
      const given = options[name];
      return given === undefined ? [] : [[name, { place: `--${option}`, value: toValue(kind, given) }] as const];
    }),
  );
}

function toValue(kind: (typeof settings)[keyof typeof settings]["kind"], given: string | boolean | readonly string[]) {
  if (typeof given === "boolean") return given;
  if (typeof given === "string") return fromText(kind, given);
  if (kind === "reasons") return reasonsOf(given);
  // The name of a file can have a comma in it.
  return kind === "files" ? given : given.flatMap((text) => fromText(kind, text));
}
