import { type Answer, jsonAnswer } from "../answer";
import { isJsonObject, type JsonObject } from "../json";
import type { Exchange } from "./exchange";

/** @internal */
export type Reshape = (body: JsonObject) => JsonObject;

/** Bends an answer; a refusal stays as it is, since it has neither jobs nor tokens. @internal */
export function reshaped({ real }: Pick<Exchange, "real">, reshape: Reshape): Answer {
  const { status, body } = real();
  return jsonAnswer({ status, body: status === 200 ? reshape(body) : body });
}

/** Changes every job of a list, or the one job an answer consists of. @internal */
export function everyRecord({ listMember }: Pick<Exchange, "listMember">, change: Reshape): Reshape {
  return (body) => {
    if (!listMember) return change(body);
    const list = body[listMember];
    if (!Array.isArray(list)) return body;
    return { ...body, [listMember]: list.map((record) => (isJsonObject(record) ? change(record) : record)) };
  };
}
