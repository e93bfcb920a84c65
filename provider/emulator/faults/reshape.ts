import { type Answer, jsonAnswer } from "../answer";
import { isJsonObject, type Json, type JsonObject } from "../json";
import type { Exchange } from "./exchange";

/** @internal */
export type Reshape = (body: JsonObject) => JsonObject;

/** Bends an answer; a refusal stays as it is, since it has neither records nor tokens. @internal */
export function reshaped({ real }: Pick<Exchange, "real">, reshape: Reshape): Answer {
  const { status, body } = real();
  return jsonAnswer({ status, body: status === 200 ? reshape(body) : body });
}

/** Changes every record of a list, or the one record an answer consists of. @internal */
export function everyRecord({ listMember }: Pick<Exchange, "listMember">, change: Reshape): Reshape {
  return (body) => {
    if (!listMember) return change(body);
    const list = body[listMember];
    if (!Array.isArray(list)) return body;
    return { ...body, [listMember]: list.map((record) => (isJsonObject(record) ? change(record) : record)) };
  };
}

/** Changes every record, and the answer around them. @internal */
export function everywhere(exchange: Pick<Exchange, "listMember">, change: Reshape): Reshape {
  return (body) => change(everyRecord(exchange, change)(body));
}

/** @internal */
export const withMembers =
  (members: JsonObject): Reshape =>
  (body) => ({ ...body, ...members });

/** @internal */
export const withoutMembers =
  (names: readonly string[]): Reshape =>
  (body) =>
    Object.fromEntries(Object.entries(body).filter(([name]) => !names.includes(name)));

type List = readonly Json[];

/** @internal */
export function listTo(
  { listMember }: Pick<Exchange, "listMember">,
  change: (list: List) => List | undefined,
): Reshape {
  return (body) => {
    const list = listMember && body[listMember];
    return listMember && Array.isArray(list) ? { ...body, [listMember]: change(list) } : body;
  };
}

/** @internal */
export const noList = (): undefined => undefined;

/** @internal */
export const nullFirst = (list: List): List => [null, ...list];

/**
 * A token for the place the request stands at. Without a lane it is the very one the request came with; a lane makes it
 * another one for the same place.
 * @internal
 */
export function tokenTo({ position, seal }: Pick<Exchange, "position" | "seal">, lane?: string): Reshape {
  return (body) => (position ? { ...body, NextToken: seal({ ...position, ...(lane && { lane }) }) } : body);
}

/** Counts as a page, so that an endless row of empty pages has a new token each time. @internal */
export function emptyPage({ position, seal, listMember }: Omit<Exchange, "real">): Reshape {
  return (body) =>
    position && listMember ? { [listMember]: [], NextToken: seal({ ...position, page: position.page + 1 }) } : body;
}
