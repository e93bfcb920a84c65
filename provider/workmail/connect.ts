import type { WorkMailClient, WorkMailClientConfig } from "@aws-sdk/client-workmail";
import { type Environment, patienceOf, regionSaid } from "../aws/clientSettings";
import { credentialsOf } from "../aws/credentials";
import { saidBy } from "../aws/foreignError";
import type { Adapt } from "../aws/traceRequests";
import { untilAborted } from "../aws/untilAborted";
import type { RequestSubject } from "../errors";
import type { ConnectionArgs } from "../model";
import { withoutUndefined } from "../withoutUndefined";
import { requestError, toRequestError } from "./requestError";

type Sdk = typeof import("@aws-sdk/client-workmail");

// Loaded on first use, so that importing the package stays cheap. Not import(): that takes about twice as long.
const loadSdk = (): Sdk => require("@aws-sdk/client-workmail");

/** A client for one organization in one region, for one read. @internal */
export interface Connection {
  readonly sdk: Sdk;
  readonly client: Pick<WorkMailClient, "send">;
  readonly organizationId: string;
  readonly region: string;
  /** As whom WorkMail is asked, for whatever else is asked beside it. */
  readonly credentials: WorkMailClient["config"]["credentials"];
  /** Ends the read: the caller's own signal, or the time being up. */
  readonly signal: AbortSignal;
  readonly close: () => void;
}

/** Where a read takes its client from, and what it does with it at its end. @internal */
export interface Clients {
  readonly take: (args: ConnectionArgs, environment: Environment, adapt?: Adapt) => WorkMailClient;
  readonly giveBack: (client: WorkMailClient) => void;
}

/** Each read has a client of its own. */
const ownClients: Clients = { take: makeClient, giveBack: (client) => client.destroy() };

/**
 * For many reads of one run: those with the same arguments share a client, and with it its credentials, its connections,
 * and its patience with a service that throttles.
 *
 * @internal
 */
export function sharedClients(): Clients & { readonly close: () => void } {
  const clients = new Map<string, WorkMailClient>();
  const take: Clients["take"] = (args, ...others) => {
    const key = keyOf(args);
    const client = clients.get(key) ?? makeClient(args, ...others);
    clients.set(key, client);
    return client;
  };
  const close = () => {
    for (const client of clients.values()) client.destroy();
  };
  return { take, giveBack: () => undefined, close };
}

/** All that a client is made of. */
function keyOf({ region, profile, assumeRole, endpoint, maxAttempts, requestTimeoutSeconds }: ConnectionArgs): string {
  return JSON.stringify([region, profile, assumeRole, endpoint, maxAttempts, requestTimeoutSeconds]);
}

/**
 * A client for WorkMail whose region and credentials are known to be there. `operation` is what will be asked
 * first, for the errors.
 *
 * @throws WorkMailRequestError with the reason `regionMissing`, `credentialsMissing`, `roleNotAssumed`, `timeout` or
 * `aborted`.
 * @internal
 */
export async function connect(
  operation: string,
  organizationId: string,
  args: ConnectionArgs,
  environment: Environment,
  signal: AbortSignal,
  { clients = ownClients, adapt }: { readonly clients?: Clients | undefined; readonly adapt?: Adapt | undefined } = {},
): Promise<Connection> {
  const sdk = loadSdk();
  const client = clients.take(args, environment, adapt);
  const close = () => clients.giveBack(client);
  const subject = { operation, organizationId, region: "", pagesRead: 0 };
  try {
    const region = await regionOf(client, subject, signal);
    await requireCredentials(client, args, { ...subject, region }, signal);
    return { sdk, client, organizationId, region, credentials: client.config.credentials, signal, close };
  } catch (error) {
    close();
    throw error;
  }
}

/**
 * The region that a client of {@link connect} would ask. Nothing is sent.
 *
 * @throws WorkMailRequestError with the reason `regionMissing`
 * @internal
 */
export async function findRegion(
  operation: string,
  organizationId: string,
  args: ConnectionArgs,
  environment: Environment,
): Promise<string> {
  const client = makeClient(args, environment);
  try {
    const subject = { operation, organizationId, region: "", pagesRead: 0 };
    return await regionOf(client, subject, new AbortController().signal);
  } finally {
    client.destroy();
  }
}

async function regionOf(client: WorkMailClient, subject: RequestSubject, signal: AbortSignal): Promise<string> {
  try {
    return await untilAborted(client.config.region(), signal);
  } catch (error) {
    if (signal.aborted) throw toRequestError(error, subject, signal);
    throw requestError("regionMissing", subject, `no region is known: ${saidBy(error)}`, error);
  }
}

/** Asked before the first request: a missing credential is then told apart from a request that failed. */
async function requireCredentials(
  client: WorkMailClient,
  args: ConnectionArgs,
  subject: RequestSubject,
  signal: AbortSignal,
): Promise<void> {
  try {
    await untilAborted(client.config.credentials(), signal);
  } catch (error) {
    if (signal.aborted) throw toRequestError(error, subject, signal);
    throw credentialsError(args, subject, error);
  }
}

function credentialsError({ assumeRole, profile }: ConnectionArgs, subject: RequestSubject, error: unknown) {
  const said = saidBy(error);
  if (assumeRole) {
    const detail = `the role ${assumeRole.roleArn} cannot be assumed: ${said}`;
    return requestError("roleNotAssumed", subject, detail, error);
  }
  const where = profile ? ` in the profile ${profile}` : "";
  return requestError("credentialsMissing", subject, `there are no credentials${where}: ${said}`, error);
}

function makeClient(args: ConnectionArgs, environment: Environment, adapt?: Adapt): WorkMailClient {
  const { WorkMailClient } = loadSdk();
  const client = new WorkMailClient(clientConfig(args, environment));
  adapt?.(client);
  return client;
}

function clientConfig(args: ConnectionArgs, environment: Environment): WorkMailClientConfig {
  const { profile, endpoint } = args;
  const region = regionSaid(args, environment);
  return {
    ...withoutUndefined({ region, profile, endpoint, credentials: credentialsOf(args, region) }),
    ...patienceOf(args),
  };
}
