import { isApiObject } from "./api-groups.ts";

/** True for JSON that is an object of Kubernetes, or a list of them. */
export function looksLikeManifest(json: unknown): boolean {
  if (typeof json !== "object" || json === null || Array.isArray(json)) return false;
  const { apiVersion, kind } = json as Readonly<Record<string, unknown>>;
  return typeof apiVersion === "string" && typeof kind === "string" && isApiObject(apiVersion, kind);
}

/**
 * The same of YAML, told by its lines: some document says at its outermost level which version of an API and which kind it
 * is. Parsing it takes longer than to look.
 */
export function looksLikeManifestText(text: string): boolean {
  if (!text.includes("apiVersion") || !text.includes("kind")) return false;
  return documentsOf(text).some(({ start, end }) => isManifest(text.slice(start, end)));
}

/** More are no manifest that anybody applies; the rest is taken for one document, and is told of. */
const MOST_DOCUMENTS = 50_000;

/** Where the documents of a text begin and end, told by the lines between them. */
export function documentsOf(text: string): readonly { readonly start: number; readonly end: number }[] {
  const starts = [0];
  for (const { index } of text.matchAll(/^---(?=\s|$)/gmu)) {
    if (index > 0) starts.push(index);
    if (starts.length === MOST_DOCUMENTS) break;
  }
  return starts.map((start, index) => ({ start, end: starts[index + 1] ?? text.length }));
}

function isManifest(document: string): boolean {
  const apiVersion = outermost(document, "apiVersion");
  const kind = outermost(document, "kind");
  return apiVersion !== undefined && kind !== undefined && isApiObject(apiVersion, kind);
}

/** The text behind a key at the outermost level, in block or flow style; nothing when there is none, or no plain one. */
function outermost(document: string, key: string): string | undefined {
  const [, indent = ""] = /^(?![ \t]*(?:#|\r?$)|---|%)([ \t]*)/mu.exec(document) ?? [];
  const found =
    new RegExp(
      `^${indent}["']?${key}["']?[ \\t]*:[ \\t]+["']?([\\w./-]+)["']?[ \\t]*(?:#.*)?\\r?$`,
      "mu",
    ).exec(document) ??
    new RegExp(`^(?:---[ \\t]+)?\\{[^{}]*["']?\\b${key}["']?\\s*:\\s*["']?([\\w./-]+)`, "u").exec(
      document.trimStart(),
    );
  return found?.[1];
}
