import { readFile } from "node:fs/promises";
import schema from "../../schemas/result.schema.json" with { type: "json" };
import { compileSchema } from "../documents/compile-schema.ts";
import { describeComplaint } from "../documents/describe-complaint.ts";
import { findComplaints } from "../documents/find-complaints.ts";
import type { Complaint } from "../documents/find-complaints.ts";
import { ConfigError } from "../model/errors.ts";
import type { ResultDocument } from "../model/result-document.ts";
import { decodeText, isZip } from "../sources/decode-text.ts";
import { parseJsonText } from "../sources/parse-json-text.ts";

const SCHEMA_VERSION = "1";
const MOST_COMPLAINTS = 5;
const HINT = "genoscan INPUT -f json=result.json writes one";

/**
 * Reads the JSON report of a scan; `-` is standard input. Throws a ConfigError that says what the file is instead, or
 * all that is wrong with it.
 */
export async function loadResult(path: string, stdin: () => Promise<Uint8Array>): Promise<ResultDocument> {
  const file = path === "-" ? "standard input" : path;
  const bytes = path === "-" ? await stdin() : await readBytes(path);
  if (bytes.length === 0) throw wrong(file, `the file is empty; ${HINT}`);
  if (isZip(bytes)) throw wrong(file, `this is no result but a binary file; ${HINT}`);
  const parsed = parseJsonText(decodeText(bytes));
  if (!parsed.ok) {
    const { line, column, message } = await parsed.problem();
    throw wrong(file, `the file is no JSON from here on: ${message}; ${HINT}`, { line, column });
  }
  const { json } = parsed;
  const version = memberOf(json, "schemaVersion");
  const isResult = Array.isArray(memberOf(json, "verdicts")) && version !== undefined;
  if (!isResult) throw wrong(file, `${nameKind(json)}, and no result of a scan; ${HINT}`);
  if (version !== SCHEMA_VERSION) {
    const message = `the result has schema version ${JSON.stringify(version)}, and this genoscan reads version "${SCHEMA_VERSION}"; render it with the genoscan that wrote it, or scan again`;
    throw wrong(file, message);
  }
  const complaints = findComplaints(compileSchema(schema), json);
  if (complaints.length > 0) throw new ConfigError(complaints.slice(0, MOST_COMPLAINTS).map(problemOf(file)));
  // the schema has just vouched for the shape
  return json as ResultDocument;
}

function problemOf(file: string) {
  return (complaint: Complaint) => {
    const message = describeComplaint(
      complaint,
      (path) => `a key of ${path === "" ? "a result" : path}`,
      undefined,
    );
    const place = complaint.pointer === "" ? "" : `at ${complaint.pointer}: `;
    return { code: "result-invalid" as const, message: `${place}${message}`, location: { file } };
  };
}

/** What people give by mistake. */
function nameKind(json: unknown): string {
  if (Array.isArray(memberOf(json, "runs"))) return "this is a SARIF report";
  if (memberOf(json, "assessment-results") !== undefined) return "this is an OSCAL report";
  if (memberOf(json, "resource_changes") !== undefined) return "this is a Terraform plan";
  if (memberOf(json, "terraform_version") !== undefined) return "this is a Terraform state";
  if (memberOf(json, "Resources") !== undefined) return "this is a CloudFormation template";
  if (memberOf(json, "rulesetDigest") !== undefined || Array.isArray(memberOf(json, "findings"))) {
    return "this is a baseline";
  }
  return "this is JSON";
}

function memberOf(json: unknown, name: string): unknown {
  return typeof json === "object" && json !== null && Object.hasOwn(json, name)
    ? (json as Readonly<Record<string, unknown>>)[name]
    : undefined;
}

async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
    if (code === "ENOENT") throw wrong(path, `there is no such file; ${HINT}`, {}, cause);
    if (code === "EISDIR") {
      throw wrong(path, `this is a folder; genoscan ${path} scans it, and report reads a result`, {}, cause);
    }
    throw wrong(path, `it cannot be read: ${String(cause)}`, {}, cause);
  }
}

function wrong(
  file: string,
  message: string,
  place: { readonly line?: number; readonly column?: number } = {},
  cause?: unknown,
): ConfigError {
  return new ConfigError([{ code: "result-invalid", message, location: { file, ...place } }], { cause });
}
