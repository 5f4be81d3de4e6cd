import { describe, expect, it } from "vitest";
import { hasLocalStorage } from "../../../src/facts/machine-learning/local-storage.ts";
import { Unknown } from "../../../src/model/value.ts";

describe("instances with disks of their own", () => {
  it.each([
    "m5d",
    "c5d",
    "r6id",
    "m6idn",
    "m7gd",
    "g4dn",
    "g5",
    "g6e",
    "p3dn",
    "p4d",
    "p4de",
    "p5en",
    "trn1n",
    "i3en",
  ])("ml.%s has them", (family) => {
    expect(hasLocalStorage(`ml.${family}.xlarge`)).toBe(true);
  });

  it.each(["m4", "m5", "m5n", "c5", "c5n", "c6in", "r5", "t3", "m7i-flex", "p2", "p3", "inf2"])(
    "ml.%s has none",
    (family) => {
      expect(hasLocalStorage(`ml.${family}.xlarge`)).toBe(false);
    },
  );

  it.each(["ml.x9.large", "m5.large", "large"])("%s is not known", (type) => {
    expect(hasLocalStorage(type)).toBeInstanceOf(Unknown);
  });
});
