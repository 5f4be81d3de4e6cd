import type { TemplateNode } from "../../cloudformation/template-node.ts";

const STEP = /\.?([A-Za-z_$][\w$-]*)|\[(\d+)\]|\[(?:'([^']*)'|"([^"]*)")\]/gy;

/** The part of data at a path such as `$.a.b[0]['c']`; nothing for one that is not there or that has wildcards. */
export function selectByPath(root: TemplateNode, path: string | undefined): TemplateNode | undefined {
  if (path === undefined) return undefined;
  let node: TemplateNode | undefined = root;
  STEP.lastIndex = path.startsWith("$") ? 1 : 0;
  while (STEP.lastIndex < path.length) {
    const step = STEP.exec(path);
    if (step === null) return undefined;
    const [, name, index, single, double] = step;
    if (index === undefined) {
      const key: string = name ?? single ?? double ?? "";
      node = node?.kind === "map" ? node.entries.get(key)?.value : undefined;
    } else node = node?.kind === "list" ? node.items[Number(index)] : undefined;
    if (node === undefined) return undefined;
  }
  return node;
}
