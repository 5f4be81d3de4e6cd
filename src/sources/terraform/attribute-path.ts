import { ownPart } from "../../model/own-part.ts";
import { Sensitive, Unknown, isValueList, isValueMap } from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";

/** An attribute by its name, or the steps that lead to one inside of blocks: `versioning.enabled`. */
export interface AttributePath {
  readonly name: string;
  readonly steps: readonly string[] | undefined;
}

export function parsePath(path: string): AttributePath {
  return { name: path, steps: path.includes(".") ? path.split(".") : undefined };
}

/** An attribute by its path. Blocks of which there is at most one are lists of one in Terraform. */
export function attributeAt(attributes: ValueMap, path: string): Value | undefined {
  return path.includes(".") ? followSteps(attributes, path.split(".")) : ownPart(attributes, path);
}

/** The same by a path that was taken apart once for many resources. */
export function attributeAtPath(attributes: ValueMap, { name, steps }: AttributePath): Value | undefined {
  return steps === undefined ? ownPart(attributes, name) : followSteps(attributes, steps);
}

function followSteps(attributes: ValueMap, steps: readonly string[]): Value | undefined {
  let current: Value | undefined = attributes;
  let sensitive = false;
  for (let at = 0; at < steps.length; at += 1) {
    const step = steps[at] ?? "";
    if (current instanceof Sensitive) {
      sensitive = true;
      current = current.value;
    }
    if (isValueList(current)) current = current[0];
    if (current instanceof Unknown || current === undefined) return current;
    if (!isValueMap(current)) return undefined;
    current = ownPart(current, step);
  }
  return sensitive && current !== undefined ? new Sensitive(current) : current;
}
