import { isSchema } from "./compile-schema.ts";
import type { JsonSchema } from "./compile-schema.ts";

export interface Choice {
  /** The alternative that the person seems to have meant. */
  readonly branch?: JsonSchema;
  /** Keys that belong to no alternative, when nothing else tells which one is meant. */
  readonly unknownKeys?: { readonly keys: readonly string[]; readonly known: readonly string[] };
}

/** Picks among the alternatives of a schema: by the keys of an object, by the type of anything else. */
export function chooseBranch(branches: readonly JsonSchema[], value: unknown): Choice {
  if (!isSchema(value)) {
    const [branch, ...more] = branches.filter((candidate) => fitsType(candidate, value));
    return branch !== undefined && more.length === 0 ? { branch } : {};
  }
  const objects = branches.filter((branch) => fitsType(branch, value));
  const [only] = objects;
  if (only === undefined) return {};
  if (objects.length === 1) return { branch: only };
  const keys = Object.keys(value);
  const known = [...new Set(objects.flatMap(keysOf))];
  if (keys.length > 0 && !keys.some((key) => known.includes(key))) return { unknownKeys: { keys, known } };
  if (keys.length === 0) return {};
  const scored = objects.map((branch) => ({ branch, score: likeness(branch, keys) }));
  const best = Math.max(...scored.map(({ score }) => score));
  const winner = scored.find(({ score }) => score === best);
  return winner === undefined ? {} : { branch: winner.branch };
}

/** Required keys that are there speak loudest for an alternative, then keys that it knows. */
function likeness(branch: JsonSchema, keys: readonly string[]): number {
  const required = requiredOf(branch);
  const known = keysOf(branch);
  const present = required.filter((key) => keys.includes(key)).length;
  const strange = keys.filter((key) => !known.includes(key)).length;
  return present * 10 - (required.length - present) * 4 - strange;
}

function fitsType(branch: JsonSchema, value: unknown): boolean {
  const type = branch["type"];
  const types: readonly unknown[] = Array.isArray(type) ? type : [type];
  if (types.includes("object") || "properties" in branch) return isSchema(value);
  if (types.includes("array")) return Array.isArray(value);
  if (typeof value === "number") return types.includes("number") || types.includes("integer");
  return types.includes(typeof value);
}

function keysOf(branch: JsonSchema): readonly string[] {
  return isSchema(branch["properties"]) ? Object.keys(branch["properties"]) : [];
}

export function requiredOf(branch: JsonSchema): readonly string[] {
  return Array.isArray(branch["required"]) ? branch["required"].filter((key) => typeof key === "string") : [];
}
