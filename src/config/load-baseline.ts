import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import schema from "../../schemas/baseline.schema.json" with { type: "json" };
import { ConfigError } from "../model/errors.ts";
import type { Baseline } from "../triage/baseline.ts";
import type { BaselineDocument } from "../triage/baseline-document.ts";

/** Reads a baseline. Throws a ConfigError with all that is wrong with it. */
export async function loadBaseline(file: string): Promise<Baseline> {
  const bytes = await readBytes(file);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const text = bytes.toString("utf8").replace(/^\uFEFF/, "");
  const { findings } = parseJson(text) ?? (await explain(file, text));
  return { file, sha256, findings };
}

/** The document, when it has the right shape; long ones are common, and reading them as YAML with places is slow. */
function parseJson(text: string): BaselineDocument | undefined {
  try {
    const json: unknown = JSON.parse(text);
    return isBaseline(json) ? json : undefined;
  } catch {
    return undefined;
  }
}

function isBaseline(json: unknown): json is BaselineDocument {
  if (typeof json !== "object" || json === null) return false;
  if (!("schemaVersion" in json) || json.schemaVersion !== "1") return false;
  return "findings" in json && Array.isArray(json.findings) && json.findings.every(isFinding);
}

function isFinding(item: unknown): boolean {
  if (typeof item !== "object" || item === null) return false;
  const finding = item as Readonly<Record<string, unknown>>;
  const { rule, title, severity, verdict, fingerprint, address } = finding;
  return (
    [rule, title, fingerprint].every((text) => typeof text === "string") &&
    ["critical", "high", "medium", "low"].includes(String(severity)) &&
    ["fail", "unknown"].includes(String(verdict)) &&
    (address === undefined || typeof address === "string")
  );
}

/** Says where a baseline is wrong: it is a file that people merge by hand. */
async function explain(file: string, text: string): Promise<BaselineDocument> {
  const hint = "mend it, or make it anew: genoscan baseline create";
  if (text.trim() === "") throw invalid(`the file is empty; ${hint}`, { file });
  const conflict = text.split("\n").findIndex((line) => /^(?:<{7}|={7}|>{7})/.test(line));
  if (conflict >= 0) {
    throw invalid("a merge has left its marks here; settle it, then genoscan baseline update", {
      file,
      line: conflict + 1,
    });
  }
  const { checkDocument } = await import("../documents/check-document.ts");
  const { value, problems } = checkDocument(file, text, schema, {
    nameKeys: (parent) => `a key of ${parent === "" ? "a baseline" : parent}`,
  });
  const [first] = problems;
  if (first === undefined) return value as BaselineDocument;
  // what a reader of YAML says of broken JSON, one mistake in several ways, helps nobody
  if (first.kind === "syntax") throw invalid(`the file is no JSON from here on; ${hint}`, first.location);
  const told = problems.slice(0, 10).map(({ message, location }) => ({
    code: "baseline-invalid" as const,
    message: `${message} (${hint})`,
    location,
  }));
  throw new ConfigError(told);
}

function invalid(message: string, location: { readonly file: string; readonly line?: number }): ConfigError {
  return new ConfigError([{ code: "baseline-invalid", message, location }]);
}

async function readBytes(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (cause) {
    const isMissing = cause instanceof Error && "code" in cause && cause.code === "ENOENT";
    const why = isMissing ? "there is no such file" : `it cannot be read: ${String(cause)}`;
    const message = `${why}; genoscan baseline create writes one`;
    throw new ConfigError([{ code: "baseline-unreadable", message, location: { file } }], { cause });
  }
}
