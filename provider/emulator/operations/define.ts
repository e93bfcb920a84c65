import type { Clock } from "../clock";
import { type Input, type Members, readInput } from "../input";
import type { JsonObject } from "../json";
import type { EndOfStarted } from "../startedJob";
import type { Store } from "../store";
import type { Tokens } from "../tokens";

/** All that operations may use. Each takes from it only what it needs. @internal */
export interface Service {
  readonly store: Store;
  readonly clock: Clock;
  readonly tokens: Tokens;
  readonly describeAfterWindow: boolean;
  readonly endOfStarted: EndOfStarted;
}

/** @internal */
export interface Operation {
  /** The member of the answer that holds the list, if the operation pages. */
  readonly listMember: string | undefined;
  /** Whether the answer only says that something was done: it has no record whose state or times could be bent. */
  readonly isReceipt: boolean;
  /** @throws ServiceError for whatever the service would refuse. */
  readonly answer: (body: JsonObject, service: Service) => JsonObject;
}

interface Definition<M extends Members> {
  readonly input: M;
  readonly listMember?: string;
  readonly isReceipt?: boolean;
  readonly answer: (input: Input<M>, service: Service) => JsonObject;
}

/** Ties an operation to its input, so that no operation can run on members nobody has checked. @internal */
export function defineOperation<M extends Members>(definition: Definition<M>): Operation {
  const { input, listMember, isReceipt = false, answer } = definition;
  return { listMember, isReceipt, answer: (body, service) => answer(readInput(input, body), service) };
}
