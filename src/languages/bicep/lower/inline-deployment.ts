import type { Expression, ObjectExpression } from "../../arm/expression.ts";
import { readTemplate } from "../../arm/json/read-template.ts";
import type { DeploymentDeclaration, MissingTemplate, Template } from "../../arm/template.ts";
import type * as ast from "../ast.ts";
import { entryOf } from "./body-entries.ts";
import { inlineJson } from "./inline-json.ts";
import { lowerObject } from "./lower-expression.ts";
import type { Context, Lowering } from "./lowering.ts";

/** True for the type of a deployment, which a resource may have as well as a module. */
export function isDeployment(type: Expression): boolean {
  return type.kind === "literal" && String(type.value).toLowerCase() === "microsoft.resources/deployments";
}

/** What a resource deploys that is a deployment: a template in its properties, with expressions of ARM in its texts. */
export function inlineDeployment(
  lowering: Lowering,
  object: ast.ObjectExpression,
  context: Context,
): DeploymentDeclaration {
  const properties = entryOf(object, "properties");
  const inside = properties?.kind === "object" ? properties : undefined;
  const template = inside === undefined ? undefined : entryOf(inside, "template");
  const parameters = inside === undefined ? undefined : entryOf(inside, "parameters");
  const { source } = context.scope.file;
  return {
    evaluation: "inner",
    parameters: parameters?.kind === "object" ? valuesOf(lowering, parameters, context) : undefined,
    template: (): Template | MissingTemplate => {
      const json = template === undefined ? undefined : inlineJson(template);
      if (json !== undefined) return readTemplate(json, source, () => NOT_LINKED);
      return template === undefined ? NOT_LINKED : PUT_TOGETHER;
    },
  };
}

const NOT_LINKED: MissingTemplate = {
  code: "bicep-inline-template",
  missing: "the deployment links to a template, which is not read",
};
const PUT_TOGETHER: MissingTemplate = {
  code: "bicep-inline-template",
  missing:
    "the template of the deployment is put together from values of Bicep, and is not read; make it a module",
};

/** `{ name: { value: … } }` as names and values. */
function valuesOf(lowering: Lowering, object: ast.ObjectExpression, context: Context): ObjectExpression {
  const entries = object.entries.map((entry) => {
    const value =
      entry.kind === "entry" && entry.value.kind === "object" ? entryOf(entry.value, "value") : undefined;
    return value === undefined || entry.kind === "spread" ? entry : { ...entry, value };
  });
  return lowerObject(lowering, { ...object, entries }, context);
}
