import type { Decorator } from "./ast.ts";
import { parseExpression } from "./parse-expression.ts";
import { parseArguments } from "./parse-list.ts";
import type { TokenCursor } from "./token-cursor.ts";

/** Reads decorators, each on a line of its own, and the line ends behind them. */
export function parseDecorators(cursor: TokenCursor): readonly Decorator[] {
  const decorators: Decorator[] = [];
  while (cursor.is("@")) {
    decorators.push(parseDecorator(cursor));
    cursor.expect("newline", "the end of the line behind a decorator");
    cursor.skipNewlines();
  }
  return decorators;
}

function parseDecorator(cursor: TokenCursor): Decorator {
  const { start } = cursor;
  cursor.next();
  let { name } = cursor.name("the name of a decorator");
  while (cursor.skip(".")) ({ name } = cursor.name("the name of a decorator"));
  const args = parseArguments(cursor, parseExpression);
  return { name, args, start, end: cursor.lastEnd };
}
