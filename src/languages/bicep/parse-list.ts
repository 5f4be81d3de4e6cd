import type { TokenCursor } from "./token-cursor.ts";

/**
 * Reads the items up to a closing bracket, whose opening one was read: one a line, or with commas on one line. A comma
 * and a line end do not stand together.
 */
export function parseList<Item>(cursor: TokenCursor, close: "]" | "}", read: () => Item): Item[] {
  const items: Item[] = [];
  let height = 0;
  cursor.skipNewlines();
  while (!cursor.skip(close)) {
    items.push(read());
    height = Math.max(height, cursor.height);
    if (cursor.is(close)) continue;
    if (cursor.skip(",")) {
      if (cursor.is("newline")) {
        throw cursor.expected('an item behind the ","; items on lines of their own need no comma');
      }
    } else if (cursor.is("newline")) cursor.skipNewlines();
    else throw cursor.expected(`a new line, "," or "${close}"`);
  }
  cursor.grow(height + 1);
  return items;
}

/** Reads what a function is called with, from its opening to its closing parenthesis. */
export function parseArguments<Item>(cursor: TokenCursor, read: (cursor: TokenCursor) => Item): Item[] {
  return parseSeparated(cursor, "(", ")", read);
}

/** Reads `(a, b)` or `<a, b>`: lines may end behind the opening one, behind commas, and before the closing one. */
export function parseSeparated<Item>(
  cursor: TokenCursor,
  open: "(" | "<",
  close: ")" | ">",
  read: (cursor: TokenCursor) => Item,
): Item[] {
  const items: Item[] = [];
  let height = 0;
  cursor.expect(open, `"${open}"`);
  cursor.skipNewlines();
  while (!cursor.is(close)) {
    items.push(read(cursor));
    height = Math.max(height, cursor.height);
    if (cursor.comesNext(close)) cursor.skipNewlines();
    if (cursor.is(close)) break;
    cursor.expect(",", `"," or "${close}"`);
    cursor.skipNewlines();
    if (cursor.is(close)) throw cursor.expected('a value behind the ","');
  }
  cursor.next();
  cursor.grow(height);
  return items;
}
