import { optional } from "../input";
import type { Entry } from "../order";
import { DEFAULT_PAGE_SIZE, openPosition, pageAfter } from "../pager";
import { shapes } from "../shapes";
import { tokenScope } from "../tokens";
import type { Service } from "./define";

/** The members that every list takes. @internal */
export const pageMembers = {
  NextToken: optional(shapes.NextToken),
  MaxResults: optional(shapes.MaxResults),
};

interface PageInput {
  readonly OrganizationId?: string;
  readonly NextToken?: string;
  readonly MaxResults?: number;
  readonly Filters?: object;
}

/** The page a request asks for, and the token for the next one. @internal */
export function readPage<T>(
  { tokens, clock }: Pick<Service, "tokens" | "clock">,
  operation: string,
  input: PageInput,
  entries: readonly Entry<T>[],
  keep: (value: T, asOfMs: number) => boolean = () => true,
): { readonly items: readonly T[]; readonly NextToken: string | undefined } {
  const scope = tokenScope(operation, input);
  const position = openPosition(tokens, scope, input.NextToken, clock.now().getTime());
  const pageSize = input.MaxResults ?? DEFAULT_PAGE_SIZE;
  const { items, next } = pageAfter(entries, position, pageSize, (value) => keep(value, position.asOfMs));
  return { items, NextToken: next && tokens.seal(scope, next) };
}
