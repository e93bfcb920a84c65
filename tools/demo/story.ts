import { CliError, EXIT } from "../../provider/cli/exit";
import type { Emulator } from "../../provider/emulator";
import type { Administrator } from "./administrator";
import { requireOnlyReads, requireSame } from "./checks";
import type { DemoStack } from "./demoStack";
import { counted } from "./figures";
import { movesInWords } from "./movesBetween";
import { changedJobs } from "./output/changedJobs";
import { shownValue } from "./output/shownValue";
import type { PassingTime } from "./passingTime";
import type { Stage } from "./stage";
import * as steps from "./steps";

export interface Cast {
  readonly stage: Stage;
  readonly stack: DemoStack;
  readonly emulator: Emulator;
  readonly administrator: Administrator;
  readonly time: PassingTime;
}

/** From the first look to the day on which nothing is left. What is shown is held against what happened. */
export async function tell(cast: Cast): Promise<void> {
  await look(cast);
  await followAlong(cast);
  await forget(cast);
  await refuse(cast);
  await finish(cast);
  const { stage, emulator } = cast;
  requireOnlyReads(stage.requests);
  const started = emulator.requests.filter(
    ({ operation, status }) => /^Start/.test(operation) && status === 200,
  ).length;
  stage.total(
    `Pulumi only read in WorkMail; the ${counted(started, "export")} were started without it.
Now your own organization, which is only read:
  npm start -- --organization-id m-… --region us-east-1`,
  );
}

async function look({ stage }: Cast): Promise<void> {
  const preview = await stage.run(steps.firstPreview);
  requireSame("the verdict", shownValue(preview, "verdict"), '"incomplete"');
  await stage.run(steps.firstUp);
}

async function followAlong({ stage, stack, administrator, time }: Cast): Promise<void> {
  const moves = time.pass({ hours: 4 });
  const before = time.jobs.length;
  await administrator.startWhatFits(await openMailboxes(stack, ["missing"]));
  const started = time.jobs.slice(before);
  const real = [...moves.jobIds, ...started.map(({ jobId }) => jobId)].toSorted();
  requireSame(
    "the jobs that moved",
    changedJobs(await stage.run(steps.drift(movesInWords(moves), started.length))),
    real,
  );
  await stage.run(steps.takenIn);
  requireSame("the jobs that move in ten minutes", [], time.pass({ minutes: 10 }).jobIds);
  await stage.run(steps.nothingNew(time.running));
}

async function forget({ stage, administrator, time }: Cast): Promise<void> {
  time.pass({ days: 6 });
  const listed = await administrator.listed();
  const all = time.jobs.length;
  if (listed >= all) throw new CliError("no job has left the window", EXIT.failure);
  const remembered = shownValue(await stage.run(steps.remembered(listed, all)), "remembered");
  requireSame("the jobs in the ledger", remembered, all);
  stage.say(`WorkMail lists ${listed} jobs, and the stack remembers ${remembered}.`);
}

async function refuse({ stage, stack }: Cast): Promise<void> {
  const before = await stack.resources();
  const exitCode = await stage.refused(steps.refusedDestroy, /Refused, to save mail: .* are incomplete: /);
  const after = await stack.resources();
  requireSame("the resources after the refusal", after, before);
  stage.say(`Exit code ${exitCode}. All ${after.length} resources are still there.`);
}

async function finish({ stage, stack, administrator, time }: Cast): Promise<void> {
  const open = await openMailboxes(stack, ["missing", "failed", "cancelled"]);
  const waves = await exportInWaves(open, administrator, time);
  await stage.run(steps.refresh(open.length, waves));
  const up = await stage.run(steps.complete);
  requireSame("the verdict", shownValue(up, "verdict"), '"complete"');
  await stage.run(steps.destroy);
  requireSame("the resources that are left", await stack.resources(), []);
}

/** Exports mailboxes, as many at a time as WorkMail takes. Gives how many times. */
async function exportInWaves(mailboxes: readonly string[], administrator: Administrator, time: PassingTime) {
  let waves = 0;
  for (let started = 0; started < mailboxes.length; waves += 1) {
    const taken = await administrator.startWhatFits(mailboxes.slice(started));
    if (taken === 0) throw new CliError("WorkMail takes no export", EXIT.failure);
    started += taken;
    time.pass({ hours: 3 });
  }
  return waves;
}

/** The mailboxes with one of these statuses, as the stack's output `open` has them. */
async function openMailboxes(stack: DemoStack, statuses: readonly string[]): Promise<readonly string[]> {
  const open = await stack.output("open");
  return Object.entries(open ?? {}).flatMap(([mailbox, status]) => (statuses.includes(status) ? [mailbox] : []));
}
