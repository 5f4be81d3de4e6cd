import type { TemplateNode } from "../../languages/cloudformation/template-node.ts";
import type { WrittenPart } from "../read-annotations.ts";
import type { ManifestFile } from "../../languages/kubernetes/manifest-file.ts";

/** Deeper than any manifest that people write comments in. */
const DEEPEST = 100;

/** What is written in a manifest, in the order of the text; `names` are those of its objects, by their nodes. */
export function writtenParts(
  { documents, text }: ManifestFile,
  names: ReadonlyMap<TemplateNode, string>,
): readonly WrittenPart[] {
  const parts: WrittenPart[] = [];
  for (const [index, { root, start }] of documents.entries()) {
    const end = documents[index + 1]?.start ?? text.length;
    const name = names.get(root);
    if (name !== undefined) parts.push({ name, start: start + root.offset, end });
    visit(root, { parts, names, shift: start }, end, 0);
  }
  return parts;
}

interface Visit {
  readonly parts: WrittenPart[];
  readonly names: ReadonlyMap<TemplateNode, string>;
  readonly shift: number;
}

/** A part goes to where the next one begins; what an alias brings from somewhere else is no part of this place. */
function visit(node: TemplateNode, around: Visit, end: number, depth: number): void {
  if (depth > DEEPEST) return;
  const inner = partsOf(node, around).filter(
    ({ start }) => start >= around.shift + node.offset && start < end,
  );
  for (const [index, { name, value, start }] of inner.entries()) {
    const next = inner[index + 1]?.start ?? end;
    around.parts.push({ name: around.names.get(value) ?? name, start, end: next });
    if (around.shift + value.offset >= start) visit(value, around, next, depth + 1);
  }
}

function partsOf(
  node: TemplateNode,
  { shift }: Visit,
): readonly { readonly name: string; readonly value: TemplateNode; readonly start: number }[] {
  if (node.kind === "list") {
    return node.items.map((value, index) => ({
      name: `[${String(index)}]`,
      value,
      start: shift + value.offset,
    }));
  }
  if (node.kind !== "map") return [];
  return [...node.entries].map(([name, { value, keyOffset }]) => ({ name, value, start: shift + keyOffset }));
}
