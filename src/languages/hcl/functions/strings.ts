import { createHash } from "node:crypto";
import { compareText } from "../values/compare-text.ts";
import { concatenate, joinText } from "../values/concatenate.ts";
import { EvaluationError } from "../values/evaluation-error.ts";
import { BOOL, STRING } from "../values/hcl-value.ts";
import type { HclValue } from "../values/hcl-value.ts";
import { MAX_TEXT } from "../values/limits.ts";
import { bool, list, text, unknown } from "../values/make-value.ts";
import { unknownFrom } from "../values/unknown-from.ts";
import { argument, elementsOf, integerOf, textOf } from "./arguments.ts";
import type { FunctionDefinition } from "./function-definition.ts";
import { splitGraphemes } from "./graphemes.ts";
import { mapLetters, titleCase } from "./letters.ts";
import { replaceInUnknown } from "./replace-in-unknown.ts";
import { replacePattern } from "./regular-expression.ts";

/** Functions over strings, but for formats, patterns and encodings. */
export const STRING_FUNCTIONS: Readonly<Record<string, FunctionDefinition>> = {
  lower: onText((value) => text(mapLetters(value, (letter) => letter.toLowerCase()))),
  upper: onText((value) => text(mapLetters(value, (letter) => letter.toUpperCase()))),
  title: onText((value) => text(titleCase(value))),
  chomp: onText((value) => text(trimWhile(value, (letter) => letter === "\n" || letter === "\r", false))),
  strrev: onText((value) => text(splitGraphemes(value).toReversed().join(""))),
  trim: onTexts((value, letters) => trimLetters(value, letters)),
  trimspace: onText((value) => text(trimWhile(value, (letter) => /\p{White_Space}/u.test(letter)))),
  trimprefix: onTexts((value, prefix) => text(value.startsWith(prefix) ? value.slice(prefix.length) : value)),
  trimsuffix: onTexts((value, suffix) =>
    text(value.endsWith(suffix) ? value.slice(0, value.length - suffix.length) : value),
  ),
  startswith: { compute: startswith, takesUnknown: true, isTotal: true },
  endswith: onTexts((value, suffix) => bool(value.endsWith(suffix))),
  strcontains: onTexts((value, part) => bool(value.includes(part))),
  split: onTexts((separator, value) => split(separator, value)),
  join: { compute: join },
  sort: { compute: sort },
  indent: { compute: indent },
  replace: { compute: replace, takesUnknown: true },
  substr: { compute: substr },
  urlencode: onText((value) => text(escapeQuery(value))),
  uuidv5: { compute: uuidv5 },
};

function onText(compute: (value: string) => HclValue): FunctionDefinition {
  return { compute: (args) => compute(textOf(argument(args, 0))), isTotal: true };
}

function onTexts(compute: (first: string, second: string) => HclValue): FunctionDefinition {
  return { compute: (args) => compute(textOf(argument(args, 0)), textOf(argument(args, 1))), isTotal: true };
}

function trimLetters(value: string, letters: string): HclValue {
  const cut = new Set(letters);
  return text(trimWhile(value, (letter) => cut.has(letter)));
}

/** Without the characters at the ends that fit; without those at the end only, when `atStart` is false. */
function trimWhile(value: string, fits: (letter: string) => boolean, atStart = true): string {
  const letters = Array.from(value);
  let end = letters.length;
  while (end > 0 && fits(letters[end - 1] ?? "")) end -= 1;
  let start = 0;
  while (atStart && start < end && fits(letters[start] ?? "")) start += 1;
  return letters.slice(start, end).join("");
}

function startswith(args: readonly HclValue[]): HclValue {
  const [value, prefix] = [argument(args, 0), argument(args, 1)];
  if (prefix.data === "") return bool(true);
  if (value.isKnown && prefix.isKnown) return bool(textOf(value).startsWith(textOf(prefix)));
  const known = value.unknown?.text?.[0];
  if (prefix.isKnown && typeof known === "string") {
    const wanted = textOf(prefix);
    if (known.startsWith(wanted)) return bool(true);
    // the rest of a prefix that begins alike is in the part that is not known
    if (!wanted.startsWith(known)) return bool(false);
  }
  return unknownFrom(BOOL, args, { notNull: true, mayFail: false });
}

function split(separator: string, value: string): HclValue {
  const parts = separator === "" ? Array.from(value) : value.split(separator);
  return list(STRING, parts.map(text));
}

function join(args: readonly HclValue[]): HclValue {
  const [separator, ...lists] = args;
  if (separator === undefined || lists.length === 0) {
    throw new EvaluationError("at least one list is required");
  }
  const elements = lists.flatMap((held) => elementsOf(held));
  if (elements.some((element) => element.isNull)) {
    throw new EvaluationError("an element is null; cannot concatenate null values");
  }
  if (elements.every((element) => element.isKnown)) return joinText(elements.map(textOf), textOf(separator));
  return concatenate(
    elements.flatMap((element, position) => (position === 0 ? [element] : [separator, element])),
  );
}

