import type { DeserializeMiddleware, MiddlewareStack } from "@smithy/types";
import { foreignError } from "./foreignError";

/** What is told of one try of one request: never what it was signed with, nor the token of a page. @internal */
export interface RequestTrace {
  readonly operation: string;
  /** The members of the request that say what it is about: an organization, a job, an object. */
  readonly about: readonly string[];
  /** Whether it asks for a page behind the first. */
  readonly isFurtherPage: boolean;
  /** The status of the answer; undefined where none came. */
  readonly status: number | undefined;
  /** The name of the error; undefined where there was none. */
  readonly error: string | undefined;
  readonly requestId: string | undefined;
  readonly milliseconds: number;
}

/** Does something to a client of the AWS SDK when it is made. @internal */
export type Adapt = <Input extends object, Output extends object>(client: {
  readonly middlewareStack: MiddlewareStack<Input, Output>;
}) => void;

const told = ["OrganizationId", "JobId", "Bucket", "Key"];

/**
 * Has a client tell of every request that it sends, of each try for itself.
 *
 * @param now the clock, in milliseconds.
 * @internal
 */
export function tracing(trace: (request: RequestTrace) => void, now: () => number): Adapt {
  return <Input extends object, Output extends object>(client: {
    readonly middlewareStack: MiddlewareStack<Input, Output>;
  }) => {
    const middleware: DeserializeMiddleware<Input, Output> = (next, context) => async (args) => {
      const begun = now();
      const operation = (context.commandName ?? "request").replace(/Command$/, "");
      const tell = (answer: unknown, error: string | undefined) => {
        const { httpStatus: status, requestId } = foreignError(answer);
        trace({ operation, ...subjectOf(args.input), status, error, requestId, milliseconds: now() - begun });
      };
      try {
        const answered = await next(args);
        tell(answered.output, undefined);
        return answered;
      } catch (error) {
        tell(error, foreignError(error).name ?? "Error");
        throw error;
      }
    };
    // Outermost of its step, so that the answer is parsed; inside of the retries, so that each try is told of.
    client.middlewareStack.add(middleware, { step: "deserialize", name: "tracing", priority: "high" });
  };
}

function subjectOf(input: object): Pick<RequestTrace, "about" | "isFurtherPage"> {
  const members: Readonly<Record<string, unknown>> = { ...input };
  const about = told.map((name) => members[name]).filter((value) => typeof value === "string");
  return { about, isFurtherPage: members["NextToken"] !== undefined };
}
