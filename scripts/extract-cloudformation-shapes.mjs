// Writes what the cloudformation source knows of resource types, from fixtures/schemas/cloudformation.json: names of
// properties and how their text is read, attributes, and the property that Ref gives back.
//
//   node scripts/extract-cloudformation-shapes.mjs
//
// A property is "s" text, "b" boolean, "n" number, "j" data or JSON text, "t" text that is JSON, "?" anything,
// ["*", item] a list, ["%", item] a map with keys of the user's, {…} an object. Each type is JSON in a text, so that
// a scan parses only the types that it meets.

import { readFileSync, writeFileSync } from "node:fs";

process.chdir(`${import.meta.dirname}/..`);

/** Documents that CloudFormation takes as text. */
const JSON_TEXT = {
  "AWS::SageMaker::Pipeline": ["PipelineDefinition", "PipelineDefinitionBody"],
  "AWS::StepFunctions::StateMachine": ["DefinitionString"],
  "AWS::Logs::ResourcePolicy": ["PolicyDocument"],
};

/** Properties that the extract of the schema leaves out for their size: statements in statements. */
const ANYTHING = { "AWS::WAFv2::WebACL": ["Rules"] };

/** It takes whatever properties its provider wants. */
const OPEN = "AWS::CloudFormation::CustomResource";

const { types, typeNames } = JSON.parse(readFileSync("fixtures/schemas/cloudformation.json", "utf8"));
const folder = "src/sources/cloudformation";
const lines = Object.entries(types)
  .filter(([type]) => type !== OPEN)
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(
    ([type, shape]) => `${JSON.stringify(type)}: ${JSON.stringify(JSON.stringify(describe(type, shape)))}`,
  );
writeFileSync(`${folder}/shapes.json`, `{\n${lines.join(",\n")}\n}\n`);
writeFileSync(
  `${folder}/type-names.json`,
  `[\n${typeNames.map((name) => JSON.stringify(name)).join(",\n")}\n]\n`,
);

function describe(type, { properties, attributes, identifier = [], ref }) {
  const described = shapesOf(properties);
  for (const name of ANYTHING[type] ?? []) described[name] = "?";
  if (JSON_TEXT[type] !== undefined) setText(described, JSON_TEXT[type]);
  const named = ref ?? identifier;
  const isOwn = named.length === 1 && Object.hasOwn(properties, named[0]);
  return { properties: described, attributes, ...(isOwn && { ref: named[0] }) };
}

function setText(shapes, [name, ...rest]) {
  if (rest.length > 0) setText(shapes[name], rest);
  else if (Object.hasOwn(shapes, name)) shapes[name] = "t";
}

function shapesOf(properties) {
  return Object.fromEntries(Object.entries(properties).map(([name, shape]) => [name, shapeOf(shape)]));
}

function shapeOf(shape) {
  switch (shape.t) {
    case "string":
    case "date-time":
      return "s";
    case "boolean":
      return "b";
    case "integer":
    case "number":
      return "n";
    case "json":
      return "j";
    case "array":
      return ["*", shapeOf(shape.items)];
    case "map":
      return ["%", shapeOf(shape.items)];
    case "object":
      // the specification has objects of which it tells no properties
      return Object.keys(shape.properties).length === 0 ? "?" : shapesOf(shape.properties);
    case "union":
      return unionOf(shape.of);
    default:
      return "?";
  }
}

/** JSON or its text; a list that may also be one item; else whatever is written. */
function unionOf(members) {
  return members.some(({ t }) => t === "json") ? "j" : "?";
}
