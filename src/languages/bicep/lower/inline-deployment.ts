import type { Expression, ObjectExpression, Written } from "../../arm/expression.ts";
import { madeTemplate } from "../../arm/json/made-template.ts";
import { JsonSyntaxError, parseArmJson } from "../../arm/json/parse-arm-json.ts";
import { readMade, readTemplate } from "../../arm/json/read-template.ts";
import { SourceText } from "../../arm/source-text.ts";
import type { DeploymentDeclaration, MissingTemplate, Template } from "../../arm/template.ts";
import { bare } from "../../arm/values/arm-value.ts";
import type { ArmValue } from "../../arm/values/arm-value.ts";
import type * as ast from "../ast.ts";
import { entryOf } from "./body-entries.ts";
import { inlineJson } from "./inline-json.ts";
import { lowerExpression, lowerObject } from "./lower-expression.ts";
import type { Context, Lowering } from "./lowering.ts";
import { textOf } from "./text-of.ts";

/** True for the type of a deployment or of a stack of them, which a resource may have as well as a module. */
export function isDeployment(type: Expression): boolean {
  return (
    type.kind === "literal" && /^microsoft\.resources\/deployment(?:s|stacks)$/iu.test(String(type.value))
  );
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
  const json = template === undefined ? undefined : inlineJson(template);
  // what is read elsewhere is lowered when the deployment is, for it is known then what it reads
  const made =
    template === undefined || json !== undefined ? undefined : lowerExpression(lowering, template, context);
  return {
    evaluation: "inner",
    parameters: parameters?.kind === "object" ? valuesOf(lowering, parameters, context) : undefined,
    template: (evaluate): Template | MissingTemplate => {
      if (json !== undefined) return readTemplate(json, source, () => NOT_LINKED);
      if (template === undefined || made === undefined) return NOT_LINKED;
      return loadedTemplate(lowering, template, context) ?? putTogether(bare(evaluate(made)), made);
    },
  };
}

function putTogether(value: ArmValue, written: Written): Template | MissingTemplate {
  const made = madeTemplate(value, written);
  return made === undefined ? PUT_TOGETHER : readMade(made, () => NOT_LINKED);
}

/** `loadJsonContent('nested.json')`, at the place or in a variable; nothing for another expression. */
function loadedTemplate(
  { host }: Lowering,
  template: ast.Expression,
  context: Context,
): Template | MissingTemplate | undefined {
  const symbol = template.kind === "variable" ? context.scope.symbols.get(template.name) : undefined;
  const value = symbol?.kind === "var" ? symbol.statement.value : template;
  const [path, ...more] = value.kind === "call" && value.name === "loadJsonContent" ? value.args : [];
  const written = path?.kind === "text" && more.length === 0 ? textOf(path) : undefined;
  if (written === undefined) return undefined;
  const loaded = host.text(written, context.scope.file, undefined);
  if ("refused" in loaded) return { code: "bicep-load", missing: loaded.refused };
  try {
    const source = new SourceText(loaded.path, loaded.text);
    return readTemplate(parseArmJson(loaded.text), source, () => NOT_LINKED);
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error;
    return { code: "bicep-load", missing: `${loaded.path} cannot be read: ${error.message}` };
  }
}

const NOT_LINKED: MissingTemplate = {
  code: "bicep-inline-template",
  missing: "the deployment links to a template, which is not read",
};
const PUT_TOGETHER: MissingTemplate = {
  code: "bicep-inline-template",
  missing:
    "the template of the deployment is put together of values, and which resources it has is known only at deployment; make it a module",
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
