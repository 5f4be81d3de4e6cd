// yaml and ajv cost 30 ms each at a start: this file is reached by dynamic import only

import type { Location } from "../model/location.ts";
import { compileSchema } from "./compile-schema.ts";
import type { JsonSchema } from "./compile-schema.ts";
import { describeComplaint } from "./describe-complaint.ts";
import { findComplaints } from "./find-complaints.ts";
import { parseDocument } from "./parse-document.ts";
import type { ParsedDocument } from "./parse-document.ts";

/** One thing wrong with a file that a person wrote. */
export interface DocumentProblem {
  readonly kind: "syntax" | "unknown-key" | "invalid";
  /** JSON Pointer of the value, or of the key for an unknown key. */
  readonly pointer: string;
  readonly message: string;
  readonly location: Location;
}

export interface CheckedDocument extends Pick<ParsedDocument, "value" | "locate" | "locateKey"> {
  /** Empty when the value is what the schema says. */
  readonly problems: readonly DocumentProblem[];
}

export interface CheckOptions {
  /** How a message names the keys of an object, given its path (`waivers[0]`, empty for the whole file). */
  readonly nameKeys?: (path: string) => string;
}

/**
 * Reads a YAML or JSON file and checks it against one of our published schemas: all problems of the file at once, in
 * words, with line and column. Never throws.
 */
export function checkDocument(
  path: string,
  text: string,
  schema: JsonSchema,
  options: CheckOptions = {},
): CheckedDocument {
  const document = parseDocument(path, text);
  const { value, locate, locateKey } = document;
  const syntaxProblems = document.syntaxErrors.map((error): DocumentProblem => ({
    kind: "syntax",
    pointer: "",
    message: error.message,
    location: error.location,
  }));
  if (syntaxProblems.length > 0) return { value, locate, locateKey, problems: syntaxProblems };

  const nameKeys =
    options.nameKeys ?? ((parent) => (parent === "" ? "a key of this file" : `a key of ${parent}`));
  const problems = findComplaints(compileSchema(schema), value).map((complaint): DocumentProblem => {
    const isKey = complaint.kind === "unknown-key";
    return {
      kind: isKey ? "unknown-key" : "invalid",
      pointer: complaint.pointer,
      message: describeComplaint(complaint, nameKeys, document.written(complaint.pointer)),
      location: isKey ? locateKey(complaint.pointer) : locate(complaint.pointer),
    };
  });
  return { value, locate, locateKey, problems: inOrder(problems) };
}

function inOrder(problems: readonly DocumentProblem[]): readonly DocumentProblem[] {
  const rank = ({ location }: DocumentProblem) => (location.line ?? 0) * 100_000 + (location.column ?? 0);
  return problems.toSorted((left, right) => rank(left) - rank(right));
}
