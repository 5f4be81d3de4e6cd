import type { BinaryOperator } from "./ast.ts";
import type { TokenKind } from "./token-kind.ts";

/** How tight an operator between two values binds: the higher, the tighter. */
export const OPERATOR_LEVELS: ReadonlyMap<TokenKind, number> = new Map([
  ["||", 1],
  ["&&", 2],
  ["==", 3],
  ["!=", 3],
  ["<", 4],
  ["<=", 4],
  [">", 4],
  [">=", 4],
  ["+", 5],
  ["-", 5],
  ["*", 6],
  ["/", 6],
  ["%", 6],
] satisfies [BinaryOperator, number][]);
