import type { Bench } from "./bench";
import { measurePairs } from "./pairs";
import { node, type Program, wholeProcess, workmailExports } from "./wholeProcess";

// Many, since each takes some hundredths of a second, which is what a busy machine adds now and then.
const PAIRS = 61;

/** What `--help` costs on top of Node, which takes most of it. */
export const cliHelp: Bench = async () => {
  const timeOf = async (program: Program) => (await wholeProcess(program)).ms;
  const pairs = await measurePairs(PAIRS, {
    ours: () => timeOf(workmailExports(["--help"])),
    other: () => timeOf(node(["-e", "0"])),
  });
  return [{ what: "cliHelp: --help against node -e 0", unit: "ms", limit: { atMostTimes: 1.5 }, pairs }];
};
