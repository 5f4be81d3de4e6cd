import { readKey } from "./module-path.ts";
import type { InstanceKey } from "./module-path.ts";

/** A reference of a plan's configuration, taken apart. Module-local, as Terraform writes it. */
export type ReferenceText =
  | { readonly kind: "variable"; readonly name: string; readonly rest: string }
  | {
      readonly kind: "module";
      readonly name: string;
      readonly key: InstanceKey | undefined;
      readonly output: string | undefined;
      readonly rest: string;
    }
  | {
      readonly kind: "resource" | "data";
      readonly type: string;
      readonly name: string;
      readonly key: InstanceKey | undefined;
      readonly attribute: string | undefined;
    }
  | { readonly kind: "each-value"; readonly rest: string }
  | { readonly kind: "key" }
  | { readonly kind: "constant" }
  | { readonly kind: "local"; readonly text: string };

const PARSED = new Map<string, ReferenceText>();

/**
 * The references of an expression. Terraform lists each from the most specific to its prefixes
 * (`a.b[0].arn`, `a.b[0]`, `a.b`); the prefixes are left out.
 */
export function parseReferences(texts: readonly string[]): readonly ReferenceText[] {
  let last = texts[0];
  if (last === undefined) return [];
  const kept = [last];
  for (let at = 1; at < texts.length; at += 1) {
    const text = texts[at] ?? "";
    if (isPrefix(text, last)) continue;
    last = text;
    if (!kept.includes(text)) kept.push(text);
  }
  return kept.map(parseOne);
}

/** The reference of an expression with a single one, as most are. */
export function parseOnlyReference(texts: readonly string[]): ReferenceText | undefined {
  const first = texts[0];
  if (first === undefined) return undefined;
  for (let at = 1; at < texts.length; at += 1) if (!isPrefix(texts[at] ?? "", first)) return undefined;
  return parseOne(first);
}

function isPrefix(text: string, of: string): boolean {
  return (
    of.startsWith(text) && (of.length === text.length || of[text.length] === "." || of[text.length] === "[")
  );
}

function parseOne(text: string): ReferenceText {
  const known = PARSED.get(text);
  if (known !== undefined) return known;
  const parsed = parseText(text);
  if (PARSED.size < 100_000) PARSED.set(text, parsed);
  return parsed;
}

function parseText(text: string): ReferenceText {
  const end = endOfName(text, 0);
  const root = text.slice(0, end);
  if (root === "each") {
    return text.startsWith("each.value") ? { kind: "each-value", rest: text.slice(10) } : { kind: "key" };
  }
  if (root === "count") return { kind: "key" };
  if (root === "path" || root === "terraform" || root === "self") return { kind: "constant" };
  if (root === "local") return { kind: "local", text };
  if (root === "var") {
    const endOfVariable = endOfName(text, end + 1);
    return { kind: "variable", name: text.slice(end + 1, endOfVariable), rest: text.slice(endOfVariable) };
  }
  if (root === "module") return parseModule(text.slice(end + 1));
  return root === "data" ? parseResource("data", text, end + 1) : parseResource("resource", text, 0);
}

function parseModule(text: string): ReferenceText {
  const end = endOfName(text, 0);
  const name = text.slice(0, end);
  const key = readKey(text.slice(end));
  const rest = text.slice(end + (key?.length ?? 0));
  if (!rest.startsWith(".")) return { kind: "module", name, key: key?.value, output: undefined, rest };
  const endOfOutput = endOfName(rest, 1);
  return {
    kind: "module",
    name,
    key: key?.value,
    output: rest.slice(1, endOfOutput),
    rest: rest.slice(endOfOutput),
  };
}

function parseResource(kind: "resource" | "data", text: string, start: number): ReferenceText {
  const endOfType = endOfName(text, start);
  const end = endOfName(text, endOfType + 1);
  const key = text[end] === "[" ? readKey(text.slice(end)) : undefined;
  const rest = end + (key?.length ?? 0);
  return {
    kind,
    type: text.slice(start, endOfType),
    name: text.slice(endOfType + 1, end),
    key: key?.value,
    attribute: text[rest] === "." ? text.slice(rest + 1) : undefined,
  };
}

/** Where a name ends that begins at a place of a text. */
function endOfName(text: string, start: number): number {
  const dot = text.indexOf(".", start);
  const bracket = text.indexOf("[", start);
  if (dot < 0 || bracket < 0) return dot < 0 && bracket < 0 ? text.length : Math.max(dot, bracket);
  return Math.min(dot, bracket);
}