function sort(args: readonly HclValue[]): HclValue {
  const whole = argument(args, 0);
  const elements = elementsOf(whole);
  if (!whole.isWhollyKnown && elements.length > 1) {
    // their number is known, and which of them stands where is not
    const one = unknownFrom(STRING, args, { notNull: true });
    return list(
      STRING,
      elements.map(() => one),
    );
  }
  if (elements.some((element) => element.isNull)) throw new EvaluationError("a null string cannot be sorted");
  if (elements.length < 2) return whole;
  const sorted = elements.toSorted((left, right) => compareText(textOf(left), textOf(right)));
  return list(STRING, sorted);
}

function indent(args: readonly HclValue[]): HclValue {
  const [spaces, value] = [integerOf(argument(args, 0)), textOf(argument(args, 1))];
  if (spaces < 0) throw new EvaluationError("the number of spaces must not be negative");
  if (spaces > MAX_TEXT) return unknown(STRING, "an indentation of that many spaces is not computed");
  return joinText(value.split("\n"), `\n${" ".repeat(spaces)}`);
}

function replace(args: readonly HclValue[]): HclValue {
  if (args.some(({ isKnown }) => !isKnown)) {
    const placeholder = argument(args, 1).data;
    const changed =
      typeof placeholder === "string"
        ? replaceInUnknown(argument(args, 0), placeholder, argument(args, 2))
        : undefined;
    return changed ?? unknownFrom(STRING, args, { notNull: true });
  }
  const [value, wanted, by] = [
    textOf(argument(args, 0)),
    textOf(argument(args, 1)),
    textOf(argument(args, 2)),
  ];
  if (wanted.length > 1 && wanted.startsWith("/") && wanted.endsWith("/")) {
    return joinText(replacePattern(value, wanted.slice(1, -1), by));
  }
  if (wanted === "") return joinText(["", ...Array.from(value), ""], by);
  return joinText(value.split(wanted), by);
}

function substr(args: readonly HclValue[]): HclValue {
  const letters = splitGraphemes(textOf(argument(args, 0)));
  let offset = integerOf(argument(args, 1));
  const length = integerOf(argument(args, 2));
  if (offset < 0) offset += letters.length;
  else if (length === 0) return text("");
  const start = Math.max(0, offset);
  // a length of nothing from the end takes the rest, as Terraform does
  if (length <= 0) return text(letters.slice(start).join(""));
  return text(letters.slice(start, start + length).join(""));
}

/** As in the query of a URL: a blank is a plus. */
function escapeQuery(value: string): string {
  const escaped = encodeURIComponent(value);
  return escaped
    .replaceAll("%20", "+")
    .replaceAll(/[!'()*]/gu, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
}

const NAMESPACES: Readonly<Record<string, string>> = {
  dns: "6ba7b810-9dad-11d1-80b4-00c04fd430c8",
  url: "6ba7b811-9dad-11d1-80b4-00c04fd430c8",
  oid: "6ba7b812-9dad-11d1-80b4-00c04fd430c8",
  x500: "6ba7b814-9dad-11d1-80b4-00c04fd430c8",
};

function uuidv5(args: readonly HclValue[]): HclValue {
  const [namespace, name] = [textOf(argument(args, 0)), textOf(argument(args, 1))];
  const id = Object.hasOwn(NAMESPACES, namespace) ? (NAMESPACES[namespace] ?? "") : namespace;
  const [, hex] = /^(?:urn:uuid:|\{)?([\da-fA-F]{8}(?:-[\da-fA-F]{4}){3}-[\da-fA-F]{12})\}?$/u.exec(id) ?? [];
  const bare = hex?.replaceAll("-", "") ?? (/^[\da-fA-F]{32}$/u.test(id) ? id : undefined);
  if (bare === undefined) {
    throw new EvaluationError(`uuidv5() doesn't support namespace ${JSON.stringify(namespace)}`);
  }
  const digest = createHash("sha1")
    .update(Buffer.from(bare, "hex"))
    .update(name, "utf8")
    .digest()
    .subarray(0, 16);
  digest.writeUInt8((digest.readUInt8(6) & 0x0f) | 0x50, 6);
  digest.writeUInt8((digest.readUInt8(8) & 0x3f) | 0x80, 8);
  const all = digest.toString("hex");
  return text(
    [all.slice(0, 8), all.slice(8, 12), all.slice(12, 16), all.slice(16, 20), all.slice(20)].join("-"),
  );
}
