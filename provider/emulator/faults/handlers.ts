import {
  type Answer,
  halfAnswer,
  JSON_TYPE,
  type JsonAnswer,
  jsonAnswer,
  refusal,
  reset,
  silence,
  textAnswer,
} from "../answer";
import { ServiceError } from "../errors";
import type { Json, JsonObject } from "../json";
import { rateExceeded } from "../throttle";
import type { Exchange } from "./exchange";
import { everyRecord, type Reshape, reshaped } from "./reshape";
import type { FaultKind, FaultOf } from "./types";

type Handler<K extends FaultKind> = (fault: FaultOf<K>, exchange: Exchange) => Answer;

const STAND_IN_PAGE = "<!DOCTYPE html>\n<html><body><h1>Sign in to the network</h1></body></html>\n";

const handlers: { readonly [K in FaultKind]: Handler<K> } = {
  throttle: () => jsonAnswer(refusal(rateExceeded())),
  serverError: ({ status = 500 }) =>
    jsonAnswer(refusal(new ServiceError("InternalFailure", "The request failed because of an unknown error.", status))),
  error: ({ code, message, status }) => jsonAnswer(refusal(new ServiceError(code, message, status))),
  reset: () => reset,
  hang: ({ after }, { real }) => (after === "halfBody" ? halfAnswer(real(), "hang") : silence),
  truncatedBody: ({ how }, { real }) => (how === "json" ? halfJson(real()) : halfAnswer(real(), "close")),
  html: ({ status = 200 }) => textAnswer(status, "text/html; charset=utf-8", STAND_IN_PAGE),
  repeatToken: (_, exchange) => reshaped(exchange, tokenTo(exchange)),
  cycleTokens: (_, exchange) => reshaped(exchange, tokenTo(exchange, exchange.position?.lane === "A" ? "B" : "A")),
  emptyPageWithToken: (_, exchange) => reshaped(exchange, emptyPage(exchange)),
  pageWithoutJobs: (_, exchange) =>
    reshaped(
      exchange,
      listTo(exchange, () => undefined),
    ),
  nullJob: (_, exchange) =>
    reshaped(
      exchange,
      listTo(exchange, (list) => [null, ...list]),
    ),
  missingFields: ({ fields }, exchange) =>
    reshaped(
      exchange,
      everyRecord(exchange, (job) => without(job, fields)),
    ),
  unknownState: ({ state = "SUSPENDED" }, exchange) =>
    reshaped(
      exchange,
      everyRecord(exchange, (job) => ({ ...job, State: state })),
    ),
  unknownMembers: (_, exchange) =>
    reshaped(exchange, (body) => ({ ...everyRecord(exchange, stranger)(body), ...strangers })),
  notATimestamp: ({ member = "StartTime", value = "2026-11-20T10:00:00Z" }, exchange) =>
    reshaped(
      exchange,
      everyRecord(exchange, (job) => ({ ...job, [member]: value })),
    ),
};

/** @internal */
export function answerWithFault<K extends FaultKind>(fault: FaultOf<K>, exchange: Exchange): Answer {
  return handlers[fault.kind](fault, exchange);
}

function halfJson({ status, body }: JsonAnswer): Answer {
  const text = JSON.stringify(body);
  return textAnswer(status, JSON_TYPE, text.slice(0, Math.floor(text.length / 2)));
}

// The position of the request gives the very token it came with; a lane makes it another one for the same place.
function tokenTo({ position, seal }: Exchange, lane?: string): Reshape {
  return (body) => (position ? { ...body, NextToken: seal({ ...position, ...(lane && { lane }) }) } : body);
}

// It counts as a page, so that an endless row of empty pages has a new token each time.
function emptyPage({ position, seal, listMember }: Exchange): Reshape {
  return (body) =>
    position && listMember ? { [listMember]: [], NextToken: seal({ ...position, page: position.page + 1 }) } : body;
}

function listTo({ listMember }: Exchange, change: (list: readonly Json[]) => readonly Json[] | undefined): Reshape {
  return (body) => {
    const list = listMember && body[listMember];
    return listMember && Array.isArray(list) ? { ...body, [listMember]: change(list) } : body;
  };
}

const strangers: JsonObject = { RetentionClass: "GOLD", Shards: [{ Id: 1, Done: true }, null] };
const stranger = (job: JsonObject): JsonObject => ({ ...job, ...strangers });

function without(job: JsonObject, fields: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(job).filter(([member]) => !fields.includes(member)));
}
