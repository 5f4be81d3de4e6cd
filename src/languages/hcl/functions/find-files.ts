import { EvaluationError } from "../values/evaluation-error.ts";
import { cleanPath } from "./clean-path.ts";
import type { Files, NoFile } from "./function-definition.ts";
import { compilePattern } from "./regular-expression.ts";

/**
 * The files below a folder whose paths fit a pattern with `*`, `**`, `?`, `[a-z]` and `{a,b}`, relative to the folder;
 * or why they cannot be listed. Throws `EvaluationError` for a wrong pattern.
 */
export function findFiles(files: Files, folder: string, pattern: string): readonly string[] | NoFile {
  const cleaned = cleanPath(pattern);
  // what stands before the first special character is no pattern: only there may a path lead out of the folder
  const fixed = /^(?:[^*?[{\\]*\/)?/u.exec(cleaned)?.[0] ?? "";
  const listed = files.list(cleanPath(`${folder}/${fixed === "" ? "." : fixed}`));
  if ("kind" in listed) return listed;
  const expression = compilePattern(`^(?s:${toExpression(cleaned.slice(fixed.length))})$`);
  return listed.filter((path) => !expression.matches(path).next().done).map((path) => fixed + path);
}

function toExpression(pattern: string): string {
  let expression = "";
  let at = 0;
  let depth = 0;
  while (at < pattern.length) {
    const [found, translated, nested] = translate(pattern, at, depth);
    expression += translated;
    depth = nested;
    at += found;
  }
  if (depth > 0) throw new EvaluationError("syntax error in pattern: a brace is not closed");
  return expression;
}

/** How many characters are read, what they become, and how many braces are open after them. */
function translate(pattern: string, at: number, depth: number): readonly [number, string, number] {
  const rest = pattern.slice(at);
  const isStart = at === 0 || pattern.charAt(at - 1) === "/";
  if (isStart && rest.startsWith("**/")) return [3, "(?:[^/]*/)*", depth];
  if (isStart && rest === "**") return [2, ".*", depth];
  const letter = rest.charAt(0);
  if (letter === "*") return [1, "[^/]*", depth];
  if (letter === "?") return [1, "[^/]", depth];
  if (letter === "{") return [1, "(?:", depth + 1];
  if (letter === "}" && depth > 0) return [1, ")", depth - 1];
  if (letter === "," && depth > 0) return [1, "|", depth];
  if (letter === "[") return [...translateClass(rest), depth];
  if (letter === "\\") return [2, escape(rest.charAt(1)), depth];
  return [1, escape(letter), depth];
}

function translateClass(rest: string): readonly [number, string] {
  const match = /^\[([!^]?)((?:\\.|[^\]\\])+)\]/su.exec(rest);
  if (match === null) throw new EvaluationError("syntax error in pattern: a bracket is not closed");
  const [whole, negation = "", members = ""] = match;
  const escaped = members.replaceAll(
    /\\(.)|([[\]^&~])/gsu,
    (_, quoted?: string, plain?: string) => `\\${quoted ?? plain ?? ""}`,
  );
  return [whole.length, `[${negation === "" ? "" : "^"}${escaped}]`];
}

function escape(letter: string): string {
  return letter.replaceAll(/[\\^$.*+?()[\]{}|]/gu, String.raw`\$&`);
}
