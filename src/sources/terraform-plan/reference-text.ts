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
  const [root, afterRoot] = splitName(text);
  if (root === "each") {
    return text.startsWith("each.value") ? { kind: "each-value", rest: text.slice(10) } : { kind: "key" };
  }
  if (root === "count") return { kind: "key" };
  if (root === "path" || root === "terraform" || root === "self") return { kind: "constant" };
  if (root === "local") return { kind: "local", text };
  if (root === "var") {
    const [name, rest] = splitName(afterRoot.slice(1));
    return { kind: "variable", name, rest };
  }
  if (root === "module") return parseModule(afterRoot.slice(1));
  if (root === "data") return parseResource("data", afterRoot.slice(1));
  return parseResource("resource", text);
}

function parseModule(text: string): ReferenceText {
  const [name, afterName] = splitName(text);
  const key = readKey(afterName);
  const rest = afterName.slice(key?.length ?? 0);
  if (!rest.startsWith(".")) return { kind: "module", name, key: key?.value, output: undefined, rest };
  const [output, afterOutput] = splitName(rest.slice(1));
  return { kind: "module", name, key: key?.value, output, rest: afterOutput };
}

function parseResource(kind: "resource" | "data", text: string): ReferenceText {
  const [type, afterType] = splitName(text);
  const [name, afterName] = splitName(afterType.slice(1));
  const key = readKey(afterName);
  const rest = afterName.slice(key?.length ?? 0);
  return { kind, type, name, key: key?.value, attribute: rest.startsWith(".") ? rest.slice(1) : undefined };
}

/** A name at the beginning of a text, and what follows it. */
function splitName(text: string): readonly [string, string] {
  const end = text.search(/[.[]/);
  return end < 0 ? [text, ""] : [text.slice(0, end), text.slice(end)];
}
