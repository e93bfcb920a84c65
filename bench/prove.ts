import { fork } from "node:child_process";
import { once } from "node:events";
import type { Bench } from "./bench";
import { freshProcess } from "./freshProcess";
import { measurePairs } from "./pairs";
import type { ReadReport } from "./programs/report";
import { processEnvironment } from "./project";

const COUNT = 1000;
const LATENCY_MS = 20;
const PAIRS = 9;

/** Looking for 1,000 archives, 16 at a time, against the latency alone: each in a fresh process. */
export const prove: Bench = async ({ script }) => {
  const settings = { COUNT: String(COUNT), LATENCY_MS: String(LATENCY_MS) };
  const archives = fork(script("prove/archives"), { env: processEnvironment(settings), execArgv: [] });
  const [url]: unknown[] = await Promise.race([once(archives, "message"), once(archives, "exit")]);
  if (typeof url !== "string") throw new Error("the server of the archives did not start");
  const timeOf = async (side: string) => {
    const own = { ...settings, AWS_ENDPOINT_URL_S3: url };
    const { ms, count } = await freshProcess<ReadReport>(script(`prove/${side}`), own);
    if (count !== COUNT) throw new Error(`prove: ${side} saw ${count} of ${COUNT} archives`);
    return ms;
  };
  try {
    const pairs = await measurePairs(PAIRS, { ours: () => timeOf("ours"), other: () => timeOf("ideal") });
    const what = `prove, ${COUNT} archives, ${LATENCY_MS} ms a request, 16 at a time: time against the latency alone`;
    return [{ what, unit: "ms", limit: { atMostTimes: 1.2 }, pairs }];
  } finally {
    archives.disconnect();
  }
};
