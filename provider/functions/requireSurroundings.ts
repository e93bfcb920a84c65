import { requireEnvironment } from "../arguments/requireEnvironment";
import type { Environment } from "../aws/clientSettings";
import type { ConnectionArgs, ProofArgs } from "../model";
import { loadS3Sdk } from "../s3/connectS3";

/**
 * What a read needs beside its arguments: an environment that says nothing impossible, and with `prove` the package that
 * asks S3.
 *
 * @throws InvalidArgumentsError
 * @internal
 */
export function requireSurroundings(args: ConnectionArgs & ProofArgs, environment: Environment): void {
  requireEnvironment(args, environment);
  if (args.prove) loadS3Sdk();
}
