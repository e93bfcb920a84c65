import { devNull } from "node:os";
import { CliError, EXIT } from "../../provider/cli/exit";
import { type Emulator, ManualClock, start } from "../../provider/emulator";
import type { Engine } from "../engine";
import { openDemoStack } from "./demoStack";
import { movesInWords } from "./movesBetween";
import { changedJobs } from "./output/changedJobs";
import { PassingTime } from "./passingTime";
import { ORGANIZATION_ID, sampleWorkMail } from "./sampleWorkMail";
import type { Screen } from "./screen";
import { Stage } from "./stage";
import * as steps from "./steps";

export interface Setting {
  readonly engine: Engine;
  readonly screen: Screen;
  readonly stop: AbortSignal;
}

/** The whole life of a stack, against an emulator whose clock is ours to move. */
export async function liveThrough({ engine, screen, stop }: Setting): Promise<void> {
  const clock = new ManualClock("2026-11-24T12:00:00Z");
  const organization = sampleWorkMail(clock);
  const emulator = await start({ clock, seed: { organizations: [organization] } });
  try {
    const config = {
      "aws:region": "us-east-1",
      "workmail-exports:organizationId": ORGANIZATION_ID,
      "workmail-exports:endpoint": emulator.url,
    };
    const stack = await openDemoStack({ engine, config, environment: withoutAws(process.env), stop });
    screen.note(`WorkMail: an emulator at ${emulator.url}.`);
    screen.note("State: in a temporary folder. Your Pulumi login and your AWS credentials are not used.");
    try {
      await tell(new Stage(screen, stack, emulator), new PassingTime(clock, organization.jobs));
      requireOnlyReads(emulator);
    } finally {
      await stack.close();
    }
  } finally {
    await emulator.close();
  }
}

async function tell(stage: Stage, time: PassingTime): Promise<void> {
  await stage.run(steps.firstPreview);
  await stage.run(steps.firstUp);

  const first = time.pass({ hours: 4 });
  stage.announce("Four hours pass in WorkMail", `${movesInWords(first)}. Nobody tells Pulumi.`);
  requireSame(changedJobs(await stage.run(steps.drift)), first.jobIds);
  await stage.run(steps.secondUp);

  requireSame([], time.pass({ minutes: 10 }).jobIds);
  await stage.run(steps.nothingNew(time.running));

  const second = time.pass({ hours: 1 });
  stage.announce("One more hour passes", `${movesInWords(second)}.`);
  requireSame(changedJobs(await stage.run(steps.refresh)), second.jobIds);
  await stage.run(steps.destroy);
  stage.total(
    `Only lists and details were asked for: WorkMail was read, and not changed.
Now your own organization, which is only read:
  npm start -- --organization-id m-… --region us-east-1`,
  );
}

/** A demonstration that shows something else than what happened would be worse than none. */
function requireSame(shown: readonly string[], moved: readonly string[]): void {
  if (shown.join() === moved.join()) return;
  throw new CliError(`Pulumi shows other jobs (${shown.join(", ")}) than moved (${moved.join(", ")})`, EXIT.software);
}

function requireOnlyReads({ requests }: Emulator): void {
  const other = requests.find(({ operation }) => !/^(List|Describe)MailboxExportJobs?$/.test(operation));
  if (other) throw new CliError(`WorkMail was asked for ${other.operation}`, EXIT.software);
}

/** The emulator takes any credentials: these are nobody's. */
function withoutAws(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return {
    ...Object.fromEntries(Object.entries(environment).filter(([name]) => !name.startsWith("AWS_"))),
    AWS_ACCESS_KEY_ID: "demo",
    AWS_SECRET_ACCESS_KEY: "demo",
    AWS_CONFIG_FILE: devNull,
    AWS_SHARED_CREDENTIALS_FILE: devNull,
  };
}
