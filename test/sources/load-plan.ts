import { readFileSync } from "node:fs";
import { propertyAt } from "../../src/model/resource.ts";
import type { Resource } from "../../src/model/resource.ts";
import type { Value } from "../../src/model/value.ts";
import type { Input, LoadedInput } from "../../src/sources/source.ts";
import { terraformPlan } from "../../src/sources/terraform-plan/index.ts";
import { DEFAULT_SETTINGS } from "../rules/all-rules.ts";

/** A plan of fixtures/terraform-plan as the source loads it. */
export function loadPlan(scenario: string): LoadedInput {
  return loadPlanJson(JSON.parse(readFileSync(`fixtures/terraform-plan/${scenario}/plan.json`, "utf8")));
}

/** A plan as the source loads it. */
export function loadPlanJson(json: unknown): LoadedInput {
  const input: Input = { path: "plan.json", kind: "file", text: "", digest: () => "", json };
  return terraformPlan.load(input, { settings: DEFAULT_SETTINGS, idPrefix: "" }) as LoadedInput;
}

export function resourceAt({ resources }: LoadedInput, address: string): Resource {
  const found = resources.find((resource) => resource.address === address);
  if (found === undefined) {
    throw new Error(`no ${address} among ${resources.map((resource) => resource.address).join(", ")}`);
  }
  return found;
}

export function valueOf(loaded: LoadedInput, address: string, pointer: string): Value | undefined {
  return propertyAt(resourceAt(loaded, address), pointer);
}
