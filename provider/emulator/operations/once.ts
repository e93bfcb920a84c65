import { ServiceError } from "../errors";
import type { JsonObject } from "../json";
import type { Service } from "./define";

interface TokenInput {
  readonly OrganizationId: string;
  readonly ClientToken: string;
}

/**
 * Does what a request asks for, once for its ClientToken: the same request again gets the same answer, and nothing
 * happens. A refusal is not remembered, so that the request can succeed later. How long the service remembers a token,
 * and what it says to one that comes with another input, is not documented; here for ever, and
 * InvalidParameterException.
 * @internal
 */
export function once(
  { store }: Pick<Service, "store">,
  operation: string,
  { ClientToken, ...input }: TokenInput,
  run: () => JsonObject,
): JsonObject {
  const key = `${operation}\n${ClientToken}`;
  const asked = JSON.stringify(input);
  const receipt = store.active(input.OrganizationId).receipts.get(key);
  if (receipt && receipt.asked !== asked) {
    const message = `The ClientToken ${ClientToken} has already been used for another ${operation} request.`;
    throw new ServiceError("InvalidParameterException", message);
  }
  if (receipt) return receipt.answer;
  const answer = run();
  store.addReceipt(input.OrganizationId, key, { asked, answer });
  return answer;
}
