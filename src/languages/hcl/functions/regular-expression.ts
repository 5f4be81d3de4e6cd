import { RE2JS } from "re2js";
import { EvaluationError } from "../values/evaluation-error.ts";
import { MAX_TEXT } from "../values/limits.ts";

/** Where a pattern matches, with its groups: the whole match first, `undefined` for a group that took no part. */
export interface Match {
  readonly start: number;
  readonly end: number;
  readonly groups: readonly (string | undefined)[];
}

export interface Pattern {
  readonly groupCount: number;
  /** The numbers of the named groups. */
  readonly names: ReadonlyMap<string, number>;
  /** One match after the other, as Go finds them: no empty one right behind another. */
  readonly matches: (text: string) => Generator<Match, void>;
}

const MAX_CACHED = 200;
const compiled = new Map<string, Pattern>();

/**
 * A pattern in the syntax of RE2, which Go and so Terraform has, run in time linear in the text.
 * Throws `EvaluationError` for one that does not compile.
 */
export function compilePattern(source: string): Pattern {
  const known = compiled.get(source);
  if (known !== undefined) return known;
  const expression = compileExpression(source);
  const pattern: Pattern = {
    groupCount: expression.groupCount(),
    names: new Map(Object.entries(expression.namedGroups())),
    matches: (text) => findMatches(expression, text),
  };
  if (compiled.size >= MAX_CACHED) compiled.clear();
  compiled.set(source, pattern);
  return pattern;
}

function compileExpression(source: string): RE2JS {
  try {
    return RE2JS.compile(source);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new EvaluationError(`invalid regexp pattern: ${reason}`, { cause: error });
  }
}

function* findMatches(expression: RE2JS, text: string): Generator<Match, void> {
  const matcher = expression.matcher(text);
  let previousEnd = -1;
  while (matcher.find()) {
    const [start, end] = [matcher.start(), matcher.end()];
    if (start === end && start === previousEnd) continue;
    previousEnd = end;
    const groups: (string | undefined)[] = [];
    for (let group = 0; group <= expression.groupCount(); group += 1) {
      groups.push(matcher.group(group) ?? undefined);
    }
    yield { start, end, groups };
  }
}

/** The pieces of the text with every match replaced; `$1`, `${1}` and `$name` stand for groups, `$$` for a dollar sign. */
export function replacePattern(text: string, source: string, replacement: string): readonly string[] {
  const pattern = compilePattern(source);
  const template = readTemplate(replacement, pattern);
  const pieces: string[] = [];
  let at = 0;
  let length = 0;
  for (const { start, end, groups } of pattern.matches(text)) {
    const parts = [
      text.slice(at, start),
      ...template.map((part) => (typeof part === "string" ? part : (groups[part] ?? ""))),
    ];
    for (const part of parts) {
      length += part.length;
      pieces.push(part);
    }
    at = end;
    // what is too long is told so by whoever joins it
    if (length > MAX_TEXT) return pieces;
  }
  return [...pieces, text.slice(at)];
}

/** Texts, and the numbers of groups; a group that the pattern does not have is empty. */
function readTemplate(replacement: string, { names, groupCount }: Pattern): readonly (string | number)[] {
  const parts: (string | number)[] = [];
  let at = 0;
  for (const match of replacement.matchAll(/\$(?:\$|([\p{L}\p{Nd}_]+)|\{([\p{L}\p{Nd}_]+)\})/gu)) {
    parts.push(replacement.slice(at, match.index));
    at = match.index + match[0].length;
    const name = match[1] ?? match[2];
    if (name === undefined) parts.push("$");
    else {
      const group = /^\d+$/u.test(name) ? Number(name) : names.get(name);
      if (group !== undefined && group <= groupCount) parts.push(group);
    }
  }
  parts.push(replacement.slice(at));
  return parts;
}
