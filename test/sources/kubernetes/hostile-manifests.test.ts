import { describe, expect, it } from "vitest";
import { isFullyKnown } from "../../../src/model/value.ts";
import { loadManifest, resourceOf } from "./load-manifest.ts";

const POD = "apiVersion: v1\nkind: Pod\nmetadata: { name: a }\n";

describe("a hostile manifest", () => {
  it("whose aliases stand for too much is not known from there on", async () => {
    const levels = Array.from({ length: 12 }, (_, index) => {
      const before = index === 0 ? '"x"' : `*a${String(index - 1)}`;
      return `a${String(index)}: &a${String(index)} [${Array.from({ length: 10 }, () => before).join(",")}]`;
    });
    const loaded = await loadManifest(`${POD}${levels.join("\n")}\n`);
    expect(isFullyKnown(resourceOf(loaded, "Pod/a").properties["a3"])).toBe(true);
    expect(isFullyKnown(resourceOf(loaded, "Pod/a").properties["a11"])).toBe(false);
  });

  it.each([
    ["brackets", `${POD}spec: ${"[".repeat(100_000)}`],
    ["JSON", `{"apiVersion": "v1", "kind": "Pod", "spec": ${'{"a":'.repeat(100_000)}`],
    ["lists in lists", `${POD}spec:\n  ${"- ".repeat(5_000)}a`],
  ])("that is nested too deep is told of: %s", async (_, text) => {
    await expect(loadManifest(text)).rejects.toThrow(/not a manifest at line/u);
  });

  it("with an alias inside of what it names is read without it", async () => {
    const { gaps, resources } = await loadManifest(`${POD}spec: &a { b: *a }\n`);
    expect(resources).toHaveLength(1);
    expect(gaps).toMatchObject([{ code: "kubernetes-syntax" }]);
  });

  it("has keys that are called like those of objects", async () => {
    const loaded = await loadManifest(`${POD}spec: { __proto__: { hostNetwork: true }, constructor: a }\n`);
    const spec = resourceOf(loaded, "Pod/a").properties["spec"] as object;
    expect(Object.keys(spec)).toEqual(["__proto__", "constructor"]);
    expect("hostNetwork" in spec).toBe(false);
  });

  it("of lists in lists in lists ends", async () => {
    const list = (items: string): string => `{apiVersion: v1, kind: List, items: [${items}]}`;
    let text = list("");
    for (let depth = 0; depth < 50; depth += 1) text = list(text);
    await expect(loadManifest(text)).resolves.toMatchObject({ gaps: [], resources: [] });
  });

  it("loses no object in lists in lists", async () => {
    let text = "{apiVersion: v1, kind: Pod, metadata: {name: a}}";
    for (let depth = 0; depth < 50; depth += 1) text = `{apiVersion: v1, kind: List, items: [${text}]}`;
    expect((await loadManifest(text)).resources.map(({ address }) => address)).toEqual(["Pod/a"]);
  });

  it("without any object is told of", async () => {
    await expect(loadManifest("a: 1\n")).rejects.toThrow(/there is no object of Kubernetes in it/u);
  });
});
