import { MAX_ITEMS, MAX_TEXT } from "../limits.ts";
import { ArmError } from "../values/arm-error.ts";
import { ArmObject, Open, OpenText, WORD, isArray, isKnown } from "../values/arm-value.ts";
import type { ArmValue } from "../values/arm-value.ts";
import { toJson } from "../values/json.ts";
import { openFrom } from "../values/open-call.ts";
import { printCall } from "../values/print.ts";
import { isWord, joinText, mapPieces, textOf } from "../values/text.ts";
import { loose, strict } from "./built-in.ts";
import type { BuiltIn, Known } from "./built-in.ts";
import { takeArray, takeInteger, takeText, takeTextOrNull } from "./take-argument.ts";

const TEXT = { isPresent: true, isText: true };

/** https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-string */
export const STRINGS: readonly BuiltIn[] = [
  letterCase("toLower", (text) => text.toLowerCase()),
  letterCase("toUpper", (text) => text.toUpperCase()),
  strict("trim", [1], ([text]) => takeTextOrNull(text, "trim").trim(), TEXT),
  strict("padLeft", [2, 3], padLeft, TEXT),
  strict("replace", [3], replace, TEXT),
  loose("split", [2], split),
  loose("join", [2], ([items, delimiter]) => {
    if (!isArray(items ?? null) || typeof delimiter !== "string") {
      if (items instanceof Open || delimiter instanceof Open) return undefined;
      throw new ArmError("join takes an array and a string");
    }
    return joinText(
      takeArray(items, "join").flatMap((item, index) => (index === 0 ? [item] : [delimiter, item])),
    );
  }),
  loose(
    "substring",
    [2, 3],
    (values) => {
      const [text = null, start = null, count = null] = values;
      if (values.every(isKnown)) return substring(values as readonly Known[]);
      // a part of a word is one, if there is anything in it
      const isPart = isWord(text) && isKnown(start) && typeof count === "number" && count > 0;
      return isPart ? openFrom(values, printCall("substring", values), WORD) : undefined;
    },
    TEXT,
  ),
  loose("startsWith", [2], ([text = null, start = null]) => edge("startsWith", text, start)),
  strict("like", [2], ([text, pattern]) => isLike(takeText(text, "like"), takeText(pattern, "like"))),
  loose("endsWith", [2], ([text = null, end = null]) => edge("endsWith", text, end)),
  loose(
    "string",
    [1],
    ([value = null]) => {
      if (value instanceof OpenText) return value;
      return isKnown(value) ? toText(value) : undefined;
    },
    TEXT,
  ),
];

function letterCase(name: string, change: (text: string) => string): BuiltIn {
  return loose(
    name,
    [1],
    ([value = null]) => {
      if (value instanceof OpenText) return mapPieces(value, name, change);
      const { oneOf } = value instanceof Open ? value.traits : {};
      if (oneOf !== undefined) return openFrom([value], printCall(name, [value]), { ...TEXT, oneOf });
      if (isWord(value)) return openFrom([value], printCall(name, [value]), WORD);
      return value instanceof Open ? undefined : change(takeTextOrNull(value, name));
    },
    TEXT,
  );
}

function toText(value: ArmValue): string {
  return isArray(value) || value instanceof ArmObject ? toJson(value) : textOf(value);
}

const MOST_PADDED = 16;

function padLeft([value = null, width, character = " "]: readonly Known[]): ArmValue {
  const text = typeof value === "number" ? String(value) : takeTextOrNull(value, "padLeft");
  const length = takeInteger(width, "padLeft");
  const fill = takeText(character, "padLeft");
  if (length < 1 || length > MOST_PADDED || fill.length !== 1) {
    throw new ArmError("padLeft pads to at most 16 characters, with one character");
  }
  return text.padStart(length, fill);
}

function replace([text = null, old, by]: readonly Known[]): ArmValue {
  const pattern = takeText(old, "replace");
  if (pattern === "") throw new ArmError("replace takes no empty text to replace");
  const parts = takeTextOrNull(text, "replace").split(pattern);
  const put = takeTextOrNull(by, "replace");
  if (parts.length * put.length > MAX_TEXT) throw new ArmError("the text is longer than genoscan evaluates");
  return parts.join(put);
}

/** A delimiter may be several. A text with gaps that are words is cut at slashes alone. */
function split([text = null, delimiter = null]: readonly (Known | Open)[]): ArmValue | undefined {
  if (!isKnown(delimiter)) return undefined;
  if (text instanceof OpenText) {
    const isWords = text.pieces.every((piece) => typeof piece === "string" || piece.traits.isWord === true);
    if (delimiter !== "/") return undefined;
    if (isWords) return cutAtSlashes(text);
    return openFrom([text], printCall("split", [text, delimiter]), { cut: text });
  }
  if (text instanceof Open) return undefined;
  if (text === null) return [];
  const delimiters = (isArray(delimiter) ? delimiter : [delimiter]).map((one) => takeText(one, "split"));
  let parts = [takeText(text, "split")];
  for (const one of delimiters) {
    if (one !== "") parts = parts.flatMap((part) => part.split(one));
    if (parts.length > MAX_ITEMS) throw new ArmError("split makes more parts than genoscan evaluates");
  }
  return parts;
}

function cutAtSlashes({ pieces }: OpenText): readonly ArmValue[] {
  const parts: (string | Open)[][] = [[]];
  for (const piece of pieces) {
    if (typeof piece !== "string") {
      parts.at(-1)?.push(piece);
      continue;
    }
    for (const [index, part] of piece.split("/").entries()) {
      if (index > 0) parts.push([]);
      if (part !== "") parts.at(-1)?.push(part);
    }
  }
  return parts.map((part) => {
    const [only] = part;
    return part.length === 1 && only !== undefined ? only : joinText(part);
  });
}

function substring([value = null, start, count]: readonly Known[]): ArmValue {
  const text = takeTextOrNull(value, "substring");
  const from = takeInteger(start, "substring");
  const length = count === undefined ? text.length - from : takeInteger(count, "substring");
  if (from < 0 || length < 0 || from + length > text.length) {
    throw new ArmError(`substring leaves the text, which has ${String(text.length)} characters`);
  }
  return text.slice(from, from + length);
}

/** `*` is any text, and no other character means more than itself; case is none. */
function isLike(text: string, pattern: string): boolean {
  const [start = "", ...parts] = pattern.toLowerCase().split("*");
  const end = parts.pop();
  const lower = text.toLowerCase();
  if (end === undefined) return lower === start;
  if (!lower.startsWith(start)) return false;
  let at = start.length;
  for (const part of parts) {
    const found = lower.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return lower.length - end.length >= at && lower.endsWith(end);
}

/** Without regard to case, as ARM compares here. */
function edge(name: "startsWith" | "endsWith", value: ArmValue, part: ArmValue): boolean | undefined {
  if (part instanceof Open) return undefined;
  const wanted = takeTextOrNull(part, name).toLowerCase();
  if (wanted === "") return true;
  if (value instanceof OpenText) {
    const outer = value.pieces.at(name === "startsWith" ? 0 : -1);
    if (typeof outer !== "string") return undefined;
    const known = outer.toLowerCase();
    if (known.length >= wanted.length) return known[name](wanted);
    const start = name === "startsWith" ? wanted.slice(0, known.length) : wanted.slice(-known.length);
    return start === known ? undefined : false;
  }
  if (value instanceof Open) return undefined;
  return takeTextOrNull(value, name).toLowerCase()[name](wanted);
}
