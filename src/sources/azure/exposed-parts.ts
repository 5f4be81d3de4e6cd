import { resolveType } from "../../languages/arm/evaluator/resolve-type.ts";
import type { Written } from "../../languages/arm/expression.ts";
import type { Template } from "../../languages/arm/template.ts";
import type { TypeSchema } from "../../languages/arm/type-schema.ts";
import { ArmObject, isArray } from "../../languages/arm/values/arm-value.ts";
import type { ArmValue } from "../../languages/arm/values/arm-value.ts";
import { secretIn } from "./secret-in.ts";
import type { GivenSecrets } from "./secret-in.ts";

/** A part of a value that holds a secret and is shown. */
export interface ExposedPart {
  /** `.login.password`, `[0]`; empty for the value itself. */
  readonly path: string;
  readonly secret: string;
  readonly written: Written | undefined;
}

interface Declared {
  readonly type: TypeSchema;
  readonly template: Template;
}

/** The secrets in a value where its type does not say that Azure hides them; without a type nothing says so. */
export function exposedParts(
  value: ArmValue,
  { place, given }: Pick<Visit, "place" | "given">,
  declared?: Declared,
): readonly ExposedPart[] {
  const found: ExposedPart[] = [];
  visit(value, declared, { place, given, path: "", written: undefined, seen: new Set(), found });
  return found;
}

interface Visit {
  /** What the value is the value of: `outputs.x`. */
  readonly place: string;
  readonly given: GivenSecrets;
  readonly path: string;
  readonly written: Written | undefined;
  /** Values may share parts. */
  readonly seen: Set<object>;
  readonly found: ExposedPart[];
}

function visit(value: ArmValue, declared: Declared | undefined, at: Visit): void {
  const type = declared === undefined ? undefined : resolveType(declared.template, declared.type);
  // a number or flag gives no secret away
  if (type?.secure === true || type?.type === "int" || type?.type === "bool") return;
  if (!isCompound(value)) {
    const secret = secretIn(value, `${at.place}${at.path}`, at.given);
    if (secret !== undefined) at.found.push({ path: at.path, secret, written: at.written });
    return;
  }
  if (at.seen.has(value)) return;
  at.seen.add(value);
  for (const { part, path, key, written = at.written } of partsOf(value)) {
    const inside =
      type === undefined || declared === undefined ? undefined : typeOfPart(type, key, declared.template);
    visit(part, inside, { ...at, path: `${at.path}${path}`, written });
  }
}

interface Part {
  readonly part: ArmValue;
  readonly path: string;
  readonly key: string | number;
  readonly written?: Written | undefined;
}

function partsOf(value: ArmObject | readonly ArmValue[]): readonly Part[] {
  if (!(value instanceof ArmObject)) {
    return value.map((part, key) => ({ part, key, path: `[${String(key)}]` }));
  }
  return [...value.members.values()].map(({ key, value: part, written }) => ({
    part,
    key,
    path: `.${key}`,
    written,
  }));
}

function typeOfPart(type: TypeSchema, key: string | number, template: Template): Declared | undefined {
  const part =
    typeof key === "string" ? partNamed(type, key, template) : (type.prefixItems?.[key] ?? type.items);
  return part === undefined ? undefined : { type: part, template };
}

function partNamed(
  { properties, additionalProperties, discriminator }: TypeSchema,
  key: string,
  template: Template,
): TypeSchema | undefined {
  if (discriminator !== undefined) {
    // whichever variant it is, one that hides the property is taken for it
    const parts = [...discriminator.variants.values()].map((variant) =>
      partNamed(resolveType(template, variant), key, template),
    );
    return parts.find((part) => part?.secure === true) ?? parts.find((part) => part !== undefined);
  }
  for (const [name, part] of properties ?? []) if (name.toLowerCase() === key.toLowerCase()) return part;
  return typeof additionalProperties === "object" ? additionalProperties : undefined;
}

function isCompound(value: ArmValue): value is ArmObject | readonly ArmValue[] {
  return value instanceof ArmObject || isArray(value);
}
