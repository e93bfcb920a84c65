import type { ConnectionArgs } from "../model";

/** The environment that a face read and passed down. @internal */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * How patient a client is. Retries and their waits are the SDK's.
 *
 * @internal
 */
export function patienceOf({ maxAttempts = 5, requestTimeoutSeconds = 30 }: ConnectionArgs) {
  const silence = requestTimeoutSeconds * 1000;
  return {
    maxAttempts,
    // Slows the whole client down once the service throttles, instead of each request on its own.
    retryMode: "adaptive",
    // Without all of these a silent server hangs a request for ever: requestTimeout alone only writes a warning, and
    // it ends with the headers; socketTimeout covers a body that stops half-way.
    requestHandler: {
      connectionTimeout: silence,
      requestTimeout: silence,
      socketTimeout: silence,
      throwOnRequestTimeout: true,
    },
  };
}

/** Undefined leaves it to the SDK. It reads AWS_REGION itself, but not AWS_DEFAULT_REGION, which the AWS CLI goes by. @internal */
export function regionSaid({ region }: ConnectionArgs, environment: Environment): string | undefined {
  return region ?? (environment["AWS_REGION"] || environment["AWS_DEFAULT_REGION"] || undefined);
}
