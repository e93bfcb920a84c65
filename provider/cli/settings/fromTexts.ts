import { nearestTo } from "../../arguments/nearestTo";
import type { ArgumentFailure } from "../../errors";
import { fromText } from "./fromText";
import type { SaidBy } from "./said";
import { isSettingName, type ReadingCommand, type SettingName, settings, settingsOf, variableOf } from "./settingTable";

/** What a source of texts says, and what in it is no setting. @internal */
export interface SaidInTexts {
  readonly said: SaidBy;
  readonly failures: readonly ArgumentFailure[];
}

type Texts = Readonly<Record<string, string | undefined>>;

/**
 * What the environment says; variables of other commands are left alone. An empty one is refused: it is what a pipeline
 * makes of a variable that nobody has set, and a cutover that is not there makes every export count.
 *
 * @internal
 */
export function fromEnvironment(command: ReadingCommand, environment: Texts): SaidInTexts {
  const known = Object.keys(settings).filter(isSettingName).map(variableOf);
  const own = Object.keys(environment).filter((variable) => variable.startsWith("WORKMAIL_EXPORTS_"));
  return readTexts(command, environment, { places: own, known, placeOf: variableOf });
}

/** What Terraform's query says: its members are the settings by their names. @internal */
export function fromQuery(command: ReadingCommand, query: Readonly<Record<string, string>>): SaidInTexts {
  // What its answer looks like is Terraform's own.
  const known = settingsOf[command].filter((name) => name !== "format");
  return readTexts(command, query, { places: Object.keys(query), known, placeOf: (name) => name });
}

/** How a source names the settings. */
interface Naming {
  /** Where it says something that should be a setting. */
  readonly places: readonly string[];
  /** Where it may. */
  readonly known: readonly string[];
  readonly placeOf: (name: SettingName) => string;
}

function readTexts(command: ReadingCommand, texts: Texts, { places, known, placeOf }: Naming): SaidInTexts {
  const own = settingsOf[command].map((name) => ({ name, place: placeOf(name), text: texts[placeOf(name)] }));
  const said = own.flatMap(({ name, place, text }) =>
    text ? [[name, { place, value: fromText(settings[name].kind, text) }] as const] : [],
  );
  return {
    said: new Map(said),
    failures: [
      ...places.filter((place) => !known.includes(place)).map((place) => stranger(place, known)),
      ...own.filter(({ text }) => text?.trim() === "").map(({ place }) => empty(place)),
    ],
  };
}

function empty(property: string): ArgumentFailure {
  return { property, reason: `${property} is empty: give it a value, or leave it out` };
}

function stranger(property: string, known: readonly string[]): ArgumentFailure {
  const nearest = nearestTo(property, known);
  const advice = nearest === undefined ? `there are ${known.join(", ")}` : `did you mean ${nearest}?`;
  return { property, reason: `${property} is no setting; ${advice}` };
}
