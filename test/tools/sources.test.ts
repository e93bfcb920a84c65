import { existsSync } from "node:fs";
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { cacheFolder, engineFolder } from "../../tools/engine/cache";
import { cacheSource } from "../../tools/engine/cacheSource";
import { goSource } from "../../tools/engine/goSource";
import { installerSource } from "../../tools/engine/installerSource";
import { pathSource } from "../../tools/engine/pathSource";
import { runProcess } from "../../tools/engine/runProcess";
import { chooseEngine, NoEngineError, SOURCE_NAMES, type Source } from "../../tools/engine/sources";
import { ENGINE_VERSION, isAtLeast, MINIMUM_VERSION, parseVersion } from "../../tools/engine/versions";
import { cachedBinary, pulumiScript, recordLog, script, temporaryFolder } from "./fakes";

let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const found = { binary: "/engine/bin/pulumi", version: "3.999.0" };

/** Every source asked is noted; those named have an engine. */
function sources(asked: string[], having: readonly string[]): Source[] {
  return SOURCE_NAMES.map((name) => ({
    name,
    async locate() {
      asked.push(name);
      return having.includes(name) ? found : { missed: `nothing by ${name}` };
    },
  }));
}

describe(chooseEngine.name, () => {
  test.each(SOURCE_NAMES)("takes %s when those before it have none, and asks none after it", async (name) => {
    const asked: string[] = [];
    const upTo = SOURCE_NAMES.indexOf(name) + 1;
    const choice = await chooseEngine(sources(asked, SOURCE_NAMES.slice(upTo - 1)), () => {});
    expect(choice).toEqual({ ...found, source: name });
    expect(asked).toEqual(SOURCE_NAMES.slice(0, upTo));
  });

  test("tells every reason when no source has one", async () => {
    const choice = chooseEngine(sources([], []), () => {});
    await expect(choice).rejects.toThrow(NoEngineError);
    await expect(choice).rejects.toThrow(/by path\n.*by cache\n.*by installer\n.*by go$/);
  });
});

describe(pathSource.name, () => {
  test("takes the first pulumi on PATH that is new enough", async () => {
    await pulumiScript(join(folder, "pulumi"), MINIMUM_VERSION);
    const result = await pathSource(`relative:${folder}`).locate(() => {});
    expect(result).toEqual({ binary: join(folder, "pulumi"), version: MINIMUM_VERSION });
  });

  test("refuses an old one and says so", async () => {
    const { lines, log } = recordLog();
    await pulumiScript(join(folder, "pulumi"), "3.100.0");
    expect(await pathSource(folder).locate(log)).toHaveProperty("missed", expect.stringContaining("version 3.100.0"));
    expect(lines).toEqual([expect.stringContaining(`at least ${MINIMUM_VERSION}`)]);
  });

  test("has none without a pulumi, or with one that does not run", async () => {
    expect(await pathSource(folder).locate(() => {})).toEqual({ missed: "there is no pulumi on PATH" });
    await script(join(folder, "pulumi"), "exit 3");
    expect(await pathSource(folder).locate(() => {})).toHaveProperty("missed", expect.stringContaining("code 3"));
  });
});

describe(cacheSource.name, () => {
  test("takes a cached engine that runs", async () => {
    await pulumiScript(cachedBinary(folder), ENGINE_VERSION);
    expect(await cacheSource(folder).locate(() => {})).toEqual({
      binary: cachedBinary(folder),
      version: ENGINE_VERSION,
    });
  });

  test("throws a broken one away, and says so", async () => {
    const { lines, log } = recordLog();
    await script(cachedBinary(folder), "exit 126");
    expect(await cacheSource(folder).locate(log)).toHaveProperty("missed");
    expect(lines).toEqual([expect.stringContaining("made anew")]);
    expect(await readdir(join(folder, "engine"))).toEqual([]);
  });
});

describe(installerSource.name, () => {
  test("does not try to install when the host is out of reach", async () => {
    const { lines, log } = recordLog();
    const install = async () => {
      throw new Error("must not be called");
    };
    const result = await installerSource(folder, { reach: async () => "ENOTFOUND", install }).locate(log);
    expect(result).toHaveProperty("missed", expect.stringContaining("ENOTFOUND"));
    expect(lines).toEqual([expect.stringMatching(/cannot be reached \(ENOTFOUND\); trying Go instead/)]);
  });

  test("leaves nothing of an installation that failed half way", async () => {
    const install = async (root: string) => {
      await script(join(root, "bin", "pulumi"), "exit 1");
      return "no space left";
    };
    const result = await installerSource(folder, { reach: async () => undefined, install }).locate(() => {});
    expect(result).toHaveProperty("missed", expect.stringContaining("no space left"));
    expect(await readdir(join(folder, "engine"))).toEqual([]);
  });

  test("moves what it installed into the cache", async () => {
    const install = async (root: string) => {
      await pulumiScript(join(root, "bin", "pulumi"), ENGINE_VERSION);
      return undefined;
    };
    const result = await installerSource(folder, { reach: async () => undefined, install }).locate(() => {});
    expect(result).toEqual({ binary: cachedBinary(folder), version: ENGINE_VERSION });
  });
});

