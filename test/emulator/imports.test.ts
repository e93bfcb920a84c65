import { globSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

const EMULATOR = resolve(__dirname, "../../provider/emulator");
const files = globSync("**/*.ts", { cwd: EMULATOR }).sort();

function importsOf(file: string): string[] {
  const text = readFileSync(join(EMULATOR, file), "utf8");
  return [...text.matchAll(/(?:from|import|require\()\s*\(?"([^"]+)"/g)].map(([, specifier = ""]) => specifier);
}

describe("what the emulator is made of", () => {
  test("there are files to look at, and the look finds their imports", () => {
    expect(files.length).toBeGreaterThan(20);
    expect(importsOf("listen.ts")).toContain("node:http");
  });

  // Were it to share code with what is tested against it, one mistake could be made on both sides and agree with itself.
  test.each(files)("%s imports Node's own modules and the emulator's, and nothing else", (file) => {
    const strangers = importsOf(file).filter(
      (specifier) =>
        !specifier.startsWith("node:") &&
        !(specifier.startsWith(".") && resolve(EMULATOR, dirname(file), specifier).startsWith(EMULATOR)),
    );
    expect(strangers).toEqual([]);
  });

  test.each(files)("%s says of each export whether it is public", (file) => {
    const text = readFileSync(join(EMULATOR, file), "utf8");
    const declared = text.match(/^export (?:async )?(?:const|function|class|interface|type) /gm) ?? [];
    const tagged = text.match(/@(?:public|internal)\b[^/]*\*\/\s*\nexport /g) ?? [];
    expect([file, tagged.length]).toEqual([file, file === "index.ts" ? 0 : declared.length]);
  });
});
