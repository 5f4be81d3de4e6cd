import type { Location } from "../../model/location.ts";

/** What the YAML parser says, with the key named that stands twice. */
export function describeSyntaxError(
  message: string,
  text: string,
  { line = 1, column = 1 }: Location,
): string {
  if (!/keys must be unique/i.test(message)) return message;
  const written = text.split("\n")[line - 1]?.slice(column - 1) ?? "";
  const key = /^("[^"]*"|'[^']*'|[^\s:]+)/.exec(written)?.[0] ?? "";
  return `the key ${key.startsWith('"') ? key : `"${key}"`} stands twice in one object`;
}
