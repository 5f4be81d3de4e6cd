import { readFileSync } from "node:fs";
import { formatPointer } from "../../src/model/pointer.ts";
import type { PointerTokens } from "../../src/model/pointer.ts";
import { ITEM } from "../../src/ruleset/loading/vocabulary.ts";
import type { Vocabulary } from "../../src/ruleset/loading/vocabulary.ts";

/** A property as scripts/extract-cloudformation-schema.mjs writes it. */
interface Shape {
  readonly t?: string;
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
const { resources } = JSON.parse(readFileSync("fixtures/schemas/hashicorp-aws-5.100.0.json", "utf8")) as {
  readonly resources: Readonly<Record<string, unknown>>;
};
/** Texts that hold JSON, which sources decode. */
const DECODED: ReadonlySet<string> = new Set([
  "AWS::SageMaker::Pipeline /PipelineDefinition/PipelineDefinitionBody",
  "AWS::StepFunctions::StateMachine /DefinitionString",
]);

// what the sources add to the vocabulary of the providers
const OWN_TYPES = ["Genoscan::Deployment", "Genoscan::TableReplica"];
const names = new Set([...OWN_TYPES, ...typeNames, ...Object.keys(types), ...Object.keys(resources)]);

/**
 * The CloudFormation types and properties of the extract. A type of which only the name is known may have any property,
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
    return shapesAt([shape], tokens).flatMap(({ properties = {} }) => Object.keys(properties));
  },
};

/** What the source of templates gives below /CloudFormation. */
function isStackPolicy(name: string | undefined): boolean {
  return name === undefined || ["DeletionPolicy", "DependsOn", "UpdateReplacePolicy"].includes(name);
}

function isDecoded(type: string, tokens: PointerTokens): boolean {
  return tokens.some((_, index) => DECODED.has(`${type} ${formatPointer(tokens.slice(0, index))}`));
}

function isCovered(type: string): boolean {
  return type.startsWith("AWS::") || !type.includes("/");
}

/** What GetAtt returns is a property of a live resource: `Endpoint.Address` stands at `/Endpoint/Address`. */
function shapeOf(type: string): Shape | undefined {
  const extract = types[type];
  if (extract === undefined) return undefined;
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

function step(shape: Shape, token: string): readonly Shape[] {
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
      const property = shape.properties?.[token];
      return property === undefined ? [] : [property];
    }
  }
}
