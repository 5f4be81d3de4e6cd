import type { HclValue, Type } from "../../../src/languages/hcl/values/hcl-value.ts";
import { toModelValue } from "../../../src/languages/hcl/values/to-model.ts";
import { Reference, Sensitive, Unknown } from "../../../src/model/value.ts";
import type { Value } from "../../../src/model/value.ts";

/** What Terraform says of an expression: see scripts/ask-terraform.mjs. */
export interface TerraformAnswer {
  readonly error?: true;
  readonly type?: unknown;
  readonly json?: string;
  readonly after?: unknown;
  readonly unknown?: unknown;
}

/** A type as `terraform show -json` writes it. */
export function typeData(type: Type): unknown {
  switch (type.kind) {
    case "any":
      return "dynamic";
    case "list":
    case "set":
    case "map":
      return [type.kind, typeData(type.element)];
    case "tuple":
      return ["tuple", type.elements.map(typeData)];
    case "object":
      return [
        "object",
        Object.fromEntries([...type.attributes].map(([name, part]) => [name, typeData(part)])),
      ];
    default:
      return type.kind;
  }
}

/** Why something in the value is unknown; nothing when all of it is known. */
export function reasonOf(value: HclValue): string | undefined {
  return value.isWhollyKnown ? undefined : JSON.stringify(toModelValue(value));
}

/** The value with a question mark wherever Terraform does not know; what we know beyond that is not held against it. */
export function knownParts(value: Value, unknown: unknown): unknown {
  if (unknown === true) return "?";
  if (value instanceof Sensitive) return knownParts(value.value, unknown);
  if (value instanceof Reference) {
    return value.value === undefined ? `unknown: ${value.target}` : knownParts(value.value, unknown);
  }
  if (value instanceof Unknown) return `unknown: ${value.reason}`;
  if (Array.isArray(value)) {
    const marks = Array.isArray(unknown) ? (unknown as readonly unknown[]) : [];
    return value.map((part: Value, index) => knownParts(part, marks[index]));
  }
  if (value === null || typeof value !== "object") return value;
  const marks = (unknown ?? {}) as Readonly<Record<string, unknown>>;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, knownParts(part, marks[key])]));
}

/** What Terraform knows, with a question mark wherever it does not. */
export function terraformParts({ after, unknown }: TerraformAnswer): unknown {
  if (unknown === true) return "?";
  if (Array.isArray(unknown)) {
    return unknown.map((part: unknown, index) =>
      terraformParts({ after: (after as readonly unknown[])[index], unknown: part }),
    );
  }
  if (unknown === null || typeof unknown !== "object") return after;
  const [known, marks] = [after, unknown] as [Record<string, unknown>, Record<string, unknown>];
  return Object.fromEntries(
    Object.keys({ ...known, ...marks }).map((key) => [
      key,
      terraformParts({ after: known[key], unknown: marks[key] }),
    ]),
  );
}
