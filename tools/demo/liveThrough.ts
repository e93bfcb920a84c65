import { devNull } from "node:os";
import { ManualClock, type SeedJobEnd, start } from "../../provider/emulator";
import type { Engine } from "../engine";
import { Administrator } from "./administrator";
import { openDemoStack } from "./demoStack";
import { PassingTime } from "./passingTime";
import { MAILBOXES, ORGANIZATION_ID, sampleWorkMail } from "./sampleWorkMail";
import type { Screen } from "./screen";
import { PULUMI, Stage } from "./stage";
import { tell } from "./story";

export interface Setting {
  readonly engine: Engine;
  readonly screen: Screen;
  readonly stop: AbortSignal;
}

/** The exit of a whole organization, against an emulator whose clock is ours to move. */
export async function liveThrough({ engine, screen, stop }: Setting): Promise<void> {
  const clock = new ManualClock("2026-11-24T12:00:00Z");
  const organization = sampleWorkMail(clock);
  const time = new PassingTime(clock, organization.jobs);
  const emulator = await start({
    clock,
    seed: { organizations: [organization] },
    endOfStarted: (job) => {
      time.add({ ...job, end: EXPORT });
      return EXPORT;
    },
  });
  const administrator = new Administrator(emulator.url);
  try {
    const stack = await openDemoStack({
      engine,
      project: "guard",
      config: { organizationId: ORGANIZATION_ID, endpoint: emulator.url },
      foreignConfig: { "aws:region": "us-east-1" },
      environment: withoutAws(process.env),
      stop,
    });
    screen.paragraph(STORY);
    screen.note(`WorkMail: an emulator at ${emulator.url}.`);
    screen.note("Program: examples/guard. State: in a temporary folder.");
    screen.note("Your Pulumi login and your AWS credentials are not used.");
    try {
      await tell({ stage: new Stage(screen, stack, emulator), stack, emulator, administrator, time });
    } finally {
      await stack.close();
    }
  } finally {
    administrator.close();
    await emulator.close();
  }
}

const STORY = `An organization of ${MAILBOXES} mailboxes leaves WorkMail: export jobs copy them to S3. \
A Pulumi stack remembers the jobs, says who is still open, and lets nothing be destroyed before every mailbox is out.`;

/** How long an export takes, of those that are started while one looks. */
const EXPORT: SeedJobEnd = { state: "COMPLETED", afterSeconds: 2 * 3600 };

/** The emulator takes any credentials: these are nobody's. */
function withoutAws(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return {
    ...Object.fromEntries(Object.entries(environment).filter(([name]) => !name.startsWith("AWS_"))),
    AWS_ACCESS_KEY_ID: PULUMI,
    AWS_SECRET_ACCESS_KEY: "demo",
    AWS_CONFIG_FILE: devNull,
    AWS_SHARED_CREDENTIALS_FILE: devNull,
  };
}
