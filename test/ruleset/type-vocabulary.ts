import { readFileSync } from "node:fs";
import { formatPointer } from "../../src/model/pointer.ts";
import type { PointerTokens } from "../../src/model/pointer.ts";
import { ITEM } from "../../src/ruleset/loading/vocabulary.ts";
import type { Vocabulary } from "../../src/ruleset/loading/vocabulary.ts";
import { ARM_TYPE_NAMES, armType, definedShape } from "../arm-types.ts";
import { KUBERNETES_TYPE_NAMES, kubernetesType } from "../kubernetes-types.ts";
import { AWS_6 } from "../sources/terraform/aws-6.ts";

/** A property as scripts/extract-cloudformation-schema.mjs writes it, and scripts/extract-arm-types.mjs. */
interface Shape {
  readonly t: string;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
  readonly of?: readonly Shape[];
}

interface TypeExtract {
  readonly properties: Readonly<Record<string, Shape>>;
  readonly attributes: readonly string[];
}

const { types, typeNames } = JSON.parse(readFileSync("fixtures/schemas/cloudformation.json", "utf8")) as {
  readonly types: Readonly<Record<string, TypeExtract>>;
  readonly typeNames: readonly string[];
};
const TERRAFORM = [
  "hashicorp-aws-5.100.0",
  "hashicorp-azurerm-4.55.0",
  "hashicorp-kubernetes-2.38.0",
].flatMap((extract) => {
  const { resources } = JSON.parse(readFileSync(`fixtures/schemas/${extract}.json`, "utf8")) as {
    readonly resources: Readonly<Record<string, unknown>>;
  };
  return Object.keys(resources);
});
/** Texts that hold JSON, which sources decode. */
const DECODED: ReadonlySet<string> = new Set([
  "AWS::SageMaker::Pipeline /PipelineDefinition/PipelineDefinitionBody",
  "AWS::StepFunctions::StateMachine /DefinitionString",
]);

// what the sources add to the vocabulary of the providers
const OWN_TYPES = ["Genoscan::Deployment", "Genoscan::Region", "Genoscan::TableReplica"];
const names = new Set([
  ...OWN_TYPES,
  ...typeNames,
  ...Object.keys(types),
  ...ARM_TYPE_NAMES,
  ...KUBERNETES_TYPE_NAMES,
  ...TERRAFORM,
  ...Object.keys(AWS_6),
]);

/**
 * The CloudFormation and ARM types and properties of the extracts. A type of which only the name is known may have any property,
 * and so may the types of providers of which there is no extract.
 */
export const TYPE_VOCABULARY: Vocabulary = {
  types: names,
  look(type, tokens) {
    const shape = shapeOf(type);
    if (shape === undefined) return names.has(type) || !isCovered(type) ? "known" : "unknown-type";
    if (tokens[0] === "Terraform") return "known";
    if (tokens[0] === "CloudFormation") return isStackPolicy(tokens[1]) ? "known" : "unknown-pointer";
    return isDecoded(type, tokens) || shapesAt([shape], tokens).length > 0 ? "known" : "unknown-pointer";
  },
  names(type, tokens) {
    const shape = shapeOf(type);
    if (shape === undefined) return [];
    return shapesAt([shape], tokens).flatMap((shape) => Object.keys(definedShape(shape).properties ?? {}));
  },
};

/** What the source of templates gives below /CloudFormation. */
function isStackPolicy(name: string | undefined): boolean {
  return name === undefined || ["DeletionPolicy", "DependsOn", "UpdateReplacePolicy"].includes(name);
}

function isDecoded(type: string, tokens: PointerTokens): boolean {
  return tokens.some((_, index) => DECODED.has(`${type} ${formatPointer(tokens.slice(0, index))}`));
}

/** The groups of which every kind that rules read is in the extract. */
const OF_KUBERNETES =
  /^(?:apps|batch|core|networking\.k8s\.io|rbac\.authorization\.k8s\.io|(?:apps|config|operator|project|route)\.openshift\.io)\//u;

function isCovered(type: string): boolean {
  return (
    type.startsWith("AWS::") ||
    type.startsWith("Microsoft.") ||
    !type.includes("/") ||
    OF_KUBERNETES.test(type)
  );
}

/** What GetAtt returns is a property of a live resource: `Endpoint.Address` stands at `/Endpoint/Address`. */
function shapeOf(type: string): Shape | undefined {
  const extract = types[type];
  if (extract === undefined) return armType(type) ?? kubernetesType(type);
  const attributes = extract.attributes.map((path) => [path.split(".")[0] ?? path, { t: "json" }] as const);
  return { t: "object", properties: { ...Object.fromEntries(attributes), ...extract.properties } };
}

function shapesAt(shapes: readonly Shape[], tokens: PointerTokens): readonly Shape[] {
  const [token, ...rest] = tokens;
  if (token === undefined) return shapes;
  return shapesAt(
    shapes.flatMap((shape) => step(shape, token)),
    rest,
  );
}

function step(named: Shape, token: string): readonly Shape[] {
  const shape = definedShape(named);
  switch (shape.t) {
    case "json":
    case "recursive":
      return [{ t: "json" }];
    case "union":
      return (shape.of ?? []).flatMap((member) => step(member, token));
    case "map":
      return shape.items === undefined ? [] : [shape.items];
    case "array":
      return shape.items !== undefined && (token === ITEM || /^\d+$/.test(token)) ? [shape.items] : [];
    default: {
      const property = shape.properties?.[token] ?? shape.items;
      return property === undefined ? [] : [property];
    }
  }
}
