import { describe, expect, it } from "vitest";
import { Reference, Sensitive, Unknown } from "../../../src/model/value.ts";
import type { Value } from "../../../src/model/value.ts";
import { loadPlan } from "../load-plan.ts";

/** Every secret of the scenario holds this word. */
const CANARY = "canary";

describe("secrets of a real plan", () => {
  const { resources } = loadPlan("sensitive-values");

  it.each(resources.map((resource) => [resource.address, resource] as const))(
    "%s shows none",
    (_, resource) => {
      expect(shown(resource.properties).filter((text) => text.includes(CANARY))).toEqual([]);
    },
  );

  it("are there, marked", () => {
    const marked = resources.flatMap(({ properties }) => hidden(properties));
    expect(marked.some((text) => text.includes(CANARY))).toBe(true);
  });
});

/** The texts outside of sensitive wrappers. */
function shown(value: Value): readonly string[] {
  if (typeof value === "string") return [value];
  if (value instanceof Sensitive || value instanceof Unknown || value === null || typeof value !== "object") {
    return [];
  }
  if (value instanceof Reference) return value.value === undefined ? [] : shown(value.value);
  return Object.values(value).flatMap((part: Value) => shown(part));
}

function hidden(value: Value): readonly string[] {
  if (value instanceof Sensitive) return [JSON.stringify(value.value)];
  if (value instanceof Unknown || value === null || typeof value !== "object") return [];
  return Object.values(value).flatMap((part: Value) => hidden(part));
}
