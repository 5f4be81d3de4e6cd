import { didYouMean } from "../model/did-you-mean.ts";
import { parsePointer } from "../model/pointer.ts";
import { requiredOf } from "./choose-branch.ts";
import { isSchema } from "./compile-schema.ts";
import type { JsonSchema } from "./compile-schema.ts";
import { describeKeyword } from "./describe-keyword.ts";
import type { Complaint } from "./find-complaints.ts";
import { describeType, describeValue, listWords } from "./words.ts";

/** One complaint in words: what is wrong, and what to do. `written` is a scalar as it stands in the file. */
export function describeComplaint(
  complaint: Complaint,
  nameKeys: (path: string) => string,
  written: string | undefined,
): string {
  const { pointer } = complaint;
  switch (complaint.kind) {
    case "unknown-key":
      return describeUnknownKey(complaint.key, complaint.known, nameKeys(pathOf(parentOf(pointer))));
    case "missing-key":
      return `${placeOf(pointer)} needs "${complaint.key}"${meaningOf(complaint.schema, complaint.key)}`;
    case "no-branch": {
      const forms = [...new Set(complaint.branches.map(describeForm))];
      return `${placeOf(pointer)} must be ${listWords(forms, "or")}, not ${describeValue(complaint.value)}`;
    }
    case "keyword":
      return describeKeyword(complaint.error, placeOf(pointer), written);
  }
}

function describeUnknownKey(key: string, known: readonly string[], noun: string): string {
  const suggestion = didYouMean(key, known);
  if (suggestion !== "" || known.length === 0) return `"${key}" is not ${noun}${suggestion}`;
  return `"${key}" is not ${noun}; known are ${known.join(", ")}`;
}

/** A form that an alternative admits: `all`, text, a list, an object with the keys that it needs. */
function describeForm(branch: JsonSchema): string {
  if ("const" in branch) return JSON.stringify(branch["const"]);
  if (Array.isArray(branch["enum"])) return branch["enum"].map((value) => JSON.stringify(value)).join(", ");
  const keys = requiredOf(branch).map((key) => `"${key}"`);
  return keys.length > 0 ? `an object with ${listWords(keys, "and")}` : describeType(branch["type"]);
}

function meaningOf(schema: JsonSchema, key: string): string {
  const property = isSchema(schema["properties"]) ? schema["properties"][key] : undefined;
  const description = isSchema(property) ? property["description"] : undefined;
  return typeof description === "string" ? `: ${description}` : "";
}

function placeOf(pointer: string): string {
  const path = pathOf(pointer);
  return path === "" ? "the file" : path;
}

function parentOf(pointer: string): string {
  return pointer.slice(0, Math.max(pointer.lastIndexOf("/"), 0));
}

/** `/waivers/0/reason` as `waivers[0].reason`. */
function pathOf(pointer: string): string {
  return parsePointer(pointer)
    .map((token, index) =>
      /^\d+$/.test(token) && index > 0 ? `[${token}]` : `${index === 0 ? "" : "."}${token}`,
    )
    .join("");
}
