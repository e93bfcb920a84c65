/** GitHub takes a summary of 1 MiB, and GitLab a comment of 1 MB; other steps may have written to it before. */
const mostBytes = 900_000;

/**
 * Lines as one text, as many as fit; a table or a list may end early, but no line is torn. The last one then says how much
 * is missing.
 *
 * @internal
 */
export function bounded(lines: readonly string[], most: number = mostBytes): string {
  let bytes = 0;
  const fitting = lines.findIndex((line) => {
    bytes += Buffer.byteLength(line) + 1;
    return bytes > most;
  });
  if (fitting === -1) return lines.map((line) => `${line}\n`).join("");
  const left = lines.length - fitting;
  const cut = `**Cut short: ${left} of ${lines.length} lines are left out here. The formats csv and json hold all.**`;
  return [...lines.slice(0, fitting), "", cut, ""].join("\n");
}
