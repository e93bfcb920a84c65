import { readFileSync } from "node:fs";
import type { Command } from "commander";
import type { Clock, Emulator, Seed, SeedOrganization } from "../../emulator";
import { CliError, EXIT, type ExitCode, messageOf } from "../exit";
import type { Host } from "../host";

/** Always the same one, so that a command that was typed once works after a restart. */
const SAMPLE_ORGANIZATION = "m-5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a";
const SAMPLE_JOBS = 40;
const SAMPLE_MAILBOXES = 30;

interface Options {
  readonly port: number;
  readonly seed?: string;
  readonly now?: Date;
}

/** `workmail-exports emulator` @internal */
export function addEmulator(
  program: Command,
  host: Host,
  end: (exitCode: ExitCode) => void,
  asked: readonly string[],
): void {
  const command = program
    .command("emulator")
    .description("Run a WorkMail on 127.0.0.1: organizations, their users and resources, and mailbox export jobs.");
  // The help of the whole does without the options.
  if (!asked.includes("emulator")) return;
  command
    .option("--port <n>", "port to listen on; 0 takes a free one", port, 0)
    .option(
      "--seed <file>",
      "JSON file with organizations, users, resources and jobs; without it, a sample organization",
    )
    .option("--now <time>", "begin at this time (RFC 3339) instead of the real one; it runs on from there", time)
    .action(async (options: Options) => {
      await runEmulator(options, host);
      end(EXIT.complete);
    });
}

async function runEmulator(options: Options, host: Host): Promise<void> {
  const clock = clockFrom(options.now, host);
  const seed = options.seed === undefined ? sampleSeed(clock.now()) : await seedFrom(options.seed);
  const stopped = host.untilStopped(); // before the port is open: a signal that comes early must not be lost
  const emulator = await listenOn(options.port, seed, clock);
  host.stdout(greeting(emulator.url, seed, clock.now()));
  await stopped;
  await emulator.close();
}

// Loaded here and not above: the other subcommands, and --help, do without a server.
function emulatorModule(): typeof import("../../emulator") {
  return require("../../emulator");
}

async function listenOn(wantedPort: number, seed: Seed, clock: Clock): Promise<Emulator> {
  try {
    return await emulatorModule().start({ port: wantedPort, seed, clock });
  } catch (cause) {
    const code = typeof cause === "object" && cause !== null && "code" in cause ? String(cause.code) : "";
    const reason = reasons[code] ?? messageOf(cause);
    throw new CliError(`cannot listen on 127.0.0.1:${wantedPort}: ${reason}`, EXIT.failure, { cause });
  }
}

const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE: "the port is in use; give another one with --port, or 0 for a free one",
  EACCES: "this port needs more rights; give one above 1023 with --port, or 0 for a free one",
};

async function seedFrom(file: string): Promise<Seed> {
  try {
    return emulatorModule().parseSeed(readFileSync(file, "utf8"));
  } catch (cause) {
    const lines = messageOf(cause)
      .split("\n")
      .map((line) => `  ${line}`);
    throw new CliError([`cannot use the seed file ${file}:`, ...lines].join("\n"), EXIT.usage, { cause });
  }
}

function sampleSeed(now: Date): Seed {
  const { sampleOrganization } = emulatorModule();
  const size = { jobs: SAMPLE_JOBS, mailboxes: SAMPLE_MAILBOXES };
  return { organizations: [sampleOrganization({ organizationId: SAMPLE_ORGANIZATION, ...size, now })] };
}

function clockFrom(start: Date | undefined, host: Host): Clock {
  const aheadMs = start === undefined ? 0 : start.getTime() - host.now().getTime();
  return { now: () => new Date(host.now().getTime() + aheadMs) };
}

function greeting(url: string, { organizations }: Seed, now: Date): string {
  const [first] = organizations;
  const rows = organizations.map((organization) => `  ${organization.organizationId}  ${contents(organization, now)}`);
  return [
    `WorkMail emulator on ${url}`,
    "",
    rows.length > 0 ? "Organizations:" : "It has no organizations.",
    ...rows,
    "",
    "Point a client at it (any credentials will do):",
    `  export AWS_ENDPOINT_URL_WORKMAIL=${url}`,
    "  export AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test",
    "  export AWS_REGION=us-east-1 AWS_DEFAULT_REGION=us-east-1",
    ...(first ? examples(first) : []),
    "",
    "Ctrl-C stops it.",
    "",
  ].join("\n");
}

// An organization without a roster has no number of mailboxes: every entity is taken for one that exists.
function contents({ state = "Active", jobs = [], users, resources }: SeedOrganization, now: Date): string {
  const parts = [state, `${jobs.length} jobs`];
  if (!users && !resources) return parts.join(", ");
  const { hasMailbox }: typeof import("../../emulator/hasMailbox") = require("../../emulator/hasMailbox");
  const mailboxes = [...(users ?? []), ...(resources ?? [])].filter((each) => hasMailbox(each, now.getTime()));
  return [...parts, `${mailboxes.length} mailboxes`].join(", ");
}

function examples({ organizationId, users }: SeedOrganization): readonly string[] {
  return [
    `  aws workmail list-mailbox-export-jobs --organization-id ${organizationId}`,
    ...(users ? [`  aws workmail list-users --organization-id ${organizationId}`] : []),
  ];
}

function port(text: string): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value <= 65_535) return value;
  throw invalid("It must be a whole number from 0 to 65535.");
}

function time(text: string): Date {
  // With its own check: this module loads the emulator only once it runs.
  const value = new Date(text);
  const isRfc3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/.test(text);
  if (isRfc3339 && !Number.isNaN(value.getTime())) return value;
  throw invalid("It must be an RFC 3339 time, such as 2026-11-24T12:00:00Z.");
}

function invalid(rule: string): Error {
  const { InvalidArgumentError }: typeof import("commander") = require("commander");
  return new InvalidArgumentError(rule);
}
