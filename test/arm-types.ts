import { readFileSync } from "node:fs";

/** A property as scripts/extract-arm-types.mjs writes it. */
export interface ArmShape {
  readonly t: string;
  readonly properties?: Readonly<Record<string, ArmShape>>;
  readonly items?: ArmShape;
  readonly of?: readonly ArmShape[];
  readonly enum?: readonly unknown[];
  readonly open?: true;
  readonly to?: string;
}

const { types, definitions, typeNames } = JSON.parse(
  readFileSync("fixtures/schemas/arm-types.json", "utf8"),
) as {
  readonly types: Readonly<Record<string, ArmShape>>;
  readonly definitions: Readonly<Record<string, ArmShape>>;
  readonly typeNames: readonly string[];
};

/** What the shapes of Kubernetes name, in the same words. */
const { definitions: ofKubernetes } = JSON.parse(
  readFileSync("fixtures/schemas/kubernetes.json", "utf8"),
) as { readonly definitions: Readonly<Record<string, ArmShape>> };

/** What the sources add to every resource of Azure; anything may stand there. */
const ENVELOPE: Readonly<Record<string, ArmShape>> = {
  apiVersion: { t: "string" },
  parent: { t: "json" },
  scope: { t: "json" },
  // what only Terraform has, by the names of its arguments
  Terraform: { t: "json" },
};

/** The names of all types, those without a shape too. */
export const ARM_TYPE_NAMES: readonly string[] = typeNames;

/** A type as an object of its properties; `undefined` for a type that is not in the extract. */
export function armType(type: string): ArmShape | undefined {
  const shape = Object.hasOwn(types, type) ? types[type] : undefined;
  return shape === undefined ? undefined : { ...shape, properties: { ...ENVELOPE, ...shape.properties } };
}

/** The shape itself, where another one is named. */
export function definedShape<Shape extends ArmShape>(shape: Shape): Shape {
  if (shape.t !== "ref") return shape;
  const defined = definitions[shape.to ?? ""] ?? ofKubernetes[shape.to ?? ""];
  if (defined === undefined) throw new Error(`${shape.to ?? ""} is no definition of the extracts`);
  return defined as Shape;
}
