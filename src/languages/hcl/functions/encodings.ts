import { createHash } from "node:crypto";
import { EvaluationError } from "../values/evaluation-error.ts";
import { STRING } from "../values/hcl-value.ts";
import type { HclValue } from "../values/hcl-value.ts";
import { text, unknown } from "../values/make-value.ts";
import { argument, textOf } from "./arguments.ts";
import { findCharacterEncoding } from "./character-encoding.ts";
import { decodeUtf8 } from "./decode-utf8.ts";
import type { FunctionDefinition } from "./function-definition.ts";

/** Functions that turn text into other text byte by byte: hashes and Base64. */
export const ENCODING_FUNCTIONS: Readonly<Record<string, FunctionDefinition>> = {
  md5: hash("md5", "hex"),
  sha1: hash("sha1", "hex"),
  sha256: hash("sha256", "hex"),
  sha512: hash("sha512", "hex"),
  base64sha256: hash("sha256", "base64"),
  base64sha512: hash("sha512", "base64"),
  base64encode: onText((value) => text(Buffer.from(value, "utf8").toString("base64")), true),
  base64decode: onText(base64decode),
  textencodebase64: { compute: textencodebase64 },
  textdecodebase64: { compute: textdecodebase64 },
};

function onText(compute: (value: string) => HclValue, isTotal = false): FunctionDefinition {
  return { compute: (args) => compute(textOf(argument(args, 0))), isTotal };
}

function hash(algorithm: string, encoding: "hex" | "base64"): FunctionDefinition {
  return onText((value) => text(createHash(algorithm).update(value, "utf8").digest(encoding)), true);
}

function base64decode(source: string): HclValue {
  const decoded = decodeUtf8(decodeBase64(source));
  if (decoded === undefined) {
    throw new EvaluationError("the result of decoding the provided string is not valid UTF-8");
  }
  return text(decoded);
}

/** The bytes of standard Base64 with its padding; line breaks in it do not count. */
function decodeBase64(source: string): Uint8Array {
  const encoded = source.replaceAll(/[\r\n]/gu, "");
  if (encoded.length % 4 !== 0 || !/^[A-Za-z\d+/]*={0,2}$/u.test(encoded)) {
    throw new EvaluationError("failed to decode base64 data");
  }
  return Buffer.from(encoded, "base64");
}

function textencodebase64(args: readonly HclValue[]): HclValue {
  const [source, name] = [textOf(argument(args, 0)), textOf(argument(args, 1))];
  const encoding = findCharacterEncoding(name);
  if (encoding === undefined) return notComputed(name);
  const bytes = encoding.encode(source);
  if (bytes === undefined) {
    throw new EvaluationError(`the given string contains characters that cannot be represented in ${name}`);
  }
  return text(Buffer.from(bytes).toString("base64"));
}

function textdecodebase64(args: readonly HclValue[]): HclValue {
  const name = textOf(argument(args, 1));
  const encoding = findCharacterEncoding(name);
  if (encoding === undefined) return notComputed(name);
  const decoded = encoding.decode(decodeBase64(textOf(argument(args, 0))));
  if (decoded === undefined) {
    throw new EvaluationError(`the given string contains symbols that are not defined for ${name}`);
  }
  return text(decoded);
}

function notComputed(name: string): HclValue {
  return unknown(STRING, `the encoding ${name} is not computed`, [], { notNull: true, mayFail: true });
}
