import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { SeedOrganization } from "../provider/emulator";
import { openStack, type TestStack } from "../test/engine/support";
import type { Bench } from "./bench";
import type { Figure } from "./figure";
import { measurePairs, type Pair } from "./pairs";
import { startWorkMail } from "./workMail";

const MANY = 10_000;
const FEW = 1000;
const PAIRS = 3;

/**
 * A stack that remembers 10,000 jobs, each with every field of the list, against one with the shortest resource of one's
 * own that stores the same list: a preview, and an update that writes the state anew. And how much a job takes in state.
 */
export const remembered: Bench = async ({ script }) => {
  const organizations = [MANY, FEW, 0].map(organizationOf);
  const workMail = await startWorkMail(script("workMail"), organizations);
  const stacks: TestStack[] = [];
  const open = async (program: string, jobs: number) => {
    const stack = await openStack({
      program: `bench/programs/stack/${program}.ts`,
      config: { organizationId: { value: organizationId(jobs) } },
      env: workMail.environment,
    });
    stacks.push(stack);
    const { outputs } = await stack.up();
    if (outputs["total"] !== jobs) throw new Error(`remembered: ${outputs["total"]} of ${jobs} jobs were read`);
    return stack;
  };
  try {
    const [ours, other] = [await open("ours", MANY), await open("handWritten", MANY)];
    return [
      times("preview", await measurePairs(PAIRS, { ours: () => preview(ours), other: () => preview(other) })),
      times("up", await measurePairs(PAIRS, { ours: () => update(ours), other: () => update(other) })),
      await bytesOfAJob(await open("ours", FEW), await open("ours", 0)),
    ];
  } finally {
    for (const stack of stacks) await stack.dispose();
    workMail.close();
  }
};

function times(operation: string, pairs: readonly Pair[]): Figure {
  const what = `remembered, ${MANY} jobs, ${operation}: time against a hand-written resource`;
  return { what, unit: "ms", limit: { atMostTimes: 1.5 }, pairs };
}

const preview = (stack: TestStack) => timeOf(stack, "preview");

/** Each with another page size, so that there is something to update. */
const update = (stack: TestStack) => {
  pageSize = 199 - pageSize;
  return timeOf(stack, "up", "--yes", "--skip-preview", "--config", `pageSize=${pageSize}`);
};
let pageSize = 99;

async function timeOf(stack: TestStack, ...command: readonly string[]): Promise<number> {
  const start = performance.now();
  const { code, stdout, stderr } = await stack.cli(...command);
  if (code !== 0) throw new Error(`${command[0]} failed:\n${stdout}${stderr}`);
  return performance.now() - start;
}

/** In inputs and outputs together, as the state's file holds them. */
async function bytesOfAJob(few: TestStack, none: TestStack): Promise<Figure> {
  const pair = { ours: (await stateBytes(few)) / FEW, other: (await stateBytes(none)) / FEW };
  const what = "remembered: bytes of a job in state, against an empty ledger's share";
  return { what, unit: "B", limit: { atMostMore: 700 }, pairs: [pair] };
}

async function stateBytes(stack: TestStack): Promise<number> {
  const folder = new URL(String(stack.stack.workspace.envVars["PULUMI_BACKEND_URL"])).pathname;
  const files = await readdir(join(folder, ".pulumi", "stacks"), { recursive: true });
  const [file = ""] = files.filter((name) => name.endsWith(".json"));
  return (await readFile(join(folder, ".pulumi", "stacks", file))).length;
}

const organizationId = (jobs: number) => `m-${String(jobs).padStart(32, "0")}`;

/** Completed jobs, which have every field of the list; ids and names are as long as real ones. */
function organizationOf(jobs: number): SeedOrganization {
  const startTime = new Date(Date.now() - 3_600_000).toISOString();
  return {
    organizationId: organizationId(jobs),
    jobs: Array.from({ length: jobs }, (_, i) => {
      const number = String(i).padStart(12, "0");
      return {
        jobId: `5cefdd76-3eb0-43da-8c0a-${number}`,
        entityId: `S-1-1-11-2362408048-3311241473-3983602004-${1000 + i}`,
        description: `Mailbox ${i} before the move`,
        s3Path: `exports/5cefdd76-3eb0-43da-8c0a-${number}.zip`,
        startTime,
        end: { state: "COMPLETED", afterSeconds: 60 },
      };
    }),
  };
}
