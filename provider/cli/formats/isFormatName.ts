import { type FormatName, formats } from "./formats";

/** @internal */
export function isFormatName(name: string): name is FormatName {
  return Object.hasOwn(formats, name);
}
