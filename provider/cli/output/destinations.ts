import { accessSync, constants, realpathSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { type ArgumentFailure, InvalidArgumentsError } from "../../errors";
import { type FormatName, formats } from "../formats/formats";
import { isFormatName } from "../formats/isFormatName";

/** A file to be written, and in which format. @internal */
export interface Destination {
  readonly file: string;
  readonly format: FormatName;
}

/**
 * What `--output` says, each `FILE`, in the format of its ending, or `FORMAT=FILE`. That it can be written is looked at
 * now: after an hour of waiting it would be late.
 *
 * @param inputs the files that are read, which must not be overwritten.
 * @throws InvalidArgumentsError
 * @internal
 */
export function destinationsOf(output: readonly string[], inputs: readonly string[]): readonly Destination[] {
  const parsed = output.map(parse);
  const failures = [
    ...parsed.flatMap((one) => ("failure" in one ? [one.failure] : [])),
    ...twice(parsed),
    ...overInputs(parsed, inputs),
  ];
  if (failures.length > 0) throw new InvalidArgumentsError("--output", failures);
  return parsed.filter((one) => "file" in one);
}

type Parsed = Destination | { readonly failure: ArgumentFailure };

function parse(said: string): Parsed {
  const [, name = "", rest = ""] = /^([a-z]+)=(.+)$/s.exec(said) ?? [];
  const [file, format] = isFormatName(name) ? [rest, name] : [said, formatOf(said)];
  if (format === undefined) return refused(`of ${said} the format cannot be told: ${endings}, or say FORMAT=FILE`);
  const problem = problemOf(file);
  return problem === undefined ? { file, format } : refused(`${file} cannot be written: ${problem}`);
}

const endings = `${Object.values(formats)
  .map(({ extension }) => extension)
  .join(", ")} are its endings`;

function refused(reason: string): Parsed {
  return { failure: { property: "--output", reason } };
}

/** The longest ending that fits: `.tf.json` ends with `.json` as well. */
function formatOf(file: string): FormatName | undefined {
  const fitting = Object.keys(formats)
    .filter(isFormatName)
    .filter((name) => file.toLowerCase().endsWith(formats[name].extension));
  return fitting.sort((a, b) => formats[b].extension.length - formats[a].extension.length)[0];
}

function problemOf(file: string): string | undefined {
  const status = statSync(file, { throwIfNoEntry: false });
  if (status?.isDirectory()) return "it is a directory";
  const folder = dirname(file);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return `there is no directory ${folder}`;
  return mayWrite(status === undefined || status.isFile() ? folder : file)
    ? undefined
    : "the rights to do so are missing";
}

function mayWrite(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function overInputs(parsed: readonly Parsed[], inputs: readonly string[]): readonly ArgumentFailure[] {
  const read = inputs.map(realPath);
  const over = filesOf(parsed).filter((file) => read.includes(file));
  return over.map((file) => ({
    property: "--output",
    reason: `${file} is read by this command: it would be overwritten`,
  }));
}

/** Without what is a device or a pipe, which several may write to. */
function filesOf(parsed: readonly Parsed[]): readonly string[] {
  return parsed
    .flatMap((one) => ("file" in one ? [realPath(one.file)] : []))
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile() ?? true);
}

/** Two names can be of one file. */
function realPath(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return resolve(file);
  }
}

function twice(parsed: readonly Parsed[]): readonly ArgumentFailure[] {
  const files = filesOf(parsed);
  const again = files.filter((file, index) => files.indexOf(file) !== index);
  return again.map((file) => ({
    property: "--output",
    reason: `${file} is named twice: one would overwrite the other`,
  }));
}
