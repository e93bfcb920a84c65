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
  const strangers = Object.keys(environment).filter(
    (variable) => variable.startsWith("WORKMAIL_EXPORTS_") && !known.includes(variable),
  );
  return {
    said: saidIn(command, environment, variableOf),
    failures: [
      ...strangers.map((variable) => stranger(variable, known)),
      ...emptyOnes(command, environment, variableOf),
    ],
  };
}

/** What Terraform's query says: its members are the settings by their names. @internal */
export function fromQuery(command: ReadingCommand, query: Readonly<Record<string, string>>): SaidInTexts {
  // What its answer looks like is Terraform's own.
  const known = settingsOf[command].filter((name) => name !== "format");
  const strangers = Object.keys(query).filter((member) => !known.some((name) => name === member));
  return {
    said: saidIn(command, query, (name) => name),
    failures: [...strangers.map((member) => stranger(member, known)), ...emptyOnes(command, query, (name) => name)],
  };
}

function saidIn(command: ReadingCommand, texts: Texts, nameIn: (name: SettingName) => string): SaidBy {
  return new Map(
    settingsOf[command].flatMap((name) => {
      const [place, text] = [nameIn(name), texts[nameIn(name)]];
      return text ? [[name, { place, value: fromText(settings[name].kind, text) }] as const] : [];
    }),
  );
}

function emptyOnes(
  command: ReadingCommand,
  texts: Texts,
  nameIn: (name: SettingName) => string,
): readonly ArgumentFailure[] {
  const empty = settingsOf[command].map(nameIn).filter((place) => texts[place]?.trim() === "");
  return empty.map((property) => ({ property, reason: `${property} is empty: give it a value, or leave it out` }));
}

function stranger(property: string, known: readonly string[]): ArgumentFailure {
  const nearest = nearestTo(property, known);
  const advice = nearest === undefined ? `there are ${known.join(", ")}` : `did you mean ${nearest}?`;
  return { property, reason: `${property} is no setting; ${advice}` };
}
