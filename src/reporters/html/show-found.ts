import type { ResultEvidence } from "../../model/result-document.ts";
import type { FoundKind } from "./report-data.ts";

/** More of one value nobody reads in a table; the result as JSON has the whole. */
const LONGEST = 1200;

export interface Found {
  readonly kind: FoundKind;
  readonly text: string | undefined;
}

/** What a property is, apart from what was expected of it. */
export function showFound({ absent, value }: ResultEvidence): Found {
  if (absent === true) return { kind: "absent", text: undefined };
  if (value === undefined) return { kind: "hidden", text: undefined };
  const unknown = memberOf(value, "$unknown");
  if (unknown !== undefined) return { kind: "unknown", text: unknown };
  const reference = memberOf(value, "$reference");
  if (reference !== undefined) return { kind: "reference", text: reference };
  return { kind: "value", text: showJson(value) };
}

/** JSON in one line, with spaces at which it may be broken; what is inside of it and not known or another resource, in words. */
export function showJson(value: unknown): string {
  const text = showPart(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

function showPart(value: unknown): string {
  // what must not be shown is no text of the input and stands without quotes
  if (value === "(sensitive)") return value;
  if (Array.isArray(value)) return `[${value.map(showPart).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const reference = memberOf(value, "$reference");
  if (reference !== undefined) return `→ ${reference}`;
  const unknown = memberOf(value, "$unknown");
  if (unknown !== undefined) return `(not known: ${unknown})`;
  const members = Object.entries(value).map(([key, member]) => `${JSON.stringify(key)}: ${showPart(member)}`);
  return `{${members.join(", ")}}`;
}

function memberOf(value: unknown, name: string): string | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const member: unknown = Object.entries(value).find(([key]) => key === name)?.[1];
  return typeof member === "string" ? member : undefined;
}
