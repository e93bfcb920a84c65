import { pythonEnvironment } from "../test/support/python/pythonEnvironment";
import type { Bench } from "./bench";
import type { Figure } from "./figure";
import { measurePairs } from "./pairs";
import { node, type Program, type WholeProcess, wholeProcess, workmailExports } from "./wholeProcess";
import { organizationOf, startWorkMail } from "./workMail";

const JOBS = 300;
/** The most that WorkMail gives at once, and what we ask for. */
const PAGE_SIZE = 100;
// Few, since the AWS CLI takes seconds; many, since a loop of one's own takes a quarter of one.
const PAIRS = { awsCli: 7, bareSdk: 25 };

/**
 * `list --format json` of 300 jobs from the start of the process to its end, against the two things that one would do
 * without it: the AWS CLI by hand, and a script of one's own over the SDK.
 *
 * The AWS CLI does not page this operation, so by hand means: one call, look for the NextToken, the next call with it; three
 * calls here. The bench takes the token out of the answer itself, without jq and without a shell, which is the least that
 * a user has to do. It is version 1, whose modules are compiled already; version 2 is not on the Python index.
 *
 * Ours keeps its compiled code on the disk (module.enableCompileCache), which is there from the second run on. The bare script
 * does not: hardly anyone's does.
 */
export const cliList: Bench = async ({ script }) => {
  const organization = organizationOf(JOBS);
  const workMail = await startWorkMail(script("workMail"), [organization]);
  const python = await pythonEnvironment({ log: console.error });
  const { organizationId } = organization;
  // The AWS CLI has another name for the region. All three see the same.
  const environment = {
    ...workMail.environment,
    AWS_DEFAULT_REGION: "us-east-1",
    ORGANIZATION_ID: organizationId,
  };
  const list = ["list", "--organization-id", organizationId, "--format", "json"];
  const ours = async () => timeOf(await wholeProcess(workmailExports(list, environment)), countOfOurs);
  const bare = node([script("cli/bareList")], environment);
  try {
    return [
      figure(
        "the AWS CLI, a call a page",
        0.5,
        await measurePairs(PAIRS.awsCli, { ours, other: () => byHand(python, organizationId, environment) }),
      ),
      figure(
        "a bare script over the SDK",
        1.25,
        await measurePairs(PAIRS.bareSdk, { ours, other: async () => timeOf(await wholeProcess(bare), countOfList) }),
      ),
    ];
  } finally {
    workMail.close();
  }
};

/** Three processes, one after the other, since each needs what the one before it printed. */
async function byHand(
  python: string,
  organizationId: string,
  environment: Readonly<Record<string, string>>,
): Promise<number> {
  const [call, jobs]: [Omit<Program, "args">, unknown[]] = [{ command: python, environment }, []];
  const args = [
    ...["-I", "-m", "awscli", "workmail", "list-mailbox-export-jobs", "--output", "json"],
    ...["--organization-id", organizationId, "--max-results", String(PAGE_SIZE)],
  ];
  let ms = 0;
  let next: string | undefined;
  do {
    const page = await wholeProcess({ ...call, args: next === undefined ? args : [...args, "--next-token", next] });
    const { Jobs, NextToken }: { Jobs: unknown[]; NextToken?: string } = JSON.parse(page.stdout);
    jobs.push(...Jobs);
    ms += page.ms;
    next = NextToken;
  } while (next !== undefined);
  requireAll(jobs.length);
  return ms;
}

function timeOf({ ms, stdout }: WholeProcess, countOf: (stdout: string) => number): number {
  requireAll(countOf(stdout));
  return ms;
}

function requireAll(count: number): void {
  if (count !== JOBS) throw new Error(`cliList: ${count} of ${JOBS} jobs were printed`);
}

function countOfOurs(stdout: string): number {
  const { organizations }: { organizations: { jobs: unknown[] }[] } = JSON.parse(stdout);
  return organizations.flatMap(({ jobs }) => jobs).length;
}

function countOfList(stdout: string): number {
  const jobs: unknown[] = JSON.parse(stdout);
  return jobs.length;
}

function figure(against: string, atMostTimes: number, pairs: Figure["pairs"]): Figure {
  return { what: `cliList, ${JOBS} jobs: time against ${against}`, unit: "ms", limit: { atMostTimes }, pairs };
}
