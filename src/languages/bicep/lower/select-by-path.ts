import { membersOf } from "../../arm/json/json-members.ts";
import type { JsonNode } from "../../arm/json/parse-arm-json.ts";

const STEP = /\.?([A-Za-z_$][\w$-]*)|\[(\d+)\]|\[(?:'([^']*)'|"([^"]*)")\]/gy;

/** The part of data at a path such as `$.a.b[0]['c']`; nothing for one that is not there or that has wildcards. */
export function selectByPath(root: JsonNode, path: string | undefined): JsonNode | undefined {
  if (path === undefined) return undefined;
  let node: JsonNode | undefined = root;
  STEP.lastIndex = path.startsWith("$") ? 1 : 0;
  while (STEP.lastIndex < path.length) {
    const step = STEP.exec(path);
    if (step === null) return undefined;
    const [, name, index, single, double] = step;
    if (index === undefined) {
      const key: string = name ?? single ?? double ?? "";
      node = membersOf(node).findLast((member) => member.key === key)?.value;
    } else node = node?.kind === "array" ? node.items[Number(index)] : undefined;
    if (node === undefined) return undefined;
  }
  return node;
}
