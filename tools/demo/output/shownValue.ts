/** The value that the engine shows of a name, the new one if it changes; undefined if it shows none. */
export function shownValue(output: string, name: string): string | undefined {
  const line = output.split("\n").find((text) => new RegExp(`^[\\s~+]*${name}\\s*: `).test(text));
  return line
    ?.replace(/^[^:]*: /, "")
    .split(" => ")
    .at(-1)
    ?.trim();
}
