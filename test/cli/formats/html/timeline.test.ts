import fc from "fast-check";
import { binsOf } from "../../../../provider/cli/formats/html/histogram";
import { inLanes } from "../../../../provider/cli/formats/html/lanes";
import { timeline } from "../../../../provider/cli/formats/html/timeline";
import { type TimelineJob, timelineJobs } from "../../../../provider/cli/formats/html/timelineJob";
import { dayMs, ticks, timeScale } from "../../../../provider/cli/formats/html/timeScale";

const readAt = "2026-11-24T12:00:00.000Z";
const moment = fc.date({ min: new Date("1990-01-01"), max: new Date("2060-01-01"), noInvalidDate: true });
const timed = fc
  .array(fc.record({ from: moment, hours: fc.nat(200), state: fc.constantFrom("completed", "failed", "running") }))
  .map((drawn) =>
    drawn
      .map(({ from, hours, state }, index): TimelineJob => {
        const start = from.getTime();
        return { label: "", jobId: String(index), state, from: start, to: start + hours * 3_600_000 };
      })
      .sort((a, b) => a.from - b.from),
  );
const scaleOf = (jobs: readonly TimelineJob[]) =>
  timeScale([Date.parse(readAt), ...jobs.flatMap(({ from, to }) => [from, to])]);

test("each job is in one lane, and none in a lane begins before the one ahead of it ended", () => {
  fc.assert(
    fc.property(timed, (jobs) => {
      const lanes = inLanes(jobs, scaleOf(jobs));
      expect(lanes.flat().length).toBe(jobs.length);
      for (const lane of lanes) {
        for (const [index, job] of lane.slice(1).entries())
          expect(job.from).toBeGreaterThanOrEqual(lane[index]?.to ?? 0);
      }
    }),
  );
});

test("each job is counted in one column, that of its day, and there are never too many columns", () => {
  fc.assert(
    fc.property(timed, (jobs) => {
      const bins = binsOf(jobs, scaleOf(jobs));
      expect(bins.length).toBeLessThanOrEqual(92);
      for (const { from, days, total, counts } of bins) {
        const inside = jobs.filter((job) => job.from >= from && job.from < from + days * dayMs);
        expect(total).toBe(inside.length);
        expect(Object.values(counts).reduce((sum, each) => sum + each, 0)).toBe(total);
      }
    }),
  );
});

test("every moment is within the scale, and there is room for its days", () => {
  fc.assert(
    fc.property(timed, (jobs) => {
      const scale = scaleOf(jobs);
      for (const { from, to } of jobs) {
        expect(scale.at(from)).toBeGreaterThanOrEqual(0);
        expect(scale.at(to)).toBeLessThanOrEqual(100);
      }
      expect(ticks(scale).length).toBeLessThanOrEqual(10);
    }),
  );
});

test("a job that runs goes on to the time of reading; one without an end is a dot; an end before the start is none", () => {
  const startTime = "2026-11-24T10:00:00.000Z";
  const of = (state: string, endTime?: string) => ({
    label: "",
    job: { jobId: "job", startTime, state, ...(endTime !== undefined && { endTime }) },
  });
  const read = Date.parse(readAt);
  const jobs = timelineJobs([of("RUNNING"), of("FAILED"), of("COMPLETED", "2026-11-24T09:00:00Z")], read);
  const start = Date.parse(startTime);
  expect(jobs.map(({ state, to }) => [state, to])).toEqual([
    ["failed", start],
    ["completed", start],
    ["running", read],
  ]);
});

const many = (size: number) =>
  Array.from({ length: size }, (_, index) => ({
    label: "somebody",
    job: {
      jobId: String(index),
      state: "COMPLETED",
      startTime: new Date(Date.parse(readAt) - index * 3_600_000).toISOString(),
    },
  }));

test("a few jobs are lines, and many are columns by day", () => {
  expect(timeline({ jobs: many(20), readAt }).text.match(/class="job /g)).toHaveLength(20);
  const columns = timeline({ jobs: many(61), readAt }).text;
  expect(columns).not.toContain('class="job ');
  expect(columns).toContain("<title>24 Nov: 13 jobs started, completed</title>");
});

test("as many jobs at the same time as no page is high are columns too", () => {
  const jobs = many(30).map((each) => ({ ...each, job: { ...each.job, startTime: readAt } }));
  expect(timeline({ jobs, readAt }).text).toContain("30 jobs started, completed");
});

test("it says in words what is drawn, and what is not", () => {
  const jobs = [...many(2), { label: "x", job: { jobId: "untimed" } }];
  const { text } = timeline({ jobs, readAt, cutover: "2026-11-24T11:30:00Z" });
  expect(text).toContain("2 jobs started between 2026-11-24 11:00 UTC and 2026-11-24 12:00 UTC.");
  expect(text).toContain("1 of them started before the cutover.");
  expect(text).toContain("1 more job is not drawn: no start is told.");
  expect(text).toContain("Cutover 2026-11-24 11:30 UTC");
});

test("times that are centuries apart are drawn", () => {
  const far = ["0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z"].flatMap((startTime, outer) =>
    Array.from({ length: 40 }, (_, index) => ({
      label: "x",
      job: { jobId: `${outer}-${index}`, state: "FAILED", startTime },
    })),
  );
  expect(timeline({ jobs: far, readAt }).text.match(/40 jobs started, failed/g)).toHaveLength(2);
});
