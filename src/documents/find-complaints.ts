import type { ErrorObject } from "ajv/dist/2020.js";
import { closestWord } from "../model/did-you-mean.ts";
import { joinPointer, parsePointer } from "../model/pointer.ts";
import { chooseBranch } from "./choose-branch.ts";
import { isSchema } from "./compile-schema.ts";
import type { CompiledSchema, JsonSchema } from "./compile-schema.ts";

/** What a schema objects to, reduced to what a person can mend. */
export type Complaint =
  | {
      readonly kind: "unknown-key";
      readonly pointer: string;
      readonly key: string;
      readonly known: readonly string[];
    }
  | {
      readonly kind: "missing-key";
      readonly pointer: string;
      readonly key: string;
      readonly schema: JsonSchema;
    }
  | {
      readonly kind: "no-branch";
      readonly pointer: string;
      readonly branches: readonly JsonSchema[];
      readonly value: unknown;
    }
  | { readonly kind: "keyword"; readonly pointer: string; readonly error: ErrorObject };

/**
 * The complaints about a value. Where the schema offers alternatives, ajv tells what is wrong with each of them; here
 * only the one counts that the person seems to have meant.
 */
export function findComplaints(
  schema: CompiledSchema,
  value: unknown,
  part?: JsonSchema,
  base = "",
): readonly Complaint[] {
  const errors = schema.check(value, part);
  const choices = outermost(errors.filter(isChoice));
  const others = errors.filter((error) => !choices.some((choice) => isAtOrBelow(error, choice)));
  const complaints = [
    ...others.flatMap((error) => complaintOf(error, base)),
    ...choices.flatMap((choice) => explainChoice(schema, choice, base)),
  ];
  return withoutConsequences(complaints);
}

function explainChoice(schema: CompiledSchema, choice: ErrorObject, base: string): readonly Complaint[] {
  const pointer = base + choice.instancePath;
  const offered: readonly unknown[] = Array.isArray(choice.schema) ? choice.schema : [];
  const branches = offered.filter(isSchema).map((branch) => schema.resolve(branch));
  const { branch, unknownKeys } = chooseBranch(branches, choice.data);
  if (unknownKeys !== undefined) {
    return unknownKeys.keys.map((key) => ({
      kind: "unknown-key",
      pointer: joinPointer(pointer, key),
      key,
      known: unknownKeys.known,
    }));
  }
  const complaints = branch === undefined ? [] : findComplaints(schema, choice.data, branch, pointer);
  return complaints.length > 0 ? complaints : [{ kind: "no-branch", pointer, branches, value: choice.data }];
}

function complaintOf(error: ErrorObject, base: string): readonly Complaint[] {
  const pointer = base + error.instancePath;
  const params: Readonly<Record<string, unknown>> = error.params;
  const schema: JsonSchema = isSchema(error.parentSchema) ? error.parentSchema : {};
  switch (error.keyword) {
    case "additionalProperties": {
      const key = String(params["additionalProperty"]);
      const known = isSchema(schema["properties"]) ? Object.keys(schema["properties"]) : [];
      return [{ kind: "unknown-key", pointer: joinPointer(pointer, key), key, known }];
    }
    case "required":
      return [{ kind: "missing-key", pointer, key: String(params["missingProperty"]), schema }];
    case "if":
    case "propertyNames":
      // what is wrong is told by the errors inside
      return [];
    default:
      return [{ kind: "keyword", pointer, error }];
  }
}

/** A misspelt key is missing under its right name as well: that is one mistake. */
function withoutConsequences(complaints: readonly Complaint[]): readonly Complaint[] {
  const misspelt = new Set<string>();
  for (const complaint of complaints) {
    if (complaint.kind !== "unknown-key") continue;
    const meant = closestWord(complaint.key, complaint.known);
    if (meant !== undefined) misspelt.add(joinPointer(parentOf(complaint.pointer), meant));
  }
  return complaints.filter(
    (complaint) =>
      complaint.kind !== "missing-key" || !misspelt.has(joinPointer(complaint.pointer, complaint.key)),
  );
}

function parentOf(pointer: string): string {
  return parsePointer(pointer).length === 0 ? pointer : pointer.slice(0, pointer.lastIndexOf("/"));
}

function isChoice(error: ErrorObject): boolean {
  return error.keyword === "oneOf" || error.keyword === "anyOf";
}

/** Choices that lie in no other one. At one place ajv tells of the inner choice first. */
function outermost(choices: readonly ErrorObject[]): readonly ErrorObject[] {
  const lastAtPlace = new Map(choices.map((choice) => [choice.instancePath, choice]));
  const kept = [...lastAtPlace.values()];
  return kept.filter((choice) => !kept.some((other) => other !== choice && isAtOrBelow(choice, other)));
}

function isAtOrBelow(error: ErrorObject, choice: ErrorObject): boolean {
  return (
    error.instancePath === choice.instancePath || error.instancePath.startsWith(`${choice.instancePath}/`)
  );
}
