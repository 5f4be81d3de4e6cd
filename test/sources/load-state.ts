import { readFileSync } from "node:fs";
import type { Input, LoadedInput } from "../../src/sources/source.ts";
import { terraformState } from "../../src/sources/terraform-state/index.ts";
import { DEFAULT_SETTINGS } from "../rules/all-rules.ts";

/** The forms in which each scenario of fixtures/terraform-state is kept. */
export const FORMS = ["terraform.tfstate", "state.json"] as const;

/** A state of fixtures/terraform-state as the source loads it. */
export function loadStateFixture(scenario: string, form: (typeof FORMS)[number]): Promise<LoadedInput> {
  return loadStateText(readFileSync(`fixtures/terraform-state/${scenario}/${form}`, "utf8"));
}

export function loadStateText(text: string): Promise<LoadedInput> {
  const input: Input = {
    path: "terraform.tfstate",
    kind: "file",
    text,
    digest: () => "",
    json: JSON.parse(text),
  };
  if (!terraformState.detect(input)) throw new Error("this is no state");
  const loaded = terraformState.load(input, { settings: DEFAULT_SETTINGS, idPrefix: "" });
  return Promise.resolve(loaded as LoadedInput | Promise<LoadedInput>);
}
