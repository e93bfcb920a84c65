import { type Told, tell } from "./tell";

/** Takes warnings for stderr, each once: a command that waits reads again and again. @internal */
export function warnOnce(host: Told): (message: string) => void {
  const said = new Set<string>();
  return (message) => {
    if (said.has(message)) return;
    said.add(message);
    tell(host, "warning", message);
  };
}
