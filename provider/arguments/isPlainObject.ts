/** Not a list, a Map or a Date, which have their content elsewhere and would pass for empty. @internal */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
  return Object.prototype.toString.call(value) === "[object Object]";
}
