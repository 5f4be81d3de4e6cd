import type { Span } from "../../../src/languages/hcl/ast.ts";

/** All nodes of a kind below a node and the node itself, in the order of the text. */
export function findNodes(root: object, kind: string): Span[] {
  const found: Span[] = [];
  visit(root, (node) => {
    if ((node as { kind?: unknown }).kind === kind) found.push(node as Span);
  });
  return found.sort((left, right) => left.start - right.start || right.end - left.end);
}

function visit(node: object, look: (node: object) => void): void {
  look(node);
  for (const part of node instanceof Map ? node.values() : Object.values(node)) {
    if (typeof part === "object" && part !== null) visit(part as object, look);
  }
}
