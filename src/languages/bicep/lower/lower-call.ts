import type { Expression, Written } from "../../arm/expression.ts";
import type * as ast from "../ast.ts";
import { loadContent } from "./load-content.ts";
import { missingImport, noExport } from "./lower-name.ts";
import { findLocal } from "./lowering.ts";
import type { Context, Lowering } from "./lowering.ts";
import { textOf } from "./text-of.ts";
import { call } from "./operators.ts";
import type { FileScope, Symbol } from "./symbol.ts";

/** `name(…)`: a function of the file, of an import, or of the language. */
export function lowerCall(
  lowering: Lowering,
  name: string,
  args: readonly ast.Expression[],
  context: Context,
  at: Written,
): Expression {
  const symbol = findLocal(context.locals, name) === undefined ? context.scope.symbols.get(name) : undefined;
  if (symbol?.kind === "func" || symbol?.kind === "imported") {
    return callSymbol(
      lowering,
      { scope: context.scope, symbol, name },
      lowerAll(lowering, args, context),
      at,
    );
  }
  return callBuiltIn(lowering, name, args, context, at);
}

export function callBuiltIn(
  lowering: Lowering,
  name: string,
  args: readonly ast.Expression[],
  context: Context,
  at: Written,
): Expression {
  const [first] = args;
  switch (name) {
    case "any":
      return first === undefined
        ? lowering.unsettled("any takes a value", at)
        : { kind: "group", inner: lowering.expression(first, context), ...at };
    case "nameof":
      return { kind: "literal", value: first === undefined ? "" : nameOf(first), ...at };
    case "readEnvironmentVariable":
      return lowering.unsettled(
        `the environment variable ${first?.kind === "text" ? first.segments.join("…") : ""} is read where the deployment is made`,
        at,
        { identity: identityOf(name, args) },
      );
    case "externalInput":
    case "readCliArg":
      return lowering.unsettled(`${name} is given at the deployment`, at, {
        identity: identityOf(name, args),
      });
    case "getSecret":
      return lowering.unsettled("the value is a secret of a key vault", at, { secure: true });
    case "loadTextContent":
    case "loadFileAsBase64":
    case "loadJsonContent":
    case "loadYamlContent":
    case "loadDirectoryFileInfo":
      return loadContent(lowering, name, args, context, at);
    default:
      return call(name, lowerAll(lowering, args, context), at);
  }
}

/** A call with plain texts, which gives the same wherever it stands. */
function identityOf(name: string, args: readonly ast.Expression[]): string | undefined {
  const texts = args.map((argument) => (argument.kind === "text" ? textOf(argument) : undefined));
  if (texts.includes(undefined)) return undefined;
  return `${name}(${texts.map((text) => `'${text ?? ""}'`).join(", ")})`;
}

/** What a file means by the name of a function. */
export interface NamedFunction {
  readonly scope: FileScope;
  readonly symbol: Symbol;
  readonly name: string;
}

/** A user-defined function, wherever it is. */
export function callSymbol(
  lowering: Lowering,
  { scope, symbol, name }: NamedFunction,
  args: readonly Expression[],
  at: Written,
): Expression {
  if (symbol.kind === "func") return call(lowering.function(scope, symbol), args, at);
  if (symbol.kind !== "imported" && symbol.kind !== "wildcard") return noExport(lowering, name, at);
  const target = lowering.target(scope, symbol.statement);
  const wanted = symbol.kind === "imported" ? symbol.name : name;
  if (target.kind === "missing") return missingImport(lowering, target, wanted, at);
  if (target.kind === "template") {
    const exported = lowering.exported(target, wanted);
    return exported?.kind === "function" ? call(exported.key, args, at) : noExport(lowering, wanted, at);
  }
  const found = target.scope.symbols.get(wanted);
  if (found?.kind !== "func") return noExport(lowering, wanted, at);
  return callSymbol(lowering, { scope: target.scope, symbol: found, name: wanted }, args, at);
}

export function lowerAll(
  lowering: Lowering,
  args: readonly ast.Expression[],
  context: Context,
): readonly Expression[] {
  return args.map((argument) => lowering.expression(argument, context));
}

/** The last name of what `nameof` is asked of. */
function nameOf(node: ast.Expression): string {
  switch (node.kind) {
    case "variable":
      return node.name;
    case "property":
    case "nested":
      return node.name.name;
    case "index":
      return node.index.kind === "text" ? (node.index.segments[0] ?? "") : nameOf(node.base);
    case "parentheses":
    case "not-null":
      return nameOf(node.value);
    default:
      return "";
  }
}
