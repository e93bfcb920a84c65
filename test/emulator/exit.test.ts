import {
  CancelMailboxExportJobCommand,
  LimitExceededException,
  type MailboxExportJob,
  paginateListMailboxExportJobs,
  paginateListResources,
  paginateListUsers,
} from "@aws-sdk/client-workmail";
import fc from "fast-check";
import { sampleOrganization } from "../../provider/emulator";
import { entityId, ORGANIZATION, type Started, startExport, started } from "./harness";

const OrganizationId = ORGANIZATION;
const HOUR_MS = 3_600_000;

async function allJobs({ client }: Started): Promise<MailboxExportJob[]> {
  const jobs: MailboxExportJob[] = [];
  for await (const { Jobs } of paginateListMailboxExportJobs({ client, pageSize: 7 }, { OrganizationId })) {
    jobs.push(...(Jobs ?? []));
  }
  return jobs;
}

const isRunning = ({ State }: MailboxExportJob) => State === "RUNNING";

describe("an exit", () => {
  /** Everybody whom the lists show as enabled. */
  async function enabled({ client }: Started): Promise<string[]> {
    const ids: string[] = [];
    const Filters = { State: "ENABLED" } as const;
    for await (const { Users = [] } of paginateListUsers({ client, pageSize: 10 }, { OrganizationId, Filters })) {
      ids.push(...Users.filter(({ UserRole }) => UserRole === "USER").map(({ Id = "" }) => Id));
    }
    for await (const { Resources = [] } of paginateListResources({ client }, { OrganizationId, Filters })) {
      ids.push(...Resources.map(({ Id = "" }) => Id));
    }
    return ids;
  }

  test("of 25 mailboxes takes three waves of ten, each an hour long", async () => {
    const now = new Date("2026-11-24T12:00:00Z");
    const here = await started({
      organizations: [sampleOrganization({ organizationId: ORGANIZATION, jobs: 0, mailboxes: 25, now })],
    });
    const waiting = await enabled(here);
    expect(waiting).toHaveLength(24); // and one who has been disabled for five days, whose mailbox is still there
    waiting.push("alice.abbott", "zoe.zhang"); // one of them by her name, and nobody
    const outcomes: string[] = [];
    let waves = 0;
    while (waiting.length > 0 && waves < 9) {
      const left: string[] = [];
      for (const entity of waiting) {
        const outcome = await startExport(here, entity).then(
          () => "started",
          ({ name, message }: Error) => (/that are running/.test(message) ? "full" : name),
        );
        if (outcome === "full") left.push(entity);
        else outcomes.push(outcome);
      }
      expect((await allJobs(here)).filter(isRunning).length).toBeLessThanOrEqual(10);
      waiting.splice(0, waiting.length, ...left);
      waves += 1;
      here.clock.advance({ hours: 1 });
    }
    expect(waves).toBe(3);
    expect(outcomes.filter((outcome) => outcome === "started")).toHaveLength(24);
    expect(outcomes.filter((outcome) => outcome !== "started").sort()).toEqual([
      "EntityNotFoundException",
      "LimitExceededException",
    ]);
    const jobs = await allJobs(here);
    expect(jobs.map(({ State }) => State)).toEqual(Array(24).fill("COMPLETED"));
    expect(new Set(jobs.map(({ EntityId }) => EntityId)).size).toBe(24);
  });

  test("counts the disabled mailbox that is still kept", async () => {
    const now = new Date("2026-11-24T12:00:00Z");
    const seed = sampleOrganization({ organizationId: ORGANIZATION, jobs: 0, mailboxes: 25, now });
    const here = await started({ organizations: [seed] });
    const everybody = [...(seed.users ?? []), ...(seed.resources ?? [])];
    let exported = 0;
    for (const { id } of everybody) {
      await startExport(here, id).then(
        () => {
          exported += 1;
        },
        ({ name }: Error) => expect(name).toBe("EntityNotFoundException"),
      );
      here.clock.advance({ hours: 1 });
    }
    expect([everybody.length, exported]).toEqual([28, 25]);
  });
});

type Step =
  | { readonly kind: "start"; readonly mailbox: number }
  | { readonly kind: "cancel"; readonly which: number }
  | { readonly kind: "advance"; readonly minutes: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant("start" as const), mailbox: fc.nat(30) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("cancel" as const), which: fc.nat(40) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("advance" as const), minutes: fc.nat(800) }) },
);

/** Any of these refusals may come; another is a mistake. */
async function attempt(here: Started, steps: readonly Step[], index: number, jobs: readonly MailboxExportJob[]) {
  const one = steps[index];
  if (one?.kind === "advance") return here.clock.advance({ minutes: one.minutes });
  if (one?.kind === "start") {
    await startExport(here, entityId(one.mailbox)).catch((error: unknown) => {
      if (!(error instanceof LimitExceededException)) throw error;
    });
  }
  const JobId = one?.kind === "cancel" ? jobs.filter(isRunning)[one.which % 10]?.JobId : undefined;
  if (JobId !== undefined) await here.client.send(new CancelMailboxExportJobCommand({ OrganizationId, JobId }));
}

function expectADayBetweenStarts(jobs: readonly MailboxExportJob[]): void {
  for (const ofOne of Map.groupBy(jobs, ({ EntityId }) => EntityId).values()) {
    const starts = ofOne.map(({ StartTime }) => StartTime?.getTime() ?? Number.NaN).sort((a, b) => a - b);
    for (const [i, start] of starts.slice(1).entries()) {
      expect(start - (starts[i] ?? Number.NaN)).toBeGreaterThanOrEqual(24 * HOUR_MS);
    }
  }
}

test("whatever is started, cancelled and waited for: never more than ten run, no mailbox starts twice in 24 hours, no job is lost", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 80 }), async (steps) => {
      const here = await started({
        endOfStarted: ({ jobId }) => ({ state: "COMPLETED", afterSeconds: Number.parseInt(jobId.slice(0, 4), 16) }),
      });
      const seen = new Map<string, MailboxExportJob>();
      for (const index of steps.keys()) {
        const before = await allJobs(here);
        await attempt(here, steps, index, before);
        const after = await allJobs(here);
        expect(after.filter(isRunning).length).toBeLessThanOrEqual(10);
        for (const each of [...before, ...after]) seen.set(each.JobId ?? "?", each);
      }
      expect(seen.has("?")).toBe(false);
      expectADayBetweenStarts([...seen.values()]);
      const answered = here.emulator.requests.filter(
        ({ operation, status }) => operation === "StartMailboxExportJob" && status === 200,
      );
      expect(seen.size).toBe(answered.length);
      await here.emulator.close();
    }),
    { numRuns: 30 },
  );
}, 120_000);
