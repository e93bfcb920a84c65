import { setTimeout as wait } from "node:timers/promises";
import { reportRead } from "../report";

/** The latency alone, so many at a time, and nothing sent: nobody can be faster. */
void reportRead(async () => {
  const waits = Array.from({ length: Number(process.env["COUNT"]) }, (_, index) => index).values();
  const done: number[] = [];
  const worker = async () => {
    for (const each of waits) {
      await wait(Number(process.env["LATENCY_MS"]));
      done.push(each);
    }
  };
  await Promise.all(Array.from({ length: 16 }, worker));
  return done;
});
