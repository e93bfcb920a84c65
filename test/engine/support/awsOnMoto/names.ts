/** Members of S3's API as @pulumi/aws calls them, and back: only the first letter differs, and ID. */
export function toPulumi(value: unknown): unknown {
  return renamed(value, (name) => (name === "ID" ? "id" : name.charAt(0).toLowerCase() + name.slice(1)));
}

export function toS3(value: unknown): unknown {
  return renamed(value, (name) => (name === "id" ? "ID" : name.charAt(0).toUpperCase() + name.slice(1)));
}

function renamed(value: unknown, rename: (name: string) => string): unknown {
  if (Array.isArray(value)) return value.map((item) => renamed(item, rename));
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [rename(name), renamed(member, rename)]));
}
