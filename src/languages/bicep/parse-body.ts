import type { Body, Expression, Loop } from "./ast.ts";
import { closeLoop, parseLoop, parseObject, parseParentheses } from "./parse-expression.ts";
import type { ReadNested } from "./parse-expression.ts";
import type { TokenCursor } from "./token-cursor.ts";

/** What stands behind the `=` of a resource or module. */
export function parseBody(cursor: TokenCursor, readNested: ReadNested): Body {
  return cursor.inside(() => {
    if (!cursor.is("[")) return parseConditional(cursor, readNested, undefined);
    const { start } = cursor;
    const loop = parseLoop(cursor);
    const { height } = cursor;
    const body = parseConditional(cursor, readNested, loop);
    closeLoop(cursor, height);
    return { ...body, start, end: cursor.lastEnd };
  });
}

function parseConditional(cursor: TokenCursor, readNested: ReadNested, loop: Loop | undefined): Body {
  if (cursor.wordAt(cursor.afterNewlines(cursor.index)) === "if") cursor.skipNewlines();
  const { start } = cursor;
  let condition: Expression | undefined;
  let height = 0;
  if (cursor.skipWord("if")) {
    if (!cursor.is("(")) throw cursor.expected('"(" and a condition');
    condition = parseParentheses(cursor);
    height = cursor.height;
  } else if (!cursor.is("{")) {
    throw cursor.expected(loop === undefined ? 'the body: "{", "[for" or "if"' : 'the body: "{" or "if"');
  }
  const object = parseObject(cursor, readNested);
  cursor.grow(Math.max(height, cursor.height));
  return { loop, condition, object, start, end: object.end };
}
