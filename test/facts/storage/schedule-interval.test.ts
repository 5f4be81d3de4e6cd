import { describe, expect, it } from "vitest";
import { scheduleInterval } from "../../../src/facts/storage/schedule-interval.ts";

describe("scheduleInterval", () => {
  it.each([
    ["rate(1 day)", 24],
    ["rate(1 hour)", 1],
    ["rate(90 minutes)", 1.5],
    ["rate(7 days)", 168],
    ["cron(15 0 * * ? *)", 24],
    ["cron(0 0,12 * * ? *)", 12],
    ["cron(0 8,20 * * ? *)", 12],
    ["cron(0 9,17 * * ? *)", 16],
    ["cron(0/15 * * * ? *)", 0.25],
    ["cron(0/7 * * * ? *)", 7 / 60],
    ["cron(0/40 * * * ? *)", 40 / 60],
    ["cron(0 2 ? * MON-FRI *)", 72],
    ["cron(0 2 ? * 2-6 *)", 72],
    ["cron(0 2 ? * FRI-MON *)", 96],
    ["cron(0 2 ? * SUN *)", 168],
    ["cron(0 2 1 * ? *)", 31 * 24],
    ["cron(0 2 L * ? *)", 31 * 24],
    ["cron(0 2 31 * ? *)", 61 * 24],
    ["cron(0 2 29 2 ? *)", (4 * 365 + 1) * 24],
    ["cron(0 2 */2 * ? *)", 48],
    ["cron(0 2 ? * 6#1 *)", 35 * 24],
    ["cron(0 2 ? * 6L *)", 35 * 24],
    ["cron(0 2 ? JAN,JUL * *)", 154 * 24],
    ["cron(0 2 ? * L *)", 168],
    ["cron(0 2 1W * ? *)", 33 * 24],
    ["cron(0 2 LW * ? *)", 33 * 24],
  ])("%s leaves at most %d hours between two runs", (expression, hours) => {
    const interval = scheduleInterval(expression);
    expect(interval).toEqual({ hours: expect.closeTo(hours, 6) as number });
  });

  it("a single date is no schedule", () => {
    expect(scheduleInterval("at(2026-11-20T13:00:00)")).toBe("once");
  });

  it.each(["cron(0 2 * * ? 2026)", "cron(0 2 * * ? 2026-2030)", "cron(0 2 30 2 ? *)"])(
    "%s comes to an end",
    (expression) => {
      expect(scheduleInterval(expression)).toBe("ends");
    },
  );

  it.each([
    "",
    "daily",
    "rate(0 days)",
    "rate(1 week)",
    "cron(0 2 * * *)",
    "cron(61 2 * * ? *)",
    "cron(0 2 32 * ? *)",
    "cron(0 2 ? * MON#6 *)",
    "cron(0 2 ? * 8 *)",
    "cron(0/0 2 * * ? *)",
    "cron(a b c d e f)",
    "cron(0 0 * * ? * *)",
  ])("%j cannot be read", (expression) => {
    expect(scheduleInterval(expression)).toBe("unreadable");
  });
});
