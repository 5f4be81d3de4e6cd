import type { Expression, ObjectExpression } from "../expression.ts";
import type { SourceText } from "../source-text.ts";
import type {
  DeploymentScope,
  FunctionDeclaration,
  OutputDeclaration,
  ParameterDeclaration,
  Template,
  VariableDeclaration,
} from "../template.ts";
import type { TypeSchema } from "../type-schema.ts";
import { ExpressionReader } from "./expression-reader.ts";
import { itemsOf, membersOf, textAt, valueOf } from "./json-members.ts";
import { madeTemplate, withSettled } from "./made-template.ts";
import type { MadeTemplate } from "./made-template.ts";
import type { JsonNode } from "./parse-arm-json.ts";
import { readResources } from "./read-resources.ts";
import type { OpenLinked } from "./read-resources.ts";
import { readType } from "./read-type.ts";

/** A template of ARM as JSON. What is wrong in it is among its problems. */
export function readTemplate(node: JsonNode, source: SourceText, openLinked: OpenLinked): Template {
  const reader = new ExpressionReader(source);
  return readWith(node, reader, openLinked, scopeOf(textAt(node, "$schema")));
}

/** A template that is put together of values. */
export function readMade(made: MadeTemplate, openLinked: OpenLinked): Template {
  return withSettled(readWith(made.node, new ExpressionReader(made.source), openLinked, undefined), made);
}

function readWith(
  node: JsonNode,
  reader: ExpressionReader,
  openLinked: OpenLinked,
  scope: DeploymentScope | undefined,
): Template {
  const resources = valueOf(node, "resources");
  const symbolic = resources?.kind === "object";
  const variables = readVariables(valueOf(node, "variables"), reader);
  return {
    ...reader.at(node),
    scope,
    symbolic,
    parameters: readParameters(valueOf(node, "parameters"), reader),
    variables,
    functions: readFunctions(valueOf(node, "functions"), reader),
    types: readTypes(valueOf(node, "definitions"), reader),
    resources:
      resources === undefined
        ? []
        : readResources(resources, {
            reader,
            variables,
            openLinked,
            // where a nested template goes is said by the deployment around it
            readNested: (nested) => readWith(nested, reader, openLinked, undefined),
            readMade: (value, written) => {
              const made = madeTemplate(value, written);
              return made === undefined ? undefined : readMade(made, openLinked);
            },
          }),
    outputs: readOutputs(valueOf(node, "outputs"), reader),
    problems: reader.problems,
  };
}

function scopeOf(schema: string | undefined): DeploymentScope | undefined {
  const name = /\/(\w*?)deploymentTemplate\.json/iu.exec(schema ?? "")?.[1]?.toLowerCase();
  switch (name) {
    case "":
      return "resourceGroup";
    case "subscription":
      return "subscription";
    case "managementgroup":
      return "managementGroup";
    case "tenant":
      return "tenant";
    default:
      return undefined;
  }
}

function readParameters(
  node: JsonNode | undefined,
  reader: ExpressionReader,
): ReadonlyMap<string, ParameterDeclaration> {
  const parameters = new Map<string, ParameterDeclaration>();
  for (const member of membersOf(node)) {
    const defaultValue = valueOf(member.value, "defaultValue");
    parameters.set(member.key.toLowerCase(), {
      ...reader.at(member),
      name: member.key,
      type: readType(member.value, reader),
      ...(defaultValue === undefined ? {} : { defaultValue: reader.value(defaultValue) }),
    });
  }
  return parameters;
}

/** `copy` among the variables makes variables that are arrays. */
function readVariables(
  node: JsonNode | undefined,
  reader: ExpressionReader,
): ReadonlyMap<string, VariableDeclaration> {
  const variables = new Map<string, VariableDeclaration>();
  if (node === undefined) return variables;
  const all: ObjectExpression = reader.object(membersOf(node), node);
  for (const member of all.members) {
    if (member.kind !== "member" || member.key.kind !== "literal") continue;
    const name = String(member.key.value);
    variables.set(name.toLowerCase(), {
      source: member.source,
      start: member.start,
      name,
      value: member.value,
    });
  }
  return variables;
}

function readFunctions(
  node: JsonNode | undefined,
  reader: ExpressionReader,
): ReadonlyMap<string, FunctionDeclaration> {
  const functions = new Map<string, FunctionDeclaration>();
  for (const group of itemsOf(node)) {
    const namespace = textAt(group, "namespace") ?? "";
    for (const member of membersOf(valueOf(group, "members"))) {
      const output = valueOf(member.value, "output");
      const value = valueOf(output, "value");
      const name = `${namespace}.${member.key}`;
      functions.set(name.toLowerCase(), {
        ...reader.at(member),
        name,
        parameters: itemsOf(valueOf(member.value, "parameters")).map((parameter) => ({
          name: textAt(parameter, "name") ?? "",
          type: readType(parameter, reader),
        })),
        body: value === undefined ? nothing(reader, member) : reader.value(value),
        type: output === undefined ? { type: "any" } : readType(output, reader),
      });
    }
  }
  return functions;
}

function readTypes(node: JsonNode | undefined, reader: ExpressionReader): ReadonlyMap<string, TypeSchema> {
  return new Map(membersOf(node).map(({ key, value }) => [key.toLowerCase(), readType(value, reader)]));
}

function readOutputs(
  node: JsonNode | undefined,
  reader: ExpressionReader,
): ReadonlyMap<string, OutputDeclaration> {
  const outputs = new Map<string, OutputDeclaration>();
  for (const member of membersOf(node)) {
    const copy = valueOf(member.value, "copy");
    const value = valueOf(copy, "input") ?? valueOf(member.value, "value");
    const condition = valueOf(member.value, "condition");
    outputs.set(member.key.toLowerCase(), {
      ...reader.at(member),
      name: member.key,
      type: readType(member.value, reader),
      value: value === undefined ? nothing(reader, member) : reader.value(value),
      ...(condition === undefined ? {} : { condition: reader.value(condition) }),
      ...(copy === undefined ? {} : { loop: reader.iteration(copy) }),
    });
  }
  return outputs;
}

function nothing(reader: ExpressionReader, node: { readonly start: number }): Expression {
  return { kind: "literal", value: null, ...reader.at(node) };
}
