import { findOnPath, probe } from "./probe";
import type { Source } from "./sources";
import { isAtLeast, MINIMUM_VERSION } from "./versions";

/** The `pulumi` that the user has. */
export function pathSource(path: string): Source {
  return {
    name: "path",
    async locate(log) {
      const binary = findOnPath("pulumi", path);
      if (binary === undefined) return { missed: "there is no pulumi on PATH" };
      const found = await probe(binary);
      if ("missed" in found) return found;
      if (isAtLeast(found.version, MINIMUM_VERSION)) return found;
      const missed = `${binary} is version ${found.version}, and at least ${MINIMUM_VERSION} is needed`;
      log(`${missed}; looking for another one`);
      return { missed };
    },
  };
}
