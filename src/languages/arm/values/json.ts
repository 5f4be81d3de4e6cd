import { ArmError } from "./arm-error.ts";
import { ArmObject, bare, isArray } from "./arm-value.ts";
import type { ArmMember, ArmValue } from "./arm-value.ts";

/** JSON data as a value. */
export function fromJson(json: unknown): ArmValue {
  if (json === null || typeof json === "string" || typeof json === "number" || typeof json === "boolean") {
    return json;
  }
  if (Array.isArray(json)) return json.map(fromJson);
  if (typeof json !== "object") throw new ArmError("not JSON");
  const members = new Map<string, ArmMember>();
  for (const [key, value] of Object.entries(json)) {
    members.set(key, { key, value: fromJson(value) });
  }
  return new ArmObject(members);
}

/** A known value as JSON on one line, as .NET's Newtonsoft.Json writes it. */
export function toJson(value: ArmValue): string {
  const inner = bare(value);
  if (isArray(inner)) return `[${inner.map(toJson).join(",")}]`;
  if (inner instanceof ArmObject) {
    const members = [...inner.members.values()];
    return `{${members.map((member) => `${quote(member.key)}:${toJson(member.value)}`).join(",")}}`;
  }
  return typeof inner === "string" ? quote(inner) : JSON.stringify(inner);
}

function quote(text: string): string {
  return JSON.stringify(text).replaceAll(
    /[\u0085\u2028\u2029]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
