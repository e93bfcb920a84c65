import { ManualClock } from "../../provider/emulator";
import { NOW } from "./harness";

describe("ManualClock", () => {
  test("stands still", () => {
    const clock = new ManualClock(NOW);
    expect([clock.now(), clock.now()]).toEqual([new Date(NOW), new Date(NOW)]);
  });

  test.each([
    [{ days: 1 }, "2026-11-25T12:00:00.000Z"],
    [{ hours: 1 }, "2026-11-24T13:00:00.000Z"],
    [{ minutes: 1 }, "2026-11-24T12:01:00.000Z"],
    [{ seconds: 1.5 }, "2026-11-24T12:00:01.500Z"],
    [{ days: 7, hours: 2, minutes: 3, seconds: 4 }, "2026-12-01T14:03:04.000Z"],
    [{}, "2026-11-24T12:00:00.000Z"],
  ])("advance %j leads to %s", (span, expected) => {
    const clock = new ManualClock(new Date(NOW));
    clock.advance(span);
    expect(clock.now().toISOString()).toBe(expected);
  });

  test("set goes anywhere, also back", () => {
    const clock = new ManualClock(NOW);
    clock.set("2020-01-01T00:00:00Z");
    expect(clock.now().toISOString()).toBe("2020-01-01T00:00:00.000Z");
  });

  test("a date that was handed out does not move the clock", () => {
    const clock = new ManualClock(NOW);
    clock.now().setTime(0);
    expect(clock.now()).toEqual(new Date(NOW));
  });

  test.each([-1, Number.NaN, Number.POSITIVE_INFINITY])("advance refuses %p hours, and stays where it is", (hours) => {
    const clock = new ManualClock(NOW);
    expect(() => clock.advance({ days: 1, hours })).toThrow(RangeError);
    expect(clock.now()).toEqual(new Date(NOW));
  });

  test("what is no instant is refused", () => {
    expect(() => new ManualClock("yesterday")).toThrow("not a Date or an RFC 3339 time: yesterday");
    expect(() => new ManualClock(NOW).set(new Date(Number.NaN))).toThrow(RangeError);
  });
});

test.each(["2026-11-24T12:00", "2026-11-24T12:00:00", "2026-02-30T10:00:00Z", "2026-11-24"])(
  "%s is no instant",
  (text) => {
    expect(() => new ManualClock(text)).toThrow(RangeError);
  },
);
