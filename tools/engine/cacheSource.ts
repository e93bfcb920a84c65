import { existsSync } from "node:fs";
import { binaryIn, discard, engineFolder } from "./cache";
import { probe } from "./probe";
import type { Source } from "./sources";
import { ENGINE_VERSION } from "./versions";

/** The engine that an earlier run installed or built. One that does not run is thrown away, to be made anew. */
export function cacheSource(cache: string): Source {
  const root = engineFolder(cache, ENGINE_VERSION);
  return {
    name: "cache",
    async locate(log) {
      if (!existsSync(root)) return { missed: `there is none in ${root}` };
      const found = await probe(binaryIn(root));
      if (!("missed" in found)) return found;
      log(`${found.missed}; it is thrown away and made anew`);
      await discard(root, cache);
      return found;
    },
  };
}
