import { tracing } from "../../aws/traceRequests";
import type { ReadContext } from "../../functions/withConnection";
import { sharedClients } from "../../workmail/connect";
import type { Answer, CoverageAnswer } from "../answer";
import { EXIT, type ExitCode } from "../exit";
import type { Host } from "../host";
import { debugLine } from "../output/debugLine";
import { destinationsOf } from "../output/destinations";
import { give, tellUnread } from "../output/give";
import { warnOnce } from "../output/warnOnce";
import { findTargets } from "../read/findTargets";
import { readCoverages, readList, UnreadError } from "../read/readAnswer";
import type { Options } from "../settings/fromOptions";
import { readSettings, type Settings } from "../settings/readSettings";
import type { ReadingCommand } from "../settings/settingTable";
import { readSources } from "../sources/readSources";
import type { Remembered } from "../sources/remembered";
import { type StatusLine, statusLine } from "../wait/statusLine";
import { exitCodeOf } from "./exitCodeOf";

/**
 * Runs a command that reads WorkMail: settings, sources, organizations, the answer, and what is made of it.
 *
 * @throws CliError, InvalidArgumentsError
 * @internal
 */
export async function ask(command: ReadingCommand, options: Options, host: Host): Promise<ExitCode> {
  const settings = await readSettings(command, options, host);
  const destinations = destinationsOf(settings.output ?? [], inputsOf(settings));
  const status = statusLine(host);
  const warn = warnOnce({ environment: host.environment, stderr: status.stderr });
  warnOfFuture(settings, warn, host.now());
  const remembered = await readSources(settings, host, warn);
  const clients = sharedClients();
  const trace = tracing(
    (request) => status.stderr(debugLine(request)),
    () => performance.now(),
  );
  const adapt = settings.debug ? trace : undefined;
  const context: ReadContext = { environment: host.environment, warn, now: host.now, clients, adapt };
  try {
    const answer = await answerTo(command, settings, remembered, context, status, host);
    if (answer === undefined) return EXIT.unknown;
    const exitCode = exitCodeOf(command, settings, answer);
    const isOverruled = answer.kind === "coverage" && EXIT[answer.verdict] !== exitCode && exitCode === EXIT.complete;
    if (settings.exitZero && isOverruled) {
      status.stderr(`note: the exports are ${answer.verdict}, and --exit-zero makes that a 0\n`);
    }
    await give(command, answer, exitCode, settings, destinations, host);
    return exitCode;
  } catch (error) {
    if (!(error instanceof UnreadError)) throw error;
    tellUnread(error.unread, host);
    return EXIT.failure;
  } finally {
    clients.close();
  }
}

/** No export counts that has started yet; and none that somebody starts because it does not. */
function warnOfFuture({ cutover, organizations }: Settings, warn: (message: string) => void, now: Date): void {
  const cutovers = [cutover, ...organizations.map((entry) => entry.cutover)].filter((time) => time !== undefined);
  for (const time of cutovers.filter((one) => Date.parse(one) > now.getTime())) {
    warn(`the cutover ${time} is in the future: no export counts that starts before it`);
  }
}

function inputsOf({ config, excludeFile, stackState, stackOutputs }: Settings): readonly string[] {
  return [config, excludeFile, stackState, stackOutputs].filter((file) => file !== undefined);
}

/** Undefined when the user ended it before there was one. */
async function answerTo(
  command: ReadingCommand,
  settings: Settings,
  remembered: readonly Remembered[],
  context: ReadContext,
  status: StatusLine,
  host: Host,
): Promise<Answer | undefined> {
  const coverage = async (known: readonly Remembered[], own: ReadContext): Promise<CoverageAnswer> =>
    readCoverages(await findTargets(command, settings, known, own), settings, own);
  if (command === "list" || settings.of === "list") {
    return readList(await findTargets(command, settings, remembered, context), settings, context);
  }
  if (!settings.wait) return coverage(remembered, context);
  const { waitForVerdict }: typeof import("../wait/waitForVerdict") = require("../wait/waitForVerdict");
  return waitForVerdict(settings, remembered, (known, signal) => coverage(known, { ...context, signal }), status, host);
}
