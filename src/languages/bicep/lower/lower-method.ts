import type { Expression, Written } from "../../arm/expression.ts";
import type * as ast from "../ast.ts";
import { callBuiltIn, callSymbol, lowerAll } from "./lower-call.ts";
import { isNamespace } from "./lower-name.ts";
import { findLocal } from "./lowering.ts";
import type { Context, Lowering } from "./lowering.ts";
import { call } from "./operators.ts";

/** `base.name(…)`: a function of a namespace, of an import, or of a resource. */
export function lowerMethod(
  lowering: Lowering,
  { base, name, args }: ast.MethodCall,
  context: Context,
  at: Written,
): Expression {
  if (base.kind === "variable") {
    if (isNamespace(base.name, context)) return callBuiltIn(lowering, name, args, context, at);
    const symbol =
      findLocal(context.locals, base.name) === undefined ? context.scope.symbols.get(base.name) : undefined;
    if (symbol?.kind === "wildcard") {
      return callSymbol(
        lowering,
        { scope: context.scope, symbol, name },
        lowerAll(lowering, args, context),
        at,
      );
    }
    if (base.name === "this" || symbol?.kind === "extension") {
      return lowering.unsettled(`${base.name}.${name}() is known only at deployment`, at);
    }
  }
  const target = lowering.expression(base, context);
  const lowered = lowerAll(lowering, args, context);
  const member = (key: string): Expression => ({
    kind: "access",
    target,
    key: { kind: "literal", value: key, ...at },
    safe: false,
    fromEnd: false,
    ...at,
  });
  if (name === "getSecret") return call("getSecret", [member("id"), ...lowered], at);
  const versioned = lowered.length > 0 ? lowered : [member("apiVersion")];
  return call(name, [member("id"), ...versioned], at);
}
