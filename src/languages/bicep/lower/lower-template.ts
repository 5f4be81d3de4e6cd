import type {
  DeploymentScope,
  OutputDeclaration,
  ParameterDeclaration,
  ResourceDeclaration,
  Template,
} from "../../arm/template.ts";
import type * as ast from "../ast.ts";
import type { BicepHost } from "./host.ts";
import { lowerResource } from "./lower-resource.ts";
import type { LoweredResource } from "./lower-resource.ts";
import { lowerType } from "./lower-type.ts";
import { FileLowering } from "./file-lowering.ts";
import type { Lowering, Reads } from "./lowering.ts";
import { textOf } from "./text-of.ts";

const SCOPES: ReadonlySet<string> = new Set(["resourceGroup", "subscription", "managementGroup", "tenant"]);

/** A Bicep file as the template that it compiles to. What is wrong in it is among the problems of the template. */
export function lowerTemplate(file: ast.BicepFile, host: BicepHost): Template {
  const lowering = new FileLowering(file, host);
  const parameters = new Map<string, ParameterDeclaration>();
  const outputs = new Map<string, OutputDeclaration>();
  const resources: LoweredResource[] = [];
  const context = { scope: lowering.root, locals: undefined };
  for (const statement of file.statements) {
    if (statement.kind === "param") {
      parameters.set(statement.name.name.toLowerCase(), parameterOf(lowering, statement));
    } else if (statement.kind === "output") {
      outputs.set(statement.name.name.toLowerCase(), outputOf(lowering, statement));
    } else if (statement.kind === "resource" || statement.kind === "module") {
      const symbol = lowering.root.symbols.get(statement.name.name);
      if (symbol?.kind === "resource" && symbol.statement === statement) {
        resources.push(...lowerResource(lowering, symbol, context.locals));
      } else tellTwice(lowering, statement.name, "gap");
    } else lowerDeclaration(lowering, statement);
  }
  lowering.drain();
  const { variables, functions, types, problems } = lowering;
  return {
    source: file.source,
    start: 0,
    scope: scopeOf(file),
    symbolic: true,
    parameters,
    variables,
    functions,
    types,
    resources: withDependencies(resources, lowering.readsOfVariables),
    outputs,
    problems,
  };
}

function lowerDeclaration(lowering: Lowering, statement: ast.Statement): void {
  if (statement.kind !== "var" && statement.kind !== "func" && statement.kind !== "type") return;
  const { root } = lowering;
  const symbol = root.symbols.get(statement.name.name);
  if (symbol === undefined || !("statement" in symbol) || symbol.statement !== statement) {
    tellTwice(lowering, statement.name);
  } else if (symbol.kind === "var") lowering.variable(root, symbol);
  else if (symbol.kind === "func") lowering.function(root, symbol);
  else if (symbol.kind === "type") lowering.type(root, symbol);
}

/** A resource that is not read for it leaves the scan incomplete. */
function tellTwice(lowering: Lowering, name: ast.Name, level: "gap" | "error" = "error"): void {
  const message = `${name.name} is declared twice, and only the first one is read`;
  lowering.tell("bicep-twice", level, message, lowering.at(lowering.root, name));
}

function parameterOf(
  lowering: Lowering,
  { name, type, value, decorators }: ast.ParamStatement,
): ParameterDeclaration {
  const context = { scope: lowering.root, locals: undefined };
  return {
    name: name.name,
    type: lowerType(lowering, type, decorators, lowering.root),
    defaultValue: value === undefined ? undefined : lowering.expression(value, context),
    ...lowering.at(lowering.root, name),
  };
}

function outputOf(
  lowering: Lowering,
  { name, type, value, decorators }: ast.OutputStatement,
): OutputDeclaration {
  const context = { scope: lowering.root, locals: undefined };
  return {
    name: name.name,
    type: lowerType(lowering, type, decorators, lowering.root),
    value: lowering.expression(value, context),
    ...lowering.at(lowering.root, name),
  };
}

/** A file that says nothing is deployed to a resource group. */
function scopeOf({ statements }: ast.BicepFile): DeploymentScope | undefined {
  for (const statement of statements) {
    if (statement.kind !== "target-scope") continue;
    const { value } = statement;
    const text = value.kind === "text" ? textOf(value) : undefined;
    return text !== undefined && SCOPES.has(text) ? (text as DeploymentScope) : undefined;
  }
  return "resourceGroup";
}

/** A resource waits for what it reads, also through variables. */
function withDependencies(
  resources: readonly LoweredResource[],
  readsOfVariables: ReadonlyMap<string, Reads>,
): readonly ResourceDeclaration[] {
  const keys = new Set(resources.map(({ declaration }) => declaration.key));
  return resources.map(({ declaration, reads }) => {
    const dependsOn = reachedFrom(reads, readsOfVariables).filter(
      (key) => keys.has(key) && key !== declaration.key,
    );
    return { ...declaration, dependsOn };
  });
}

function reachedFrom(reads: Reads, readsOfVariables: ReadonlyMap<string, Reads>): readonly string[] {
  const seen = new Set(reads);
  for (const read of seen) {
    if (!read.startsWith("var ")) continue;
    for (const further of readsOfVariables.get(read.slice("var ".length)) ?? []) seen.add(further);
  }
  return [...seen];
}
