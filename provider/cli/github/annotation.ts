/**
 * A workflow command of GitHub Actions, which makes an annotation of a line. The runner reads stderr for them as it does
 * stdout. What is not ours in it cannot end the line or begin another command.
 *
 * @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 * @internal
 */
export function annotation(level: "error" | "warning" | "notice", title: string | undefined, message: string): string {
  const property = title === undefined ? "" : ` title=${escapeProperty(title)}`;
  return `::${level}${property}::${escapeData(message)}\n`;
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
