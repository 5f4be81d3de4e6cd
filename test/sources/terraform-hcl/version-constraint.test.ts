import { describe, expect, it } from "vitest";
import { allowsMajor } from "../../../src/sources/terraform-hcl/version-constraint.ts";

describe("the first numbers of versions that constraints allow", () => {
  it.each<[readonly string[], number, boolean]>([
    [[], 6, true],
    [["~> 5.0"], 5, true],
    [["~> 5.0"], 6, false],
    [["~> 5.31.0"], 5, true],
    [["~> 5"], 6, false],
    [[">= 5.46"], 6, true],
    [[">= 5.46"], 4, false],
    [[">= 5.46, < 6.0"], 6, false],
    [["< 6.0.0"], 4, true],
    [["> 5.99"], 5, true],
    [["= 4.67.0"], 5, false],
    [["5.100.0"], 5, true],
    [["!= 5.0.0"], 5, true],
    [[">= 4.0", "~> 5.10"], 4, false],
    [[">= 5.0", "< 5.0"], 5, false],
    [["no constraint"], 3, true],
  ])("%j and %i: %s", (constraints, major, allowed) => {
    expect(allowsMajor(constraints, major)).toBe(allowed);
  });
});
