import { describe, expect, it } from "vitest";
import { loadBicep, resourceOf, show } from "./load-bicep.ts";

describe("a Bicep file of a stranger is bounded", () => {
  const doubled = (first: string, next: (before: string) => string): string =>
    [
      `var a0 = ${first}`,
      ...Array.from({ length: 60 }, (_, index) => `var a${String(index + 1)} = ${next(`a${String(index)}`)}`),
    ].join("\n");

  it.each([
    ["objects that double", doubled("{ a: 1 }", (before) => `{ l: ${before}, r: ${before} }`), "a60"],
    [
      "texts with gaps that double",
      `param open string\n${doubled("open", (before) => `'\${${before}}-\${${before}}'`)}`,
      "a60",
    ],
    [
      "a text that is replaced by itself",
      doubled("'aaaaaaaaaa'", (before) => `replace(${before}, 'a', ${before})`),
      "a60",
    ],
    [
      "objects that are put together one by one",
      "var l = range(0, 9999)",
      "reduce(l, {}, (a, b) => union(a, { 'k${b}': b }))",
    ],
  ])("%s", async (_, declarations, expression) => {
    const text = `${declarations}\nresource probe 'Genoscan.Test/probes@2024-01-01' = { name: 'probe', value: ${expression} }\n`;
    const read = await loadBicep({ "main.bicep": text });
    expect(read.resources.map(({ address }) => address)).toContain("probe");
    expect(JSON.stringify(show(resourceOf(read, "probe").properties["value"])).length).toBeLessThan(
      10_000_000,
    );
  });
});
