import type { ResultEvidence, ResultLocation } from "../model/result-document.ts";
import { escapeText } from "./escape-text.ts";

/** `versioning[0].enabled is false, expected true`, with the address when it is another resource's property. */
export function describeEvidence(
  evidence: ResultEvidence,
  address: string | undefined,
  longest: number,
): string {
  const { attribute, pointer, expected, note } = evidence;
  const property = nameProperty(pointer, attribute);
  const subject = evidence.address === address ? property : `${evidence.address}: ${property}`;
  const shortened = note === undefined ? "" : ` (${note})`;
  const isPlain = expected === "" || (evidence.absent === true && expected === "set");
  const wanted = isPlain ? "" : `, expected ${cut(expected, longest)}`;
  const isPlaced = attribute !== undefined && pointer.startsWith("/Facts/");
  const item = evidence.item === undefined || isPlaced ? "" : `, in ${cut(showJson(evidence.item), longest)}`;
  return escapeText(`${subject} ${describeState(evidence, longest)}${shortened}${wanted}${item}`);
}

/** A fact by where it was written and by what it says of that: `AssumeRolePolicyDocument.Statement[0]: Bounds`. */
function nameProperty(pointer: string, attribute: string | undefined): string {
  if (attribute === undefined) return pointer === "" ? "the resource" : pointer;
  const [, facts, , ...below] = pointer.split("/");
  const fields = facts === "Facts" ? below.filter((token) => !/^\d+$/.test(token)) : [];
  return fields.length === 0 ? attribute : `${attribute}: ${fields.join(".")}`;
}

function describeState({ absent, value }: ResultEvidence, longest: number): string {
  if (absent === true) return "is not set";
  if (isUnknown(value)) return `is not known (${value.$unknown})`;
  if (isReference(value)) return `refers to ${value.$reference}`;
  return `is ${cut(value === undefined ? "not shown" : showJson(value), longest)}`;
}

/** What must not be shown is no text of the input and stands without quotes. */
function showJson(value: unknown): string {
  return value === "(sensitive)" ? value : JSON.stringify(value);
}

function isUnknown(value: unknown): value is { readonly $unknown: string } {
  return (
    typeof value === "object" && value !== null && "$unknown" in value && typeof value.$unknown === "string"
  );
}

function isReference(value: unknown): value is { readonly $reference: string } {
  return (
    typeof value === "object" &&
    value !== null &&
    "$reference" in value &&
    typeof value.$reference === "string"
  );
}

function cut(text: string, longest: number): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

/** `main.tf:12:3` */
export function describeLocation(location: ResultLocation): string {
  const { file, line, column } = location;
  const place = line === undefined ? "" : `:${line}${column === undefined ? "" : `:${column}`}`;
  return escapeText(`${file}${place}`);
}
