import { readFileSync } from "node:fs";
import type { ArmShape } from "./arm-types.ts";

const { types } = JSON.parse(readFileSync("fixtures/schemas/kubernetes.json", "utf8")) as {
  readonly types: Readonly<Record<string, ArmShape>>;
};

/** The names of the kinds that have a shape. */
export const KUBERNETES_TYPE_NAMES: readonly string[] = Object.keys(types);

/** A kind as an object of its properties; `undefined` for one that is not in the extract. */
export function kubernetesType(type: string): ArmShape | undefined {
  return Object.hasOwn(types, type) ? types[type] : undefined;
}
