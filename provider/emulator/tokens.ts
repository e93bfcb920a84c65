import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";
import { ServiceError } from "./errors";
import type { SortKey } from "./order";

/** Where a walk through the pages of one list stands. @internal */
export interface Position {
  /** When the walk began. The whole walk sees one window, so no job slips out of it between two pages. */
  readonly asOfMs: number;
  /** 1-based number of the page that comes next. */
  readonly page: number;
  /** The last entry handed out; absent at the start. */
  readonly after?: SortKey;
  /** Tells apart two tokens for one place; only faults need that. */
  readonly lane?: string;
}

/** What a token is good for; it is refused anywhere else. @internal */
export interface TokenScope {
  readonly operation: string;
  readonly organizationId: string;
  /** As text. A walk that changes its filters on the way would find neither the one list nor the other. */
  readonly filters?: string;
}

/** The scope of what a request asks for. @internal */
export function tokenScope(
  operation: string,
  { OrganizationId, Filters }: { readonly OrganizationId?: unknown; readonly Filters?: unknown },
): TokenScope {
  const given = Object.entries(Filters ?? {}).filter(([, value]) => value !== undefined && value !== null);
  return { operation, organizationId: String(OrganizationId ?? ""), filters: given.sort().join("\n") };
}

const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Makes tokens a client can neither read nor make up. They are sealed with a key that dies with the server, so nothing
 * has to be remembered for them, and the same position always gives the same token.
 * @internal
 */
export class Tokens {
  readonly #key = randomBytes(32);

  seal(scope: TokenScope, position: Position): string {
    const text = JSON.stringify(position);
    // Taken from the content and not from chance: a position that comes again has to give the same token.
    const iv = createHmac("sha256", this.#key)
      .update(`${aad(scope)}\n${text}`)
      .digest()
      .subarray(0, IV_BYTES);
    const cipher = createCipheriv("aes-256-gcm", this.#key, iv).setAAD(aad(scope));
    const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString("base64");
  }

  open(scope: TokenScope, token: string): Position {
    const bytes = Buffer.from(token, "base64");
    // Node's base64 reader passes over what it does not know; a token must come back exactly as it was given.
    if (bytes.toString("base64") !== token || bytes.length <= IV_BYTES + TAG_BYTES) throw unknownToken();
    const decipher = createDecipheriv("aes-256-gcm", this.#key, bytes.subarray(0, IV_BYTES))
      .setAAD(aad(scope))
      .setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    try {
      const text = Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
      return JSON.parse(text.toString("utf8")); // sealed by us, or final() would have thrown
    } catch {
      throw unknownToken();
    }
  }
}

function aad({ operation, organizationId, filters = "" }: TokenScope): Buffer {
  return Buffer.from(`${operation}\n${organizationId}\n${filters}`);
}

function unknownToken(): ServiceError {
  return new ServiceError("InvalidParameterException", "The NextToken was not issued for this list by this service.");
}
