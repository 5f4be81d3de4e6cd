import { Buffer } from "node:buffer";
import {
  Sensitive,
  Unknown,
  UnknownBase64,
  UnknownDocument,
  UnknownText,
  isFullyKnown,
  isSensitive,
  plain,
  referencesOf,
} from "../../../model/value.ts";
import type { Value } from "../../../model/value.ts";
import type { Evaluate } from "../evaluation.ts";
import { textOf } from "../join-text.ts";

/** `Fn::Base64: text` */
export const base64: Evaluate = (stack, argument) => {
  const value = stack.present(argument, "what Fn::Base64 takes");
  const text = textOf(value);
  if (text === undefined) return encodedPieces(value);
  if (!stack.meter.text(text.length)) return new Unknown("the text is longer than genoscan evaluates");
  const encoded = Buffer.from(text, "utf8").toString("base64");
  return isSensitive(value) ? new Sensitive(encoded) : encoded;
};

/** What is known of a text is known of it in Base64, too. */
function encodedPieces(value: Value): Value {
  const known = plain(value);
  const encoded = known instanceof UnknownText ? new UnknownBase64(known) : unknownFrom(value);
  return isSensitive(value) ? new Sensitive(encoded) : encoded;
}

/** `Fn::ToJsonString: object or list` */
export const toJsonString: Evaluate = (stack, argument) => {
  const value = stack.present(argument, "what Fn::ToJsonString takes");
  if (!isFullyKnown(value)) return new UnknownDocument(reasonOf(value), [], value);
  const text = JSON.stringify(bare(value));
  return stack.meter.text(text.length) ? text : new Unknown("the text is longer than genoscan evaluates");
};

/** The data without its wrappers. */
function bare(value: Value): unknown {
  const known = plain(value);
  if (known === null || typeof known !== "object") return known;
  if (Array.isArray(known)) return known.map((item: Value) => bare(item));
  return Object.fromEntries(Object.entries(known).map(([key, part]) => [key, bare(part as Value)]));
}

function reasonOf(value: Value): string {
  const known = plain(value);
  if (known instanceof Unknown) return known.reason;
  if (typeof known !== "object" || known === null) return "";
  for (const part of Object.values(known)) {
    const reason = reasonOf(part);
    if (reason !== "") return reason;
  }
  return "";
}

function unknownFrom(value: Value): Unknown {
  const known = plain(value);
  return new Unknown(known instanceof Unknown ? known.reason : "no text", referencesOf(value));
}
