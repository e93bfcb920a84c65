import { type EmulatorOptions, type Fault, ManualClock, type SeedJob, start } from "../../../provider/emulator";
import { organizationId, withAwsEnvironment } from "../../support/organization";
import { type CliOutcome, runCli } from "../../support/runCli";

const begin = "2026-11-24T12:00:00Z";
const entityOf = (mailbox: number) => `S-1-1-11-1111111111-${1000 + mailbox}`;

withAwsEnvironment({ AWS_ACCESS_KEY_ID: "AKIDEXAMPLE", AWS_SECRET_ACCESS_KEY: "dummy", AWS_REGION: "us-east-1" });

/** A job of a mailbox that runs since an hour, and ends so many minutes from now. */
function running(mailbox: number, minutesLeft: number): SeedJob {
  const afterSeconds = 3600 + minutesLeft * 60;
  const job = { jobId: `job-${mailbox}`, entityId: entityOf(mailbox), startTime: "2026-11-24T11:00:00Z" };
  return { ...job, end: { state: "COMPLETED", afterSeconds } };
}

interface Play {
  readonly jobs: readonly SeedJob[];
  readonly mailboxes: number;
  readonly args?: readonly string[];
  readonly columns?: number;
  readonly faults?: readonly Fault[];
  readonly options?: EmulatorOptions;
  /** Is told of each pause, before the clock goes on; `stop` is Ctrl-C. */
  readonly onPause?: (elapsedSeconds: number, stop: () => void, inject: (...faults: readonly Fault[]) => void) => void;
}

/** Plays a wait in which time passes only while it pauses. */
async function play({ jobs, mailboxes, args = [], columns, faults = [], options, onPause }: Play): Promise<CliOutcome> {
  const clock = new ManualClock(begin);
  const users = Array.from({ length: mailboxes }, (_each, index) => ({
    id: entityOf(index),
    name: `user-${index}`,
    email: `user-${index}@example.com`,
  }));
  const seed = { organizations: [{ organizationId, users, jobs }] };
  const emulator = await start({ clock, seed, faults, ...options });
  const terminal = columns === undefined ? undefined : { columns };
  const { promise: stopped, resolve: stop } = Promise.withResolvers<void>();
  const base = [
    "gate",
    "--organization-id",
    organizationId,
    "--endpoint",
    emulator.url,
    "--wait",
    "--max-attempts",
    "1",
  ];
  try {
    return await runCli([...base, ...args], {
      now: () => clock.now(),
      stderrTerminal: terminal,
      untilStopped: () => stopped,
      sleep: async (milliseconds) => {
        onPause?.((clock.now().getTime() - Date.parse(begin)) / 1000, stop, (...more) => emulator.inject(...more));
        clock.advance({ seconds: milliseconds / 1000 });
      },
    });
  } finally {
    await emulator.close();
  }
}

test("waits until the last export has ended, and says a line a minute in a log", async () => {
  const { exitCode, stdout, stderr } = await play({ jobs: [running(0, 2), running(1, 4)], mailboxes: 2 });
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/^✔ complete/);
  expect(stderr).toBe(
    [
      "2026-11-24T12:00:00Z 0 of 2 done, 2 running (94 %), 0 missing, about 5 min left",
      "2026-11-24T12:01:00Z 0 of 2 done, 2 running (96 %), 0 missing, about 3 min left",
      "2026-11-24T12:02:00Z 1 of 2 done, 1 running (96 %), 0 missing, about 3 min left",
      "2026-11-24T12:03:00Z 1 of 2 done, 1 running (98 %), 0 missing, about 2 min left",
      "",
    ].join("\n"),
  );
});

test("ends at once when no export runs, whatever is missing: waiting brings nothing", async () => {
  const { exitCode, stderr } = await play({ jobs: [], mailboxes: 2 });
  expect([exitCode, stderr]).toEqual([1, ""]);
});

test("a log has a line a minute, however seldom WorkMail is asked", async () => {
  const { stderr } = await play({ jobs: [running(0, 9)], mailboxes: 1, args: ["--poll", "600"] });
  expect(stderr.trim().split("\n")).toHaveLength(10);
});

