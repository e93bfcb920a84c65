import { style } from "../../../../provider/cli/formats/html/style";
import { gravestFirst } from "../../../../provider/cli/formats/html/tones";

/** The variables of the first `:root` that stands behind a text. */
function variablesAfter(text: string): ReadonlyMap<string, string> {
  const [, block = ""] = /:root \{([^}]*)\}/.exec(style.slice(style.indexOf(text))) ?? [];
  return new Map([...block.matchAll(/--([a-z]+): (#[0-9a-f]{6});/g)].map(([, name = "", value = ""]) => [name, value]));
}

/** The relative luminance of WCAG 2. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string | undefined, other: string | undefined): number {
  if (one === undefined || other === undefined) throw new Error("no such colour");
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const schemes = [
  ["light", variablesAfter(":root")],
  ["dark", variablesAfter("prefers-color-scheme: dark")],
] as const;

describe.each(schemes)("%s", (_, colours) => {
  test.each([...gravestFirst, "ink", "muted", "accent"])("%s can be read on every ground", (name) => {
    for (const ground of ["ground", "card", "soft"]) {
      expect(contrast(colours.get(name), colours.get(ground))).toBeGreaterThanOrEqual(4.5);
    }
  });

  test.each(gravestFirst)("the mark on %s can be read", (name) => {
    expect(contrast(colours.get("over"), colours.get(name))).toBeGreaterThanOrEqual(4.5);
  });

  test.each([...gravestFirst, "ink", "muted"])("%s can be told from the band of the seven days", (name) => {
    expect(contrast(colours.get(name), colours.get("window"))).toBeGreaterThanOrEqual(3);
  });
});
