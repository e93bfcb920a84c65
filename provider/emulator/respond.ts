import { type Answer, answerOrRefusal, jsonAnswer, refusal } from "./answer";
import { checkEnvelope, type Envelope } from "./envelope";
import { ServiceError } from "./errors";
import { answerWithFault } from "./faults/handlers";
import type { FaultQueue } from "./faults/queue";
import { isJsonObject, type JsonObject } from "./json";
import type { Service } from "./operations/define";
import { type OperationName, operations } from "./operations/table";
import { openPosition } from "./pager";
import { newEntry, type RequestEntry } from "./requestLog";
import { type Position, type TokenScope, tokenScope } from "./tokens";

/** @internal */
export interface Responder {
  readonly service: Service;
  readonly faults: Pick<FaultQueue, "take">;
  /** @throws ServiceError for a request over the rate. */
  readonly admit: () => void;
  readonly log: RequestEntry[];
}

/** The whole way of one request, from its text to its answer. Every request is logged, whatever becomes of it. @internal */
export function respond(
  responder: Responder,
  envelope: Envelope,
  text: string,
): { answer: Answer; entry: RequestEntry } {
  const entry = newEntry(String(envelope.headers["x-amz-target"] ?? ""));
  responder.log.push(entry);
  entry.body = parsedOrText(text);
  try {
    return { answer: answerTo(responder, envelope, entry), entry };
  } catch (error) {
    if (error instanceof ServiceError) return { answer: jsonAnswer(refusal(error)), entry };
    throw error;
  }
}

function answerTo(responder: Responder, envelope: Envelope, entry: RequestEntry): Answer {
  const { operation, caller } = checkEnvelope(envelope);
  Object.assign(entry, caller);
  responder.admit();
  if (!isJsonObject(entry.body)) {
    throw new ServiceError("SerializationException", "The body of the request is not a JSON object.");
  }
  return answerCall(responder, operation, entry.body, entry);
}

function answerCall(responder: Responder, name: OperationName, body: JsonObject, entry: RequestEntry): Answer {
  const { service, faults } = responder;
  const operation = operations[name];
  const real = () => answerOrRefusal(() => operation.answer(body, service));

  const scope = tokenScope(name, body);
  const position = operation.listMember === undefined ? undefined : positionOf(service, scope, body["NextToken"]);
  const fault = faults.take({ operation: name, page: position?.page, isReceipt: operation.isReceipt });
  if (!fault) return jsonAnswer(real());

  entry.fault = fault.kind;
  const seal = (next: Position) => service.tokens.seal(scope, next);
  return answerWithFault(fault, { real, listMember: operation.listMember, position, seal });
}

// Only to place a fault: what is wrong with the token is for the operation to say.
function positionOf(
  { tokens, clock }: Pick<Service, "tokens" | "clock">,
  scope: TokenScope,
  token: unknown,
): Position | undefined {
  try {
    return openPosition(tokens, scope, typeof token === "string" ? token : undefined, clock.now().getTime());
  } catch (error) {
    if (error instanceof ServiceError) return undefined;
    throw error;
  }
}

function parsedOrText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
