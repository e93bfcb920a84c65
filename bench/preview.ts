import { isDeepStrictEqual } from "node:util";
import { openStack, type TestStack } from "../test/engine/support";
import type { Bench } from "./bench";
import { measurePairs } from "./pairs";
import { organizationOf, startWorkMail } from "./workMail";

const JOBS = 300;
const PAIRS = 11;

/**
 * `pulumi preview` from its start to its end, on the command line as in a pipeline: a program with our resource against
 * one with the shortest resource of one's own that reads the same pages. Both read and export the same.
 */
export const preview: Bench = async ({ script }) => {
  const organization = organizationOf(JOBS);
  const workMail = await startWorkMail(script("workMail"), [organization]);
  const stacks: TestStack[] = [];
  const open = async (program: string) => {
    const config = { organizationId: { value: organization.organizationId } };
    const stack = await openStack({
      program: `bench/programs/stack/${program}.ts`,
      config,
      env: workMail.environment,
    });
    stacks.push(stack);
    return stack;
  };
  try {
    const [ours, other] = [await open("ours"), await open("handWritten")];
    await requireSameOutputs(ours, other);
    const pairs = await measurePairs(PAIRS, { ours: () => timeOf(ours), other: () => timeOf(other) });
    const what = `preview, ${JOBS} jobs: time against a hand-written resource`;
    return [{ what, unit: "ms", limit: { atMostTimes: 1.1 }, pairs }];
  } finally {
    for (const stack of stacks) await stack.dispose();
    workMail.close();
  }
};

async function timeOf(stack: TestStack): Promise<number> {
  const start = performance.now();
  const { code, stdout, stderr } = await stack.cli("preview");
  if (code !== 0) throw new Error(`preview failed:\n${stdout}${stderr}`);
  return performance.now() - start;
}

async function requireSameOutputs(...stacks: readonly [TestStack, TestStack]): Promise<void> {
  const [ours, other] = [(await stacks[0].preview()).outputs, (await stacks[1].preview()).outputs];
  if (ours["total"] === JOBS && isDeepStrictEqual(ours, other)) return;
  throw new Error("preview: the two programs do not read the same jobs");
}
