import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { CASES, outcomesOf, random, saidOtherwise } from "../hidden-values.ts";
import { loadText } from "./load-template.ts";

const TEMPLATES = [
  "fixtures/arm/genomics-flawed/main.json",
  "fixtures/arm/genomics-sound/main.json",
  "fixtures/arm/symbolic/main.json",
];

/** What only a deployment tells. */
const HIDDEN =
  "[reference('/subscriptions/s/resourceGroups/g/providers/Microsoft.Other/things/t', '2020-01-01').value]";

/**
 * A template of which more is known only at deployment tells less, and nothing else: a verdict may become unknown, and
 * never another one. Names, places and tags stay: they tell what a resource is for, and others find it by them.
 */
describe.each(TEMPLATES)("%s", (path) => {
  const text = readFileSync(path, "utf8");

  it.each(CASES)("says nothing else when a share of %d of its values is hidden (%d)", async (share, seed) => {
    const template = JSON.parse(text) as object;
    const hidden = hideValues(template, share, random(seed));
    const whole = outcomesOf((await loadText(text)).resources);
    expect(whole.size).toBeGreaterThan(5);
    const less = outcomesOf((await loadText(JSON.stringify(template))).resources);
    expect(saidOtherwise(whole, less, hidden)).toEqual([]);
  });
});

/** Hides texts, numbers and flags in the properties of resources, those of nested templates too. */
function hideValues(template: unknown, share: number, next: () => number): readonly string[] {
  if (typeof template !== "object" || template === null) return [];
  const { resources = [] } = template as { resources?: Record<string, Record<string, unknown>> };
  return Object.values(resources).flatMap((resource) => {
    const properties = resource["properties"] as Record<string, unknown> | undefined;
    if (resource["type"] === "Microsoft.Resources/deployments") {
      return hideValues(properties?.["template"], share, next);
    }
    const own = placesIn(properties ?? {}, "/properties")
      .filter(() => next() < share)
      .map(({ path, hide }) => {
        hide();
        return `${String(resource["type"])} ${path}`;
      });
    return [...own, ...hideValues(resource, share, next)];
  });
}

interface Site {
  readonly path: string;
  readonly hide: () => void;
}

function placesIn(holder: Record<string, unknown>, path: string): readonly Site[] {
  return Object.entries(holder).flatMap(([key, value]): readonly Site[] => {
    if (/^(?:name|tags|copy|input|resources)$|(?:Name|Id|Identifier)$/.test(key)) return [];
    const here = `${path}/${key}`;
    return typeof value !== "object" || value === null
      ? [{ path: here, hide: () => (holder[key] = HIDDEN) }]
      : placesIn(value as Record<string, unknown>, here);
  });
}