test("a log has no more than a line a minute, however often WorkMail is asked", async () => {
  const { stderr } = await play({ jobs: [running(0, 3)], mailboxes: 1, args: ["--poll", "5"] });
  expect(stderr.trim().split("\n")).toHaveLength(3);
});

test.each([60, 80, 160])("on a terminal of %i columns one line is written over, and none is left", async (columns) => {
  const { stderr } = await play({ jobs: [running(0, 2)], mailboxes: 400, columns });
  const lines = stderr.split("\r");
  expect(lines.length).toBeGreaterThan(60);
  expect(stderr).not.toContain("\n");
  for (const line of lines) expect(line.replace("\u001b[K", "").length).toBeLessThan(columns);
  expect(lines.at(-1)).toBe("\u001b[K");
});

test("the time left counts down on a terminal between two reads", async () => {
  const { stderr } = await play({ jobs: [running(0, 5)], mailboxes: 1, columns: 80, args: ["--poll", "240"] });
  expect(stderr).toContain("about 6 min left");
  expect(stderr).toContain("about 2 min left");
});

test("Ctrl-C ends the wait at once, with what is known", async () => {
  const onPause: Play["onPause"] = (elapsed, stop) => {
    if (elapsed >= 60) stop();
  };
  const { exitCode, stdout, stderr } = await play({ jobs: [running(0, 600)], mailboxes: 1, onPause });
  expect(exitCode).toBe(1);
  expect(stdout).toMatch(/^✘ incomplete/);
  expect(stderr).toMatch(/stopped: this is how it stood at 2026-11-24T12:0[12]:00\.000Z\n$/);
});

test("Ctrl-C before the first answer: nothing is known, and nothing on stdout", async () => {
  const faults: Fault[] = [{ kind: "hang" }];
  const clock = new ManualClock(begin);
  const emulator = await start({ clock, seed: { organizations: [{ organizationId }] }, faults });
  const args = ["gate", "--organization-id", organizationId, "--endpoint", emulator.url, "--wait"];
  const untilStopped = () => new Promise<void>((stop) => setTimeout(stop, 200));
  const outcome = await runCli(args, { untilStopped });
  await emulator.close();
  expect(outcome).toEqual({ exitCode: 2, stdout: "", stderr: "stopped: nothing is known yet\n" });
});

test("--timeout ends the wait with what is known", async () => {
  const { exitCode, stdout, stderr } = await play({
    jobs: [running(0, 600)],
    mailboxes: 1,
    args: ["--timeout", "3", "--poll", "70"],
  });
  expect(exitCode).toBe(1);
  expect(stdout).toMatch(/^✘ incomplete/);
  expect(stderr).toMatch(/the time of --timeout is up: this is how it stood at 2026-11-24T12:02:20\.000Z\n$/);
});

test("a read that fails for a while is told of, and tried again", async () => {
  let injected = false;
  const { exitCode, stderr } = await play({
    jobs: [running(0, 5)],
    mailboxes: 1,
    onPause: (elapsed, _stop, inject) => {
      if (elapsed < 60 || injected) return;
      injected = true;
      inject({ kind: "serverError", operation: "ListUsers", times: 2 });
    },
  });
  expect(exitCode).toBe(0);
  expect(stderr.match(/^warning: a read failed, and is tried again: ListUsers .*/gm)).toHaveLength(2);
});

test("a service that fails six times in a row ends the wait", async () => {
  const faults: Fault[] = [{ kind: "serverError", operation: "ListUsers", times: Number.POSITIVE_INFINITY }];
  const { exitCode, stderr } = await play({ jobs: [running(0, 60)], mailboxes: 1, faults });
  expect(exitCode).toBe(70);
  expect(stderr.match(/tried again/g)).toHaveLength(5);
  expect(stderr).toMatch(/error: ListUsers for organization/);
});

test("a failure that does not pass by itself ends the wait at once", async () => {
  const denied: Fault = { kind: "error", code: "AccessDeniedException", message: "no", operation: "ListUsers" };
  const { exitCode, stderr } = await play({ jobs: [running(0, 60)], mailboxes: 1, faults: [denied] });
  expect(exitCode).toBe(70);
  expect(stderr).not.toContain("tried again");
});

