import type { TextExpression } from "../ast.ts";

/** The text of a string without expressions in it. */
export function textOf({ segments, holes }: TextExpression): string | undefined {
  return holes.length === 0 ? segments[0] : undefined;
}
