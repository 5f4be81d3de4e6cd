import type { Expression, Written } from "../../arm/expression.ts";
import { didYouMean } from "../../../model/did-you-mean.ts";
import { findLocal } from "./lowering.ts";
import type { Context, Lowering } from "./lowering.ts";
import type { FileScope, ImportTarget, Symbol } from "./symbol.ts";

/** Names that Bicep has without a declaration; a declaration of the file hides them. */
const NAMESPACES: ReadonlySet<string> = new Set(["az", "sys"]);

export function isNamespace(name: string, { scope, locals }: Context): boolean {
  if (!NAMESPACES.has(name) || findLocal(locals, name) !== undefined) return false;
  const symbol = scope.symbols.get(name);
  // `extension az` says what holds without it
  return symbol === undefined || (symbol.kind === "extension" && symbol.statement.specification === name);
}

/** What a name is worth. */
export function lowerName(lowering: Lowering, name: string, context: Context, at: Written): Expression {
  const local = findLocal(context.locals, name);
  if (local === "local") return { kind: "local", name, ...at };
  if (local === "parameter") return { kind: "parameter", name, ...at };
  if (local !== undefined) return resourceOf(lowering, local.key, at);
  const symbol = context.scope.symbols.get(name);
  if (symbol === undefined) return unknownName(lowering, name, context, at);
  return valueOf(lowering, context.scope, symbol, name, at);
}

/** What `name.member` is worth when the name is that of an import or extension; nothing otherwise. */
export function lowerImportMember(
  lowering: Lowering,
  name: string,
  member: string,
  context: Context,
  at: Written,
): Expression | undefined {
  if (findLocal(context.locals, name) !== undefined) return undefined;
  const symbol = context.scope.symbols.get(name);
  if (symbol?.kind === "wildcard") return importedValue(lowering, context.scope, symbol, member, at);
  if (symbol?.kind === "extension") return lowering.unsettled(`${name} is an extension`, at);
  return undefined;
}

function valueOf(
  lowering: Lowering,
  scope: FileScope,
  symbol: Symbol,
  name: string,
  at: Written,
): Expression {
  switch (symbol.kind) {
    case "param":
      if (scope !== lowering.root) return lowering.unsettled(`${name} is a parameter of another file`, at);
      return { kind: "parameter", name, ...at };
    case "var": {
      const key = lowering.variable(scope, symbol);
      lowering.reads.add(`var ${key.toLowerCase()}`);
      return { kind: "variable", name: key, ...at };
    }
    case "resource":
      if (scope !== lowering.root) return lowering.unsettled(`${name} is a resource of another file`, at);
      return resourceOf(lowering, symbol.key, at);
    case "imported":
      return importedValue(lowering, scope, symbol, symbol.name, at);
    case "type":
    case "func":
    case "wildcard":
    case "extension":
      return lowering.unsettled(`${name} is no value`, at);
  }
}

function resourceOf(lowering: Lowering, key: string, at: Written): Expression {
  lowering.reads.add(key);
  return { kind: "resource", key, ...at };
}

function importedValue(
  lowering: Lowering,
  scope: FileScope,
  { statement }: Extract<Symbol, { kind: "imported" | "wildcard" }>,
  name: string,
  at: Written,
): Expression {
  const target = lowering.target(scope, statement);
  if (target.kind === "missing") return missingImport(lowering, target, name, at);
  if (target.kind === "template") {
    const exported = lowering.exported(target, name);
    if (exported?.kind !== "variable") return noExport(lowering, name, at);
    return { kind: "variable", name: exported.key, ...at };
  }
  const symbol = target.scope.symbols.get(name);
  // what a file imports it does not hand on
  if (symbol?.kind !== "var") return noExport(lowering, name, at);
  return valueOf(lowering, target.scope, symbol, name, at);
}

/** A value or function of a file that cannot be read is unknown, and told. */
export function missingImport(
  lowering: Lowering,
  { reason, code }: Extract<ImportTarget, { kind: "missing" }>,
  name: string,
  at: Written,
): Expression {
  lowering.tell(code, "gap", `${name} is not known: ${reason}`, at);
  return lowering.unsettled(`${name} is imported, and ${reason}`, at, { identity: `${name} (${reason})` });
}

export function noExport(lowering: Lowering, name: string, at: Written): Expression {
  lowering.tell("bicep-no-export", "error", `the imported file exports no ${name}`, at);
  return lowering.unsettled(`the imported file exports no ${name}`, at);
}

function unknownName(lowering: Lowering, name: string, context: Context, at: Written): Expression {
  if (name === "this" || isNamespace(name, context)) {
    return lowering.unsettled(`${name} is known only at deployment`, at);
  }
  const hint = didYouMean(name, context.scope.symbols.keys());
  lowering.tell("bicep-no-name", "error", `there is no ${name} in this file${hint}`, at);
  return lowering.unsettled(`there is no ${name} in this file`, at);
}
