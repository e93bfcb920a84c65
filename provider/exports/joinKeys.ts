import { firstIndex } from "./firstIndex";

/** Prefixes that stand for keys. @internal */
export interface JoinedKeys {
  /** Sorted: directories, with their slash, and keys for which no directory stands. */
  readonly prefixes: readonly string[];
  /** The directories that would stand for several keys, had they been free. */
  readonly divided: readonly string[];
}

/**
 * As few prefixes as can stand for all `keys` and for nothing that is not free: the topmost free directories, each no
 * wider than its keys need, and for a key that is alone the key itself. Never the whole bucket, which is no directory.
 *
 * @param keys sorted by compareText, each once; none ends with a slash.
 * @param isFree whether a prefix may stand for all of a directory. What is in a free directory is free.
 * @internal
 */
export function joinKeys(keys: readonly string[], isFree: (directory: string) => boolean): JoinedKeys {
  const prefixes: string[] = [];
  const divided: string[] = [];

  /** Neighbours are near relations: the first and the last have in common what all between them have. */
  function join(from: number, to: number): void {
    const [first = "", last = ""] = [keys[from], keys[to - 1]];
    if (to - from === 1) prefixes.push(first);
    else {
      const directory = commonDirectory(first, last);
      if (directory !== "" && isFree(directory)) prefixes.push(directory);
      else {
        if (directory !== "") divided.push(directory);
        divide(from, to, directory.length);
      }
    }
  }

  function divide(from: number, to: number, depth: number): void {
    for (let start = from; start < to; ) {
      const end = endOfEntry(keys, start, to, depth);
      join(start, end);
      start = end;
    }
  }

  if (keys.length > 0) join(0, keys.length);
  return { prefixes, divided };
}

/** Where the keys end that are in the same directory right below `depth`; a file there is by itself. */
function endOfEntry(keys: readonly string[], start: number, to: number, depth: number): number {
  const key = keys[start] ?? "";
  const slash = key.indexOf("/", depth);
  if (slash < 0) return start + 1;
  const directory = key.slice(0, slash + 1);
  return firstIndex(start + 1, to, (index) => keys[index]?.startsWith(directory) !== true);
}

/** With its slash; empty where the two have none in common. */
function commonDirectory(a: string, b: string): string {
  let end = 0;
  for (let index = 0; index < a.length && a[index] === b[index]; index += 1) {
    if (a[index] === "/") end = index + 1;
  }
  return a.slice(0, end);
}
