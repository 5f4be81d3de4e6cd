import type { Expression, Unsettled, Written } from "../../arm/expression.ts";
import type { FunctionDeclaration, TemplateProblem, VariableDeclaration } from "../../arm/template.ts";
import type { TypeSchema } from "../../arm/type-schema.ts";
import type * as ast from "../ast.ts";
import type { BicepHost } from "./host.ts";
import type { DeclaredResource, FileScope, ImportTarget, Symbol } from "./symbol.ts";

/** Names that an expression may use beside those of its file. */
export interface Locals {
  readonly names: ReadonlyMap<string, "local" | "parameter" | DeclaredResource>;
  readonly around: Locals | undefined;
}

/** The file and the place in it that an expression is lowered for. */
export interface Context {
  readonly scope: FileScope;
  readonly locals: Locals | undefined;
}

/** What an expression reads directly: keys of variables (`var x`) and resources (`x`). */
export type Reads = Set<string>;

/** What a compiled template exports, by the name that the importing one has it under. */
export interface Exported {
  readonly kind: "variable" | "function" | "type";
  readonly key: string;
}

/** The lowering of one file, with what it takes from the files that it imports. */
export interface Lowering {
  readonly host: BicepHost;
  readonly root: FileScope;
  readonly variables: Map<string, VariableDeclaration>;
  readonly functions: Map<string, FunctionDeclaration>;
  readonly types: Map<string, TypeSchema>;
  /** Where reads are noted while something is lowered. */
  reads: Reads;
  expression(node: ast.Expression, context: Context): Expression;
  /** The key of a variable, function or type of a file; it is lowered later. */
  variable(scope: FileScope, symbol: Extract<Symbol, { kind: "var" }>): string;
  function(scope: FileScope, symbol: Extract<Symbol, { kind: "func" }>): string;
  type(scope: FileScope, symbol: Extract<Symbol, { kind: "type" }>): string;
  /** Where an import leads; the file is read once. */
  target(scope: FileScope, statement: ast.ImportStatement): ImportTarget;
  exported(target: Extract<ImportTarget, { kind: "template" }>, name: string): Exported | undefined;
  /** Follows the name of a type; the fallback when names lead to names without an end. */
  chase<Found>(follow: () => Found, fallback: Found): Found;
  at(scope: FileScope, span: ast.Span): Written;
  tell(code: string, level: TemplateProblem["level"], message: string, at: Written): void;
  unsettled(reason: string, at: Written, more?: Partial<Pick<Unsettled, "secure" | "identity">>): Unsettled;
}

/** The name as a local of the expression, from the innermost around it. */
export function findLocal(
  locals: Locals | undefined,
  name: string,
): "local" | "parameter" | DeclaredResource | undefined {
  for (let current = locals; current !== undefined; current = current.around) {
    const found = current.names.get(name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The context with more names in it. */
export function withLocals(
  context: Context,
  names: readonly string[],
  kind: "local" | "parameter" = "local",
): Context {
  if (names.length === 0) return context;
  return {
    scope: context.scope,
    locals: { names: new Map(names.map((name) => [name, kind])), around: context.locals },
  };
}
