/** How the engine writes a value that it does not know yet. */
export const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** Stands for a secret, whose value the engine keeps out of its events. */
export const SECRET = "[secret]";

/** The key by which the engine marks an object of its own (a secret, an asset, …), and what it has for a secret. */
const KIND = "4dabf18193072939515e22adb298388d";
const SECRET_KIND = "1b47061264138c4ac30d75fd1eb44270";

type Properties = Readonly<Record<string, unknown>>;

/** Properties of an event with each secret, at any depth, as `SECRET`. */
export function readable(properties: Properties = {}): Properties {
  return Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, readableValue(value)]));
}

function readableValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(readableValue);
  if (typeof value !== "object" || value === null) return value;
  const properties = { ...value };
  return KIND in properties && properties[KIND] === SECRET_KIND ? SECRET : readable(properties);
}
