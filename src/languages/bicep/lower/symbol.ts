import type { Template } from "../../arm/template.ts";
import type {
  BicepFile,
  ExtensionStatement,
  FuncStatement,
  ImportStatement,
  ModuleStatement,
  ParamAssignment,
  ParamStatement,
  ResourceStatement,
  TypeStatement,
  VarStatement,
} from "../ast.ts";

/** What a name of a file stands for. */
export type Symbol =
  | { readonly kind: "param"; readonly statement: ParamStatement | ParamAssignment }
  | { readonly kind: "var"; readonly statement: VarStatement }
  | { readonly kind: "type"; readonly statement: TypeStatement }
  | { readonly kind: "func"; readonly statement: FuncStatement }
  | DeclaredResource
  | { readonly kind: "extension"; readonly statement: ExtensionStatement }
  /** A name out of `import { name } from`. */
  | { readonly kind: "imported"; readonly statement: ImportStatement; readonly name: string }
  /** The alias of `import * as alias from`. */
  | { readonly kind: "wildcard"; readonly statement: ImportStatement };

/** A resource or module with the resources that are declared inside of it. */
export interface DeclaredResource {
  readonly kind: "resource";
  /** As in `ResourceDeclaration.key`. */
  readonly key: string;
  readonly statement: ResourceStatement | ModuleStatement;
  readonly parent: DeclaredResource | undefined;
  readonly children: ReadonlyMap<string, DeclaredResource>;
}

/** A file with its names. Those that it declares itself have keys with its prefix in the template. */
export interface FileScope {
  readonly file: BicepFile;
  /** Empty for the file that is lowered, `_1.` and so on for those that it imports from. */
  readonly prefix: string;
  readonly symbols: ReadonlyMap<string, Symbol>;
}

/** Where an import leads. */
export type ImportTarget =
  | { readonly kind: "file"; readonly scope: FileScope }
  | { readonly kind: "template"; readonly template: Template; readonly prefix: string }
  | { readonly kind: "missing"; readonly reason: string; readonly code: string };

/** The names that a file declares; of two of one name the first one counts. */
export function symbolsOf(file: BicepFile): ReadonlyMap<string, Symbol> {
  const symbols = new Map<string, Symbol>();
  const declare = (name: string, symbol: Symbol): void => {
    if (!symbols.has(name)) symbols.set(name, symbol);
  };
  for (const statement of file.statements) {
    switch (statement.kind) {
      case "param":
      case "param-assignment":
        declare(statement.name.name, { kind: "param", statement });
        break;
      case "var":
        declare(statement.name.name, { kind: "var", statement });
        break;
      case "type":
        declare(statement.name.name, { kind: "type", statement });
        break;
      case "func":
        declare(statement.name.name, { kind: "func", statement });
        break;
      case "resource":
      case "module":
        declare(statement.name.name, declaredResource(statement, undefined));
        break;
      case "extension":
        declare(statement.alias?.name ?? statement.specification, { kind: "extension", statement });
        break;
      case "import":
        declareImports(statement, declare);
        break;
      default:
    }
  }
  return symbols;
}

function declareImports(statement: ImportStatement, declare: (name: string, symbol: Symbol) => void): void {
  const { target } = statement;
  if ("name" in target) {
    declare(target.name, { kind: "wildcard", statement });
    return;
  }
  for (const { name, alias } of target) declare(alias, { kind: "imported", statement, name });
}

function declaredResource(
  statement: ResourceStatement | ModuleStatement,
  parent: DeclaredResource | undefined,
): DeclaredResource {
  const name = statement.name.name;
  const key = parent === undefined ? name : `${parent.key}::${name}`;
  const children = new Map<string, DeclaredResource>();
  const declared: DeclaredResource = { kind: "resource", key, statement, parent, children };
  for (const child of statement.body.object.resources) {
    if (!children.has(child.name.name)) children.set(child.name.name, declaredResource(child, declared));
  }
  return declared;
}
