import { Command, CommanderError, InvalidArgumentError } from "commander";
import { EXIT, type ExitCode } from "../../provider/cli/exit";

/** The organization to read; without one the demonstration brings its own. */
export interface DemoOptions {
  readonly organization?: OrganizationOptions;
}

export interface OrganizationOptions {
  readonly organizationId: string;
  readonly region?: string;
  readonly profile?: string;
  readonly endpoint?: string;
}

const DESCRIPTION = [
  "Shows what Pulumi knows of an organization's mailbox exports, and what it holds back until all are done.",
  "Without options: the exit of an organization, from the first look to the last destroy, against a WorkMail emulator in this process. Neither your Pulumi login nor your AWS credentials are used.",
  "With --organization-id: a preview of the list example for your own organization, with the AWS credentials of your environment or profile. It only reads: nothing is made, neither in WorkMail nor in Pulumi.",
].join("\n\n");

/** Reads the command line; gives an exit code where commander has said already what there is to say. */
export function parseOptions(args: readonly string[]): { options: DemoOptions } | { exitCode: ExitCode } {
  const command = new Command("npm start --")
    .description(DESCRIPTION)
    .option("--organization-id <id>", "the organization to read, m- and 32 hexadecimal digits", organizationId)
    .option("--region <region>", "its AWS region; default: that of your environment or profile")
    .option("--profile <profile>", "the profile of your AWS configuration")
    .option("--endpoint <url>", "the URL of another WorkMail, such as an emulator's", url)
    .allowExcessArguments(false)
    .exitOverride()
    .showHelpAfterError("(npm start -- --help shows what there is)");
  try {
    const { organizationId: id, ...rest } = command.parse(args, { from: "user" }).opts<Partial<OrganizationOptions>>();
    if (id !== undefined) return { options: { organization: { organizationId: id, ...rest } } };
    const [alone] = Object.keys(rest);
    if (alone !== undefined) command.error(`error: option '--${alone}' is of use with --organization-id only`);
    return { options: {} };
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return { exitCode: error.exitCode === 0 ? EXIT.complete : EXIT.usage };
  }
}

function organizationId(text: string): string {
  if (/^m-[0-9a-f]{32}$/.test(text)) return text;
  throw new InvalidArgumentError("It must be m- and 32 hexadecimal digits: aws workmail list-organizations shows it.");
}

function url(text: string): string {
  if (URL.canParse(text) && /^https?:/.test(text)) return text;
  throw new InvalidArgumentError("It must be a URL, such as http://127.0.0.1:4100.");
}
