import fc from "fast-check";
import { timeLeft } from "../../../provider/cli/wait/timeLeft";

const minute = 60_000;
const now = Date.parse("2026-11-24T12:00:00Z");
const job = (jobId: string, estimatedProgress: number, minutesAgo = 60) => ({
  jobId,
  state: "RUNNING",
  estimatedProgress,
  startTime: new Date(now - minutesAgo * minute).toISOString(),
});

test("by the pace since its start, as long as nothing else is known", () => {
  expect(timeLeft([job("a", 75)], new Map(), now)).toEqual({ milliseconds: 20 * minute, atLeast: false });
});

test("by the pace since it was first seen, once it has moved since", () => {
  const seen = new Map([["a", { at: now - 10 * minute, percent: 70 }]]);
  expect(timeLeft([job("a", 75)], seen, now)).toEqual({ milliseconds: 50 * minute, atLeast: false });
});

test("of several the one that takes longest", () => {
  expect(timeLeft([job("a", 75), job("b", 50)], new Map(), now)?.milliseconds).toBe(60 * minute);
});

test("one that tells nothing makes it a least", () => {
  expect(timeLeft([job("a", 75), job("b", 0)], new Map(), now)).toMatchObject({ atLeast: true });
});

test("nothing is guessed of jobs that have not moved, or do not tell", () => {
  expect(timeLeft([job("a", 0), { jobId: "b" }], new Map(), now)).toBeUndefined();
});

test("it is a time, whatever a service says of progress", () => {
  const anyPercent = fc.option(fc.double(), { nil: undefined });
  fc.assert(
    fc.property(anyPercent, anyPercent, fc.integer({ min: -100, max: 100 }), (percent, before, minutesAgo) => {
      const running = [{ ...job("a", 0, minutesAgo), ...(percent !== undefined && { estimatedProgress: percent }) }];
      const seen = new Map(before === undefined ? [] : [["a", { at: now - minute, percent: before }] as const]);
      const { milliseconds = 0 } = timeLeft(running, seen, now) ?? {};
      expect(Number.isFinite(milliseconds) && milliseconds >= 0).toBe(true);
    }),
  );
});