test("what was seen during the wait counts, also when it has left WorkMail's list", async () => {
  const early: SeedJob = {
    jobId: "early",
    entityId: entityOf(1),
    startTime: "2026-11-17T13:00:00Z",
    end: { state: "COMPLETED", afterSeconds: 60 },
  };
  const { exitCode } = await play({ jobs: [running(0, 180), early], mailboxes: 2 });
  expect(exitCode).toBe(0);
});

test("on a terminal a message during the wait has a line of its own", async () => {
  const { stderr } = await play({ jobs: [running(0, 2)], mailboxes: 1, columns: 80, args: ["--debug"] });
  const [, ...later] = stderr.split("debug: ");
  expect(later.length).toBeGreaterThan(6);
  const before = stderr.split("debug: ").slice(0, -1);
  expect(before.filter((text) => text !== "" && !text.endsWith("\n") && !text.endsWith("\r\u001b[K"))).toEqual([]);
});

test("it waits for a running export of nobody on the roster too: that can be the last copy", async () => {
  const done = { ...running(0, -30), jobId: "done" };
  const ofNobody: SeedJob = { ...running(9, 3), jobId: "of-nobody" };
  const { exitCode, stderr } = await play({ jobs: [done, ofNobody], mailboxes: 1 });
  expect(exitCode).toBe(0);
  expect(stderr).toContain("1 of 1 done, 1 running");
});

test("a user that is deleted while the export runs is waited for, and the job is told of", async () => {
  const clock = new ManualClock(begin);
  const users = [
    { id: entityOf(0), name: "alice", state: "DELETED" as const },
    { id: entityOf(1), name: "bob" },
  ];
  const done = { ...running(1, -30), jobId: "done" };
  const emulator = await start({
    clock,
    seed: { organizations: [{ organizationId, users, jobs: [running(0, 2), done] }] },
  });
  const args = ["gate", "--organization-id", organizationId, "--endpoint", emulator.url, "--wait"];
  const { exitCode, stdout, stderr } = await runCli(args, {
    now: () => clock.now(),
    sleep: async (milliseconds) => clock.advance({ seconds: milliseconds / 1000 }),
  });
  await emulator.close();
  expect(stderr).toContain("1 of 1 done, 1 running");
  expect([exitCode, stdout.includes("job-0")]).toEqual([0, false]);
});

test.each(["removeOrganization", "setOrganizationState"] as const)(
  "an organization that goes away during the wait (%s) does not make it pass",
  async (how) => {
    const clock = new ManualClock(begin);
    const [one, other] = [`m-${"1".repeat(32)}`, `m-${"2".repeat(32)}`];
    const users = [{ id: entityOf(0), name: "alice" }];
    const finished = { ...running(0, -30), jobId: "done" };
    const seed = {
      organizations: [
        { organizationId: one, users, jobs: [finished] },
        { organizationId: other, users, jobs: [running(0, 30)] },
      ],
    };
    const emulator = await start({ clock, seed });
    const args = ["gate", "--all-organizations", "--region", "us-east-1", "--endpoint", emulator.url, "--wait"];
    const outcome = await runCli(args, {
      now: () => clock.now(),
      sleep: async (milliseconds) => {
        clock.advance({ seconds: milliseconds / 1000 });
        if (how === "removeOrganization") emulator.removeOrganization(other);
        else emulator.setOrganizationState(other, "Deleted");
      },
    });
    await emulator.close();
    expect(outcome.exitCode).toBe(70);
    expect(outcome.stdout).not.toContain("complete:");
    expect(outcome.stderr).toContain(other);
  },
);

test("a warning is said once, however often WorkMail is asked", async () => {
  const args = ["--exclude", "nobody=left", "--region", "eu-central-1"];
  const { stderr } = await play({ jobs: [running(0, 3)], mailboxes: 1, args });
  expect(stderr.match(/^warning: WorkMail is not known to exist/gm)).toHaveLength(1);
});