describe(goSource.name, () => {
  /** A `go` whose `build` writes a pulumi to the path after `-o`. */
  const goThatBuilds = `case "$1" in
    build) while [ "$1" != -o ]; do shift; done; mkdir -p "$(dirname "$2")"
      printf '#!/bin/sh\\necho v${ENGINE_VERSION}\\n' > "$2"; chmod +x "$2" ;;
  esac`;
  const pathWith = (bin: string) => `${bin}:/usr/bin:/bin`;

  test("says how long it takes before it builds, and puts the engine's companions beside it", async () => {
    const { lines, log } = recordLog();
    await script(join(folder, "bin", "go"), goThatBuilds);
    const result = await goSource(folder, pathWith(join(folder, "bin"))).locate(log);
    expect(result).toEqual({ binary: cachedBinary(folder), version: ENGINE_VERSION });
    expect(lines[0]).toContain("about 6 minutes");
    expect(await readdir(join(engineFolder(folder, ENGINE_VERSION), "bin"))).toEqual([
      "pulumi",
      "pulumi-language-nodejs",
      "pulumi-resource-pulumi-nodejs",
    ]);
  });

  test("shows the end of Go's output when the build fails, and leaves no half engine", async () => {
    await script(join(folder, "bin", "go"), `[ "$1" != build ] || { echo "cannot find module"; exit 1; }`);
    const result = await goSource(folder, pathWith(join(folder, "bin"))).locate(() => {});
    expect(result).toHaveProperty(
      "missed",
      expect.stringMatching(/^go build exited with code 1.*\.log.*\ncannot find/),
    );
    expect(existsSync(engineFolder(folder, ENGINE_VERSION))).toBe(false);
  });

  test("says what to install when there is no Go", async () => {
    const result = await goSource(folder, folder).locate(() => {});
    expect(result).toHaveProperty("missed", expect.stringMatching(/^go not found; install Pulumi .* or Go 1\.24/));
  });

  test("two builds at once both end with the one engine that was first in place", async () => {
    await script(join(folder, "bin", "go"), goThatBuilds);
    const source = goSource(folder, pathWith(join(folder, "bin")));
    const results = await Promise.all([source.locate(() => {}), source.locate(() => {}), source.locate(() => {})]);
    for (const result of results) expect(result).toEqual({ binary: cachedBinary(folder), version: ENGINE_VERSION });
    expect(await readdir(join(folder, "engine"))).toEqual([`v${ENGINE_VERSION}`]);
  });
});

describe(runProcess.name, () => {
  test("ends a process that gives no result in time, with all that it started", async () => {
    const marker = join(folder, "still-here");
    const late = `(sleep 2; touch ${marker}) & sleep 60`;
    const result = await runProcess("/bin/sh", ["-c", late], { timeoutMs: 200 });
    expect(result).toMatchObject({ ok: false, reason: "gave no result within 0 s" });
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    expect(existsSync(marker)).toBe(false);
  });
});

describe(cacheFolder.name, () => {
  test.each([
    [{ HOME: "/home/me" }, "/home/me/.cache/pulumi-workmail-exports"],
    [{ HOME: "/home/me", XDG_CACHE_HOME: "/var/cache" }, "/var/cache/pulumi-workmail-exports"],
    [{ HOME: "/home/me", XDG_CACHE_HOME: "relative" }, "/home/me/.cache/pulumi-workmail-exports"],
    [{ HOME: "/home/me", XDG_CACHE_HOME: "" }, "/home/me/.cache/pulumi-workmail-exports"],
  ])("of %j is %s", (env, expected) => {
    expect(cacheFolder(env)).toBe(expected);
  });
});

describe(isAtLeast.name, () => {
  test.each([
    ["3.206.0", "3.206.0", true],
    ["3.206.1", "3.206.0", true],
    ["4.0.0", "3.206.0", true],
    ["3.99.0", "3.206.0", false],
    ["2.300.0", "3.206.0", false],
  ])("%s against %s is %s", (version, minimum, expected) => {
    expect(isAtLeast(version, minimum)).toBe(expected);
  });
});

describe(parseVersion.name, () => {
  test.each([
    ["v3.274.1\n", "3.274.1"],
    ["3.274.1", "3.274.1"],
    ["v3.274.1-alpha.1755+dirty", "3.274.1"],
    ["unknown", undefined],
    ["", undefined],
  ])("%j is %s", (text, expected) => {
    expect(parseVersion(text)).toBe(expected);
  });
});
