import { readFileSync } from "node:fs";
import schema from "../../schemas/config.schema.json" with { type: "json" };
import { digestWhenAsked } from "../model/digest-when-asked.ts";
import { ConfigError } from "../model/errors.ts";
import type { ConfigErrorCode, Problem } from "../model/errors.ts";
import type { Location } from "../model/location.ts";
import { buildConfig, findRoleProblems } from "./build-config.ts";
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
  return path === undefined ? buildConfig({}) : readConfig(path, readBytes(path));
}

async function readConfig(path: string, bytes: Uint8Array): Promise<Config> {
  const text = Buffer.from(bytes)
    .toString("utf8")
    .replace(/^\uFEFF/, "");
  // yaml and the check are loaded for this file alone
  const { parseDocument } = await import("../documents/parse-document.ts");
  const { isConfigDocument } = await import("./is-config-document.generated.js");
  const document = parseDocument(path, text);
  const { value, syntaxErrors } = document;
  const locate = (pointer: string): Location => document.locate(pointer);
  const file = { path, digest: digestWhenAsked(bytes), locate };
  // a file with nothing but comments says nothing, which is allowed
  if (value === null && syntaxErrors.length === 0) return buildConfig({}, file);
  if (syntaxErrors.length > 0 || !isConfigDocument(value)) throw new ConfigError(await explain(path, text));
  const roleProblems = findRoleProblems(value, (pointer) => document.locateKey(pointer));
  if (roleProblems.length > 0) throw new ConfigError(roleProblems);
  return buildConfig(value, file);
}

/** What is wrong with a file that is refused, in words: for them ajv is loaded and compiles the schema. */
async function explain(path: string, text: string): Promise<readonly Problem<ConfigErrorCode>[]> {
  const { checkDocument } = await import("../documents/check-document.ts");
  const { problems } = checkDocument(path, text, schema, {
    nameKeys: (parent) => `a key of ${parent === "" ? "genoscan.yaml" : parent}`,
  });
  return problems.map(({ kind, message, location }) => ({ code: CODES[kind], message, location }));
}

/** Not by promises: Node loads them as long as it takes to read the file a hundred times. */
function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path);
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
