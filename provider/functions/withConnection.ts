import type { Environment } from "../aws/clientSettings";
import type { Adapt } from "../aws/traceRequests";
import type { ConnectionArgs, ProofArgs } from "../model";
import { type Clients, type Connection, connect } from "../workmail/connect";
import type { ListProgress } from "../workmail/readEveryPage";
import { regionsInWords, workMailRegions } from "../workmail/regions";
import { requireSurroundings } from "./requireSurroundings";

/** What a face hands down to a read. @internal */
export interface ReadContext {
  readonly environment: Environment;
  /** Takes what the user should know although the read goes on. */
  readonly warn: (message: string) => void;
  readonly now: () => Date;
  readonly onPage?: ((progress: ListProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Default: each read has a client of its own. */
  readonly clients?: Clients | undefined;
  /** Is given each client of the AWS SDK that is made. */
  readonly adapt?: Adapt | undefined;
}

/**
 * Asks over a connection of its own, within `timeoutSeconds`, and closes it. `operation` is what will be asked first,
 * for the errors. The arguments are taken as checked.
 *
 * @throws InvalidArgumentsError for the environment; WorkMailRequestError for region or credentials; what `ask` throws
 * @internal
 */
export async function withConnection<Result>(
  operation: string,
  args: ConnectionArgs & ProofArgs & { readonly organizationId: string },
  context: ReadContext,
  ask: (connection: Connection) => Promise<Result>,
): Promise<Result> {
  requireSurroundings(args, context.environment);
  const timeUp = AbortSignal.timeout(Math.ceil((args.timeoutSeconds ?? 300) * 1000));
  const signal = AbortSignal.any(context.signal ? [timeUp, context.signal] : [timeUp]);
  const connection = await connect(operation, args.organizationId, args, context.environment, signal, context);
  try {
    warnOfRegion(connection, context);
    return await ask(connection);
  } finally {
    connection.close();
  }
}

// Not refused: AWS could add a region, and an endpoint of one's own can be anywhere.
function warnOfRegion({ region }: Connection, { warn }: ReadContext): void {
  if (workMailRegions.includes(region)) return;
  warn(`WorkMail is not known to exist in ${region}, only in ${regionsInWords}; it is asked there all the same.`);
}
