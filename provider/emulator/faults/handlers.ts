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
import type { JsonObject } from "../json";
import { rateExceeded } from "../throttle";
import type { Exchange } from "./exchange";
import {
  emptyPage,
  everyRecord,
  everywhere,
  listTo,
  noList,
  nullFirst,
  reshaped,
  tokenTo,
  withMembers,
  withoutMembers,
} from "./reshape";
import type { FaultKind, FaultOf } from "./types";

type Handler<K extends FaultKind> = (fault: FaultOf<K>, exchange: Exchange) => Answer;

const STAND_IN_PAGE = "<!DOCTYPE html>\n<html><body><h1>Sign in to the network</h1></body></html>\n";

const STRANGERS: JsonObject = { RetentionClass: "GOLD", Shards: [{ Id: 1, Done: true }, null] };

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
  pageWithoutJobs: (_, exchange) => reshaped(exchange, listTo(exchange, noList)),
  nullJob: (_, exchange) => reshaped(exchange, listTo(exchange, nullFirst)),
  missingFields: ({ fields }, exchange) => reshaped(exchange, everyRecord(exchange, withoutMembers(fields))),
  unknownState: ({ state = "SUSPENDED" }, exchange) =>
    reshaped(exchange, everyRecord(exchange, withMembers({ State: state }))),
  unknownMembers: (_, exchange) => reshaped(exchange, everywhere(exchange, withMembers(STRANGERS))),
  notATimestamp: ({ member = "StartTime", value = "2026-11-20T10:00:00Z" }, exchange) =>
    reshaped(exchange, everyRecord(exchange, withMembers({ [member]: value }))),
};

/** @internal */
export function answerWithFault<K extends FaultKind>(fault: FaultOf<K>, exchange: Exchange): Answer {
  return handlers[fault.kind](fault, exchange);
}

function halfJson({ status, body }: JsonAnswer): Answer {
  const text = JSON.stringify(body);
  return textAnswer(status, JSON_TYPE, text.slice(0, Math.floor(text.length / 2)));
}
