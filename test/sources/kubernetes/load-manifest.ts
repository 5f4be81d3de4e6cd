import type { Resource } from "../../../src/model/resource.ts";
import type { Value } from "../../../src/model/value.ts";
import { loadInput } from "../../../src/sources/kubernetes/load-input.ts";
import type { LoadedInput } from "../../../src/sources/source.ts";
import { showValue } from "../../../src/triage/show-value.ts";
import { DEFAULT_SETTINGS } from "../../rules/all-rules.ts";

/** A manifest as standard input gives it. */
export function loadManifest(text: string): Promise<LoadedInput> {
  const input = { path: "-", kind: "file", text, digest: () => "", json: undefined } as const;
  return loadInput(input, { settings: DEFAULT_SETTINGS, idPrefix: "" });
}

export function resourceOf({ resources }: LoadedInput, address: string): Resource {
  const found = resources.find((resource) => resource.address === address);
  if (found === undefined) throw new Error(`there is no ${address}`);
  return found;
}

/** A value as inspect prints it. */
export function show(value: Value | undefined): unknown {
  if (value === undefined) return undefined;
  return showValue(value, (id) => id, { text: Infinity, items: Infinity, depth: 200 }).value;
}
