import type { S3Client, S3ClientConfig } from "@aws-sdk/client-s3";
import { type Environment, patienceOf } from "../aws/clientSettings";
import type { Adapt } from "../aws/traceRequests";
import { InvalidArgumentsError } from "../errors";
import type { ConnectionArgs, ProofArgs } from "../model";
import { withoutUndefined } from "../withoutUndefined";

type Sdk = typeof import("@aws-sdk/client-s3");

/** Clients for the buckets of one read. @internal */
export interface S3Connection {
  readonly sdk: Sdk;
  /** Where a bucket is looked for first: WorkMail writes to buckets of its own region. */
  readonly region: string;
  readonly clientIn: (region: string) => Pick<S3Client, "send">;
  /** In which regions buckets are that turned out to be elsewhere. */
  readonly regionOfBucket: Map<string, string>;
  readonly close: () => void;
}

/**
 * The S3 client of the AWS SDK, loaded on first use. Who never asks for proof need not install it.
 *
 * @throws InvalidArgumentsError when it is not installed
 * @internal
 */
export function loadS3Sdk(load: () => Sdk = () => require("@aws-sdk/client-s3")): Sdk {
  try {
    return load();
  } catch (error) {
    if (Reflect.get(Object(error), "code") !== "MODULE_NOT_FOUND") throw error;
    const reason = "it needs the package @aws-sdk/client-s3, which is not installed: npm install @aws-sdk/client-s3";
    throw new InvalidArgumentsError("prove", [{ property: "prove", reason }]);
  }
}

/** Where, as whom, how patiently, and how many requests at a time. */
type S3Args = ConnectionArgs & Omit<ProofArgs, "proveConcurrency"> & { readonly proveConcurrency: number };

/** The only place where clients for S3 are made: one a region. @internal */
export function connectS3(
  sdk: Sdk,
  { region, credentials }: { readonly region: string; readonly credentials: S3ClientConfig["credentials"] },
  args: S3Args,
  environment: Environment,
  adapt?: Adapt,
): S3Connection {
  const clients = new Map<string, S3Client>();
  const clientIn = (bucketRegion: string) => {
    const known = clients.get(bucketRegion);
    if (known) return known;
    const client = new sdk.S3Client({
      ...clientConfig(args, environment),
      ...withoutUndefined({ credentials }),
      region: bucketRegion,
    });
    adapt?.(client);
    clients.set(bucketRegion, client);
    return client;
  };
  const close = () => {
    for (const client of clients.values()) client.destroy();
  };
  return { sdk, region, clientIn, regionOfBucket: new Map(), close };
}

function clientConfig(args: S3Args, environment: Environment): S3ClientConfig {
  const { requestHandler, ...patience } = patienceOf(args);
  const endpoint = args.s3Endpoint;
  const endpointSaid = endpoint || environment["AWS_ENDPOINT_URL_S3"] || environment["AWS_ENDPOINT_URL"];
  const sockets = { maxSockets: args.proveConcurrency };
  return {
    ...patience,
    requestHandler: { ...requestHandler, httpAgent: sockets, httpsAgent: sockets },
    // Only HeadObject is sent, thousands of times: its handlers are put together once. It saves about a fifth of the time.
    cacheMiddleware: true,
    ...withoutUndefined({ endpoint, profile: args.profile }),
    // An S3 under a name of its own seldom has a host for each bucket.
    forcePathStyle: Boolean(endpointSaid),
  };
}
