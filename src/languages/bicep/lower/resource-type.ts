import type { ResourceDeclaration } from "../../arm/template.ts";
import type * as ast from "../ast.ts";
import { lowerText } from "./lower-expression.ts";
import type { Context, Lowering } from "./lowering.ts";
import type { DeclaredResource } from "./symbol.ts";
import { textOf } from "./text-of.ts";

/** `Type/sub@version`; of a nested resource the last part alone, and the version of the one around it. */
export function typeOf(
  lowering: Lowering,
  declared: DeclaredResource,
  context: Context,
): Pick<ResourceDeclaration, "type" | "apiVersion" | "extension"> {
  const { type } = declared.statement as ast.ResourceStatement;
  const at = lowering.at(context.scope, type);
  const written = writtenType(declared);
  if (written === undefined) return { type: lowerText(lowering, type, context), apiVersion: undefined };
  const { version } = written;
  // the namespace may be written before the type: az:Microsoft.Storage/storageAccounts
  const [, namespace, name = written.name] = /^(\w+):(.+)$/u.exec(written.name) ?? [];
  const extension =
    namespace === undefined ? extensionOf(lowering, name) : namespace === "az" ? undefined : namespace;
  return {
    type: { kind: "literal", value: name, ...at },
    apiVersion: version === undefined ? undefined : { kind: "literal", value: version, ...at },
    ...(extension === undefined ? {} : { extension }),
  };
}

interface WrittenType {
  readonly name: string;
  readonly version: string | undefined;
}

function writtenType({ statement, parent }: DeclaredResource): WrittenType | undefined {
  const text = statement.kind === "resource" ? textOf(statement.type) : undefined;
  if (text === undefined) return undefined;
  const split = text.lastIndexOf("@");
  const name = split < 0 ? text : text.slice(0, split);
  const version = split < 0 ? undefined : text.slice(split + 1);
  const around = parent === undefined ? undefined : writtenType(parent);
  if (around === undefined) return { name, version };
  return { name: `${around.name}/${name}`, version: version ?? around.version };
}

/** Types of ARM begin with the namespace of a provider, which has a dot; Microsoft Graph's are an extension's. */
function extensionOf(lowering: Lowering, type: string): string | undefined {
  const [provider = ""] = type.split("/");
  const isGraph = /^microsoft\.graph$/iu.test(provider);
  if (provider.includes(".") && !isGraph) return undefined;
  for (const [alias, symbol] of lowering.root.symbols) {
    if (symbol.kind !== "extension") continue;
    const { specification } = symbol.statement;
    if (isGraph === /graph/iu.test(`${alias} ${specification}`)) return alias;
  }
  return isGraph ? "microsoftGraph" : undefined;
}
