import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import schema from "../../schemas/config.schema.json" with { type: "json" };
import { ConfigError } from "../model/errors.ts";
import type { ConfigErrorCode, Problem } from "../model/errors.ts";
import { buildConfig, findRoleProblems } from "./build-config.ts";
import type { ConfigDocument } from "./config-document.ts";
import type { Config } from "./config.ts";
import { findConfig } from "./find-config.ts";

const CODES = {
  syntax: "config-syntax",
  "unknown-key": "config-invalid",
  invalid: "config-invalid",
} as const;

/**
 * The configuration of a scan: the file named by the user, else genoscan.yaml beside the first input or in the working
 * directory, else the defaults. Throws a ConfigError with all that is wrong with the file.
 */
export async function loadConfig(named: string | undefined, firstInput: string | undefined): Promise<Config> {
  const path = named ?? findConfig(firstInput);
  return path === undefined ? buildConfig({}) : readConfig(path, await readBytes(path));
}

async function readConfig(path: string, bytes: Uint8Array): Promise<Config> {
  const text = Buffer.from(bytes)
    .toString("utf8")
    .replace(/^\uFEFF/, "");
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  // yaml and ajv are loaded for this file alone
  const { checkDocument } = await import("../documents/check-document.ts");
  const { value, locate, locateKey, problems } = checkDocument(path, text, schema, {
    nameKeys: (parent) => `a key of ${parent === "" ? "genoscan.yaml" : parent}`,
  });
  // a file with nothing but comments says nothing, which is allowed
  const isEmpty = value === null && problems.every(({ kind }) => kind !== "syntax");
  if (isEmpty) return buildConfig({}, { path, sha256, locate });
  const found = problems.map(({ kind, message, location }): Problem<ConfigErrorCode> => ({
    code: CODES[kind],
    message,
    location,
  }));
  if (found.length > 0) throw new ConfigError(found);
  // the schema has just vouched for the shape
  const document = value as ConfigDocument;
  const roleProblems = findRoleProblems(document, locateKey);
  if (roleProblems.length > 0) throw new ConfigError(roleProblems);
  return buildConfig(document, { path, sha256, locate });
}

async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (cause) {
    const why =
      cause instanceof Error && "code" in cause && cause.code === "ENOENT"
        ? "there is no such file"
        : String(cause);
    throw new ConfigError(
      [{ code: "config-unreadable", message: `${why}; genoscan init writes one`, location: { file: path } }],
      { cause },
    );
  }
}
