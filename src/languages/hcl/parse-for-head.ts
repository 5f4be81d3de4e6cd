import type { Expression, Name } from "./ast.ts";
import type { Scanner } from "./scanner.ts";

export interface ForHead {
  readonly keyName: Name | undefined;
  readonly valueName: Name;
  readonly collection: Expression;
}

/** `k, v in collection`: what follows the word `for` in an expression and in a directive of a template. */
export function parseForHead(scanner: Scanner, parseExpression: (scanner: Scanner) => Expression): ForHead {
  const first = parseName(scanner);
  const second = scanner.skip(",") ? parseName(scanner) : undefined;
  if (!scanner.isWord("in")) throw scanner.expected('"in" after the names of the "for"');
  scanner.next();
  const collection = parseExpression(scanner);
  return { keyName: second === undefined ? undefined : first, valueName: second ?? first, collection };
}

function parseName(scanner: Scanner): Name {
  if (!scanner.is("identifier")) throw scanner.expected('a name for the items of the "for"');
  const { start, end } = scanner;
  scanner.next();
  return { name: scanner.text.slice(start, end), start, end };
}
