import type { FunctionDeclaration } from "../../arm/template.ts";
import type { FuncStatement } from "../ast.ts";
import { lowerType } from "./lower-type.ts";
import { withLocals } from "./lowering.ts";
import type { Lowering } from "./lowering.ts";
import type { FileScope } from "./symbol.ts";

/** A function of the file, with the names of its arguments as its parameters. */
export function lowerFunction(
  lowering: Lowering,
  scope: FileScope,
  { name, params, returns, body, decorators }: FuncStatement,
  key: string,
): FunctionDeclaration {
  const names = params.map((param) => param.name.name);
  const inside = withLocals({ scope, locals: undefined }, names, "parameter");
  return {
    name: key,
    parameters: params.map((param) => ({
      name: param.name.name,
      type: lowerType(lowering, param.type, [], scope),
    })),
    body: lowering.expression(body, inside),
    type: lowerType(lowering, returns, decorators, scope),
    ...lowering.at(scope, name),
  };
}
