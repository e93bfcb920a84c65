import { sampleOrganization } from "../provider/emulator";
import type { Bench } from "./bench";
import { freshProcess } from "./freshProcess";
import { measurePairs } from "./pairs";
import type { ReadReport } from "./programs/report";
import { startWorkMail } from "./workMail";

const COUNT = 1000;
const LATENCY_MS = 20;
const PAIRS = 11;

/**
 * The coverage of 1,000 mailboxes and 1,000 jobs against the requests that it takes: both read the lists side by side,
 * each in a fresh process.
 */
export const coverage: Bench = async ({ script }) => {
  const organizationId = `m-${"c".repeat(32)}`;
  const organization = sampleOrganization({ organizationId, jobs: COUNT, mailboxes: COUNT, now: new Date() });
  const members = (organization.users?.length ?? 0) + (organization.resources?.length ?? 0);
  const workMail = await startWorkMail(script("workMail"), [organization], LATENCY_MS);
  const environment = { ...workMail.environment, ORGANIZATION_ID: organizationId };
  const timeOf = async (side: string) => {
    const { ms, count } = await freshProcess<ReadReport>(script(`coverage/${side}`), environment);
    if (count !== members) throw new Error(`coverage: ${side} read ${count} of ${members} members`);
    return ms;
  };
  try {
    const pairs = await measurePairs(PAIRS, { ours: () => timeOf("ours"), other: () => timeOf("requests") });
    const what = `coverage, ${COUNT} mailboxes, ${COUNT} jobs, ${LATENCY_MS} ms a request: time against the requests`;
    return [{ what, unit: "ms", limit: { atMostTimes: 1.1 }, pairs }];
  } finally {
    workMail.close();
  }
};
