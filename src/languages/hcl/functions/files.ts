import { createHash } from "node:crypto";
import { EvaluationError } from "../values/evaluation-error.ts";
import { ANY, BOOL, STRING } from "../values/hcl-value.ts";
import type { HclValue, Type } from "../values/hcl-value.ts";
import { bool, set, text, unknown } from "../values/make-value.ts";
import { setOf } from "../values/type.ts";
import { argument, entriesOf, textOf } from "./arguments.ts";
import { decodeUtf8 } from "./decode-utf8.ts";
import { findFiles } from "./find-files.ts";
import type { FunctionContext, FunctionDefinition, NoFile } from "./function-definition.ts";

/** Functions that read files, and those that render templates. */
export const FILE_FUNCTIONS: Readonly<Record<string, FunctionDefinition>> = {
  file: ofFile((bytes, path) => text(readText(bytes, path))),
  filebase64: ofFile((bytes) => text(Buffer.from(bytes).toString("base64"))),
  filemd5: hashOfFile("md5", "hex"),
  filesha1: hashOfFile("sha1", "hex"),
  filesha256: hashOfFile("sha256", "hex"),
  filesha512: hashOfFile("sha512", "hex"),
  filebase64sha256: hashOfFile("sha256", "base64"),
  filebase64sha512: hashOfFile("sha512", "base64"),
  fileexists: { compute: fileexists },
  fileset: { compute: fileset },
  templatefile: { compute: templatefile },
  templatestring: { compute: templatestring },
};

function ofFile(compute: (bytes: Uint8Array, path: string) => HclValue): FunctionDefinition {
  return {
    compute: (args, { files }) => {
      const path = textOf(argument(args, 0));
      const answer = files.read(path);
      return answer instanceof Uint8Array ? compute(answer, path) : withoutFile(answer, STRING);
    },
  };
}

function hashOfFile(algorithm: string, encoding: "hex" | "base64"): FunctionDefinition {
  return ofFile((bytes) => text(createHash(algorithm).update(bytes).digest(encoding)));
}

function readText(bytes: Uint8Array, path: string): string {
  const content = decodeUtf8(bytes);
  if (content === undefined) throw new EvaluationError(`contents of ${path} are not valid UTF-8`);
  return content;
}

function withoutFile({ kind, reason }: NoFile, type: Type): HclValue {
  if (kind !== "withheld") throw new EvaluationError(reason);
  return unknown(type, reason, [], { notNull: true, mayFail: true, mayBeWritten: true });
}

function fileexists(args: readonly HclValue[], { files }: FunctionContext): HclValue {
  const answer = files.read(textOf(argument(args, 0)));
  if (answer instanceof Uint8Array) return bool(true);
  return answer.kind === "missing" ? bool(false) : withoutFile(answer, BOOL);
}

function fileset(args: readonly HclValue[], { files }: FunctionContext): HclValue {
  const found = findFiles(files, textOf(argument(args, 0)), textOf(argument(args, 1)));
  return "kind" in found ? withoutFile(found, setOf(STRING)) : set(STRING, found.map(text));
}

function templatefile(args: readonly HclValue[], { files, renderTemplate }: FunctionContext): HclValue {
  const name = textOf(argument(args, 0));
  const variables = variablesOf(argument(args, 1));
  const answer = files.read(name);
  if (!(answer instanceof Uint8Array)) return withoutFile(answer, ANY);
  return renderTemplate({ source: readText(answer, name), name, variables, mayReadFiles: true });
}

function templatestring(args: readonly HclValue[], { renderTemplate }: FunctionContext): HclValue {
  const source = textOf(argument(args, 0));
  const variables = variablesOf(argument(args, 1));
  return renderTemplate({ source, name: "<templatestring argument>", variables, mayReadFiles: false });
}

function variablesOf(value: HclValue): ReadonlyMap<string, HclValue> {
  if (value.type.kind !== "map" && value.type.kind !== "object") {
    throw new EvaluationError("invalid vars value: must be a map");
  }
  return entriesOf(value);
}
