import { readFileSync } from "node:fs";
import { armType, definedShape } from "../../arm-types.ts";
import { kubernetesType } from "../../kubernetes-types.ts";

/** A property as scripts/extract-cloudformation-schema.mjs writes it, and scripts/extract-arm-types.mjs. */
export interface Shape {
  readonly t: string;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
  readonly of?: readonly Shape[];
  readonly enum?: readonly unknown[];
  /** Values that the enumeration leaves out are allowed too. */
  readonly open?: true;
}

interface TypeExtract {
  readonly properties: Readonly<Record<string, Shape>>;
  /** What GetAtt returns: `Arn`, `Endpoint.Address`. */
  readonly attributes: readonly string[];
}

const { types } = JSON.parse(readFileSync("fixtures/schemas/cloudformation.json", "utf8")) as {
  readonly types: Readonly<Record<string, TypeExtract>>;
};

/** What no provider has a type for. */
const OWN: Readonly<Record<string, TypeExtract>> = {
  "Genoscan::TableReplica": {
    properties: {
      KMSMasterKeyId: { t: "string" },
      PointInTimeRecoveryEnabled: { t: "boolean" },
      Region: { t: "string" },
      Table: { t: "string" },
    },
    attributes: [],
  },
};

/** Anything may stand there: a document, or a type that returns into itself. */
const ANYTHING: Shape = { t: "json" };

/** A type as an object of its properties and of what GetAtt returns; `undefined` for a type that is not in the extract. */
export function canonicalType(type: string): Shape | undefined {
  const extract = types[type] ?? OWN[type];
  if (extract === undefined) return armType(type) ?? kubernetesType(type);
  // what only Terraform has, by the names of its arguments
  const attributes: Record<string, Shape> = { Terraform: ANYTHING };
  for (const path of extract.attributes) attributes[path.split(".")[0] ?? path] = ANYTHING;
  return { t: "object", properties: { ...attributes, ...extract.properties } };
}

/** The shape of a member; documents that are text in CloudFormation are data in the model, and may hold anything. */
export function memberShape(named: Shape, name: string): Shape | undefined {
  const shape = definedShape(named);
  switch (shape.t) {
    case "json":
    case "recursive":
      return ANYTHING;
    case "map":
      return shape.items;
    case "union":
      return (shape.of ?? [])
        .map((member) => memberShape(member, name))
        .find((member) => member !== undefined);
    default:
      return shape.properties?.[name] ?? (shape.t === "object" ? shape.items : undefined);
  }
}

/** The shape of the items of a list. */
export function itemShape(named: Shape): Shape | undefined {
  const shape = definedShape(named);
  if (shape.t === "json" || shape.t === "recursive") return ANYTHING;
  if (shape.t === "union") return (shape.of ?? []).map(itemShape).find((items) => items !== undefined);
  return shape.t === "array" ? shape.items : undefined;
}
