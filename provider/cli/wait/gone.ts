import { worstOf } from "../../exports/verdict";
import type { CoverageAnswer, UnreadOrganization } from "../answer";

/**
 * An answer with those organizations among the unread that an earlier one of the same wait had, and this one has not: an
 * organization that goes away while its exports run must not turn the verdict into `complete`.
 *
 * @internal
 */
export function withGone(known: CoverageAnswer | undefined, answer: CoverageAnswer): CoverageAnswer {
  const there = new Set([...answer.organizations, ...answer.unread].map(({ organizationId }) => organizationId));
  const gone = (known?.organizations ?? []).filter(({ organizationId }) => !there.has(organizationId));
  if (gone.length === 0) return answer;
  return {
    ...answer,
    verdict: worstOf([answer.verdict, "unknown"]),
    unread: [...answer.unread, ...gone.map(toUnread)],
  };
}

function toUnread({ organizationId, region }: CoverageAnswer["organizations"][number]): UnreadOrganization {
  const message =
    `The organization ${organizationId} in ${region} was read at the beginning of this wait, and is deleted, or not ` +
    "listed, any more. Nothing that was not exported by then can be got back.";
  return { organizationId, region, reason: "organizationNotFound", message };
}
