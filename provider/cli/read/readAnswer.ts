import { mapConcurrently } from "../../aws/mapConcurrently";
import type { GetMailboxExportCoverageResult, MailboxExportVerdict } from "../../coverageModel";
import { countJobs } from "../../exports/countJobs";
import { filtersOf } from "../../exports/filtersOf";
import { getMailboxExportJobs } from "../../functions/getMailboxExportJobs";
import type { ReadContext } from "../../functions/withConnection";
import type { GetMailboxExportJobsResult } from "../../model";
import type { CoverageAnswer, HowRead, ListAnswer, OrganizationCoverage, UnreadOrganization } from "../answer";
import type { Settings } from "../settings/readSettings";
import type { Found } from "./findTargets";
import type { Target } from "./target";
import { toUnread } from "./unread";

// Loaded on use: a list does without the coverage, and most lists are of WorkMail alone.
const loaded = {
  coverage: (): typeof import("../../functions/getMailboxExportCoverage") =>
    require("../../functions/getMailboxExportCoverage"),
  countMailboxes: (): typeof import("../../exports/countMailboxes") => require("../../exports/countMailboxes"),
  verdict: (): typeof import("../../exports/verdict") => require("../../exports/verdict"),
  remembered: (): typeof import("../../functions/readRememberedJobs") => require("../../functions/readRememberedJobs"),
};

/** A list that could not be read whole, of one organization or more: there is no answer then. @internal */
export class UnreadError extends Error {
  constructor(readonly unread: readonly UnreadOrganization[]) {
    super(unread.map(({ message }) => message).join("\n"));
  }
}

/**
 * The jobs of every organization that was found.
 *
 * @throws UnreadError when one of them could not be read: the list would be short
 * @internal
 */
export async function readList(found: Found, settings: Settings, context: ReadContext): Promise<ListAnswer> {
  const askedAt = context.now().toISOString();
  const ask = (target: Target, own: ReadContext) => {
    const { cutover, exclude, ...args } = target.args;
    const reader = target.remembered.length > 0 ? [loaded.remembered().readRememberedJobs(target.remembered)] : [];
    return getMailboxExportJobs({ ...args, ...filtersOf(settings) }, own, ...reader);
  };
  const { read, unread } = await readEach<GetMailboxExportJobsResult>(found, settings, context, ask);
  if (unread.length > 0) throw new UnreadError(unread);
  const counts = countJobs(read.flatMap(({ jobs }) => jobs));
  return { schemaVersion: 1, kind: "list", askedAt, counts, organizations: read, leftOut: found.leftOut };
}

/** The coverage of every organization that was found and could be read, and what kept the others from it. @internal */
export async function readCoverages(found: Found, settings: Settings, context: ReadContext): Promise<CoverageAnswer> {
  const askedAt = context.now().toISOString();
  const ask = (target: Target, own: ReadContext) =>
    loaded.coverage().getMailboxExportCoverage({ ...target.args, jobs: target.remembered }, own);
  const { read: each, unread } = await readEach<GetMailboxExportCoverageResult>(found, settings, context, ask);
  const read = withoutUsedElsewhere(each);
  return {
    schemaVersion: 1,
    kind: "coverage",
    askedAt,
    verdict: verdictOfAll(read, unread),
    counts: loaded.countMailboxes().countMailboxes(read.flatMap(({ mailboxes }) => mailboxes)),
    organizations: read,
    unread,
    leftOut: found.leftOut,
  };
}

/** Of several organizations an exclusion names a mailbox of one; that the others have none by that name is no news. */
function withoutUsedElsewhere(organizations: readonly OrganizationCoverage[]): readonly OrganizationCoverage[] {
  const unusedIn = organizations.map(
    ({ findings }) => new Set(findings.flatMap((one) => (one.kind === "exclusionUnused" ? [one.exclusion] : []))),
  );
  const isUsed = (exclusion: string) =>
    organizations.some(({ exclude }, index) => exclude?.[exclusion] !== undefined && !unusedIn[index]?.has(exclusion));
  return organizations.map((organization) => ({
    ...organization,
    findings: organization.findings.filter(
      (one) => !(one.kind === "exclusionUnused" && one.because === "nobody" && isUsed(one.exclusion)),
    ),
  }));
}

/** What could not be read cannot be told; and no organization at all proves nothing. */
function verdictOfAll(
  read: readonly OrganizationCoverage[],
  unread: readonly UnreadOrganization[],
): MailboxExportVerdict {
  const isDoubtful = unread.length > 0 || read.length === 0;
  const verdicts = read.map(({ verdict }) => verdict);
  return loaded.verdict().worstOf(isDoubtful ? [...verdicts, "unknown"] : verdicts);
}

type Ask<Result> = (target: Target, context: ReadContext) => Promise<Result>;

interface Each<Result> {
  readonly read: readonly (Result & { readonly read: HowRead })[];
  readonly unread: readonly UnreadOrganization[];
}

/** Side by side: so many at a time in each region, since it is a region that throttles. */
async function readEach<Result extends { readonly id: string }>(
  found: Found,
  { organizationConcurrency = 8 }: Settings,
  context: ReadContext,
  ask: Ask<Result>,
): Promise<Each<Result>> {
  const several = found.targets.length > 1;
  const regions = [...Map.groupBy(found.targets, ({ region }) => region).values()];
  const results = await Promise.all(
    regions.map((targets) =>
      mapConcurrently(targets, organizationConcurrency, (target) => readOne(target, several, context, ask)),
    ),
  );
  const all = results.flat();
  const read = all.filter((result) => "read" in result);
  return {
    // Two regions, one said and one found out, can turn out to be the same.
    read: [...new Map(read.map((result) => [result.id, result])).values()],
    unread: [...found.unread, ...all.filter((result) => "message" in result)],
  };
}

async function readOne<Result>(
  target: Target,
  several: boolean,
  context: ReadContext,
  ask: Ask<Result>,
): Promise<(Result & { readonly read: HowRead }) | UnreadOrganization> {
  const readAt = context.now().toISOString();
  let pages = 0;
  const own: ReadContext = {
    ...context,
    warn: several ? (message) => context.warn(`${target.organizationId}: ${message}`) : context.warn,
    onPage: (progress) => {
      pages = progress.pages;
    },
  };
  try {
    const result = await ask(target, own);
    return { ...result, read: { readAt, pages, rememberedJobs: target.rememberedByStacks } };
  } catch (error) {
    return toUnread(target, error);
  }
}
