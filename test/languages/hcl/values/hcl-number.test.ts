import { describe, expect, it } from "vitest";
import {
  formatFixed,
  formatGeneral,
  formatScientific,
} from "../../../../src/languages/hcl/values/format-number.ts";
import { HclNumber } from "../../../../src/languages/hcl/values/hcl-number.ts";

function written(text: string): HclNumber {
  return HclNumber.parse(text)!;
}

describe("numbers as Terraform computes them", () => {
  it("adds tenths without a remainder", () => {
    expect(written("0.1").plus(written("0.2")).toString()).toBe("0.3");
  });

  it("divides to 512 bits, and counts to 64", () => {
    expect(written("1").dividedBy(written("3")).toString()).toMatch(/^0\.3{153}35$/u);
    expect(HclNumber.count(1).dividedBy(HclNumber.count(3)).toString()).toBe("0.33333333333333333334");
  });

  it("keeps integers beyond doubles", () => {
    expect(written("9007199254740993").plus(HclNumber.count(2)).toString()).toBe("9007199254740995");
    expect(written("123456789012345678901234567890").toBigInt()).toBe(123456789012345678901234567890n);
  });

  it.each([
    ["-5", "3", "-2"],
    ["5", "-3", "2"],
    ["5.5", "2", "1.5"],
  ])("%s modulo %s is %s", (left, right, remainder) => {
    expect(written(left).modulo(written(right)).toString()).toBe(remainder);
  });

  it.each([
    ["1e3", "1000"],
    ["+1", "1"],
    [".5", "0.5"],
    ["5.", "5"],
    ["-0", "-0"],
    ["1.50", "1.5"],
    ["1e-7", "0.0000001"],
    ["inf", "+Inf"],
  ])("reads %s as %s", (source, text) => {
    expect(written(source).toString()).toBe(text);
  });

  it.each(["", " 1", "0x10", "1_000", "1e", ".", "a"])("does not take %j for a number", (source) => {
    expect(HclNumber.parse(source)).toBeUndefined();
  });

  it("writes a double in as few digits as say which one it is", () => {
    expect(HclNumber.double(2 ** 0.5).toString()).toBe("1.4142135623730951");
    expect(HclNumber.double(0.1).toDouble()).toBe(0.1);
  });

  it("does not add what is too small to count, however far apart the exponents are", () => {
    const huge = written("1e4000");
    expect(huge.plus(written("1e-4000")).equals(huge)).toBe(true);
    expect(() => written("1e999999999")).toThrow("out of the range");
  });

  it("formats with halves to even", () => {
    expect(["0.5", "1.5", "2.5"].map((text) => formatFixed(written(text), 0))).toEqual(["0", "2", "2"]);
    expect(formatScientific(written("123456"), 3)).toBe("1.235e+05");
    expect(formatGeneral(written("1000000"))).toBe("1e+06");
  });
});
