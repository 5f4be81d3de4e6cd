import type { MissingTemplate, ParameterDeclaration, Template } from "../../arm/template.ts";
import type { BicepFile, Expression, ExtendsStatement, ParamAssignment, UsingStatement } from "../ast.ts";
import type { BicepHost } from "./host.ts";
import { FileLowering } from "./file-lowering.ts";
import type { Lowering } from "./lowering.ts";
import { textOf } from "./text-of.ts";

/** The assignments of a `.bicepparam` file. */
export interface LoweredParameters {
  /** The parameters have the assigned values as their defaults. */
  readonly template: Template;
  /** The file that the values are for; nothing with `using none`. */
  readonly using: string | undefined;
}

/** Opens the file that `extends` names. */
export type OpenBase = (path: string, from: BicepFile) => LoweredParameters | MissingTemplate;

/** A parameter file as a template whose parameters have the assigned values; those of `extends` hold where it says nothing. */
export function lowerParameters(file: BicepFile, host: BicepHost, openBase: OpenBase): LoweredParameters {
  const lowering = new FileLowering(file, host);
  const base = baseOf(lowering, file, openBase);
  const parameters = new Map<string, ParameterDeclaration>(base?.parameters ?? []);
  for (const statement of file.statements) {
    if (statement.kind !== "param-assignment") continue;
    parameters.set(statement.name.name.toLowerCase(), assigned(lowering, statement, base));
  }
  lowering.drain();
  // the variables of the base are there for its values
  for (const [key, variable] of base?.variables ?? []) {
    if (!lowering.variables.has(key)) lowering.variables.set(key, variable);
  }
  for (const [key, callable] of base?.functions ?? []) lowering.functions.set(key, callable);
  const { variables, functions, types, problems } = lowering;
  return {
    using: usingOf(file),
    template: {
      source: file.source,
      start: 0,
      scope: undefined,
      symbolic: true,
      parameters,
      variables,
      functions,
      types,
      resources: [],
      outputs: new Map(),
      problems: [...(base?.problems ?? []), ...problems],
    },
  };
}

/** `base.name` is what the extended file assigns. */
function assigned(
  lowering: Lowering,
  { name, value }: ParamAssignment,
  base: Template | undefined,
): ParameterDeclaration {
  const inherited = inheritedName(value);
  const ofBase = inherited === undefined ? undefined : base?.parameters.get(inherited.toLowerCase());
  const context = { scope: lowering.root, locals: undefined };
  return {
    name: name.name,
    type: { type: "any" },
    defaultValue: ofBase?.defaultValue ?? lowering.expression(value, context),
    ...lowering.at(lowering.root, name),
  };
}

function inheritedName(value: Expression): string | undefined {
  if (value.kind !== "property" || value.base.kind !== "variable" || value.base.name !== "base") {
    return undefined;
  }
  return value.name.name;
}

function baseOf(lowering: Lowering, file: BicepFile, openBase: OpenBase): Template | undefined {
  const statement = file.statements.find((found): found is ExtendsStatement => found.kind === "extends");
  if (statement === undefined) return undefined;
  const path = textOf(statement.path);
  if (path === undefined) return undefined;
  const opened = openBase(path, file);
  if ("template" in opened) return opened.template;
  const { missing, code } = opened;
  lowering.tell(code, "gap", missing, lowering.at(lowering.root, statement.path));
  return undefined;
}

function usingOf({ statements }: BicepFile): string | undefined {
  const statement = statements.find((found): found is UsingStatement => found.kind === "using");
  return statement?.path === undefined ? undefined : textOf(statement.path);
}
