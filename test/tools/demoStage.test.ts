import type { DemoStack } from "../../tools/demo/demoStack";
import { PulumiFailure, type PulumiRun } from "../../tools/demo/runPulumi";
import type { Screen } from "../../tools/demo/screen";
import { type EngineStep, Stage } from "../../tools/demo/stage";

const step: EngineStep = {
  title: "A destroy",
  why: "To see it.",
  command: ["destroy"],
  view: (output) => ({ lines: [output], leftOut: 0 }),
};

/** A screen that keeps the lines, and a stack whose every command ends so. */
function staged(end: () => PulumiRun) {
  const lines: string[] = [];
  const keep = (line: string) => void lines.push(line);
  const screen: Screen = {
    heading: keep,
    title: keep,
    paragraph: keep,
    command: keep,
    output: (shown) => void lines.push(...shown),
    margin: keep,
    note: keep,
  };
  const stack: DemoStack = {
    run: async () => end(),
    output: async () => undefined,
    resources: async () => [],
    close: async () => undefined,
  };
  return { lines, stage: new Stage(screen, stack) };
}

describe("a step that must be refused", () => {
  const refuses = (output: string) => (): PulumiRun => {
    throw new PulumiFailure("destroy", 1, output);
  };

  test("is shown when it is, and gives the exit code", async () => {
    const { lines, stage } = staged(refuses("error: Refused"));
    expect(await stage.refused(step, /Refused/)).toBe(1);
    expect(lines.slice(0, 4)).toEqual(["1. A destroy", "To see it.", "pulumi destroy", "error: Refused"]);
  });

  test("ends the demonstration when it passes, or fails for another reason", async () => {
    const passes = staged(() => ({ output: "deleted", seconds: 1 }));
    await expect(passes.stage.refused(step, /Refused/)).rejects.toThrow("A destroy: it passed");
    const breaks = staged(refuses("error: no disk"));
    await expect(breaks.stage.refused(step, /Refused/)).rejects.toThrow("not the expected refusal:\nerror: no disk");
  });
});
