import type {
  Decorator,
  ExtensionStatement,
  FuncStatement,
  ImportStatement,
  ImportedName,
  ModuleStatement,
  Name,
  ObjectExpression,
  ParamAssignment,
  ParamStatement,
  ResourceStatement,
  Statement,
  TestStatement,
  TypedName,
  UsingStatement,
  VarStatement,
} from "./ast.ts";
import { BicepSyntaxError } from "./bicep-syntax-error.ts";
import { parseDecorators } from "./parse-decorators.ts";
import { parseBody } from "./parse-body.ts";
import { parseExpression, parseObject, parseText } from "./parse-expression.ts";
import { parseList, parseSeparated } from "./parse-list.ts";
import { parseDeclaredType, parseType } from "./parse-type.ts";
import type { TokenCursor } from "./token-cursor.ts";

interface Head {
  readonly decorators: readonly Decorator[];
  readonly start: number;
}

type Parse = (cursor: TokenCursor, head: Head) => Statement;

/** By the word that they begin with. */
const IN_BOTH: readonly (readonly [string, Parse])[] = [
  ["var", parseVar],
  ["type", parseTypeStatement],
  ["import", parseImport],
  ["extension", parseExtension],
];
const TEMPLATE: ReadonlyMap<string, Parse> = new Map([
  ...IN_BOTH,
  ["targetScope", parseTargetScope],
  ["metadata", parseMetadata],
  ["param", parseParam],
  ["func", parseFunc],
  ["resource", parseResource],
  ["module", parseModule],
  ["test", parseTest],
  ["output", parseOutput],
  ["assert", parseAssert],
]);
const PARAMETERS: ReadonlyMap<string, Parse> = new Map([
  ...IN_BOTH,
  ["using", parseUsing],
  ["extends", parseExtends],
  ["param", parseParamAssignment],
  ["extensionConfig", parseExtensionConfig],
]);

export type FileKind = "template" | "parameters";

/** The words that a statement may begin with. */
export function statementsOf(kind: FileKind): ReadonlyMap<string, Parse> {
  return kind === "template" ? TEMPLATE : PARAMETERS;
}

/** Reads one statement, without the line end behind it. */
export function parseStatement(cursor: TokenCursor, kind: FileKind): Statement {
  const { start } = cursor;
  const decorators = parseDecorators(cursor);
  const parse = statementsOf(kind).get(cursor.word ?? "");
  if (parse === undefined) throw cursor.expected(expectedStatement(kind, decorators));
  cursor.next();
  return parse(cursor, { decorators, start });
}

function expectedStatement(kind: FileKind, decorators: readonly Decorator[]): string {
  if (decorators.length > 0) return "a declaration behind the decorators";
  return kind === "template"
    ? "a declaration: param, var, resource, module, output, type, func, import, metadata, targetScope, extension or assert"
    : "a declaration of a parameter file: using, param, var, import or extends";
}

function expectEquals(cursor: TokenCursor): void {
  cursor.expect("=", '"="');
}

function parseTargetScope(cursor: TokenCursor, head: Head): Statement {
  expectEquals(cursor);
  const value = parseExpression(cursor);
  return { kind: "target-scope", ...head, value, end: value.end };
}

function parseMetadata(cursor: TokenCursor, head: Head): Statement {
  const name = cursor.name("a name");
  expectEquals(cursor);
  const value = parseExpression(cursor);
  return { kind: "metadata", ...head, name, value, end: value.end };
}

function parseParam(cursor: TokenCursor, head: Head): ParamStatement {
  const name = cursor.name("the name of the parameter");
  const type = parseDeclaredType(cursor);
  const value = cursor.skip("=") ? parseExpression(cursor) : undefined;
  return { kind: "param", ...head, name, type, value, end: cursor.lastEnd };
}

function parseParamAssignment(cursor: TokenCursor, head: Head): ParamAssignment {
  const name = cursor.name("the name of the parameter");
  expectEquals(cursor);
  const value = parseExpression(cursor);
  return { kind: "param-assignment", ...head, name, value, end: value.end };
}

function parseTypeStatement(cursor: TokenCursor, head: Head): Statement {
  const name = cursor.name("the name of the type");
  expectEquals(cursor);
  const type = parseType(cursor);
  return { kind: "type", ...head, name, type, end: type.end };
}

function parseVar(cursor: TokenCursor, head: Head): VarStatement {
  const name = cursor.name("the name of the variable");
  const type = cursor.is("=") ? undefined : parseDeclaredType(cursor);
  expectEquals(cursor);
  const value = parseExpression(cursor);
  return { kind: "var", ...head, name, type, value, end: value.end };
}

function parseFunc(cursor: TokenCursor, head: Head): FuncStatement {
  const name = cursor.name("the name of the function");
  const params = parseSeparated(cursor, "(", ")", parseTypedName);
  const returns = parseDeclaredType(cursor);
  cursor.expect("=>", '"=>" and what the function gives');
  cursor.skipNewlines();
  const body = parseExpression(cursor);
  return { kind: "func", ...head, name, params, returns, body, end: body.end };
}

function parseTypedName(cursor: TokenCursor): TypedName {
  const name = cursor.name("the name of an argument");
  const type = parseDeclaredType(cursor);
  return { name, type, start: name.start, end: type.end };
}

function parseResource(cursor: TokenCursor, head: Head): ResourceStatement {
  const name = cursor.name("the symbolic name of the resource");
  const type = parseText(
    cursor,
    "the type of the resource in quotes: 'Microsoft.Storage/storageAccounts@2023-01-01'",
  );
  const existing = cursor.skipWord("existing");
  expectEquals(cursor);
  const body = parseBody(cursor, () => parseNested(cursor));
  return { kind: "resource", ...head, name, type, existing, body, end: body.end };
}

function parseNested(cursor: TokenCursor): ResourceStatement {
  const { start } = cursor;
  const decorators = parseDecorators(cursor);
  cursor.expectWord("resource");
  return parseResource(cursor, { decorators, start });
}

function parseModule(cursor: TokenCursor, head: Head): ModuleStatement {
  const name = cursor.name("the symbolic name of the module");
  const path = parseText(cursor, "the path of the module in quotes");
  expectEquals(cursor);
  const body = parseBody(cursor, undefined);
  return { kind: "module", ...head, name, path, body, end: body.end };
}

function parseTest(cursor: TokenCursor, head: Head): TestStatement {
  const name = cursor.name("the name of the test");
  const path = parseText(cursor, "the path of the file under test in quotes");
  expectEquals(cursor);
  const value = parseObject(cursor, undefined);
  return { kind: "test", ...head, name, path, value, end: value.end };
}

function parseOutput(cursor: TokenCursor, head: Head): Statement {
  const name = cursor.name("the name of the output");
  const type = parseDeclaredType(cursor);
  expectEquals(cursor);
  const value = parseExpression(cursor);
  return { kind: "output", ...head, name, type, value, end: value.end };
}

function parseAssert(cursor: TokenCursor, head: Head): Statement {
  const name = cursor.name("the name of the assertion");
  expectEquals(cursor);
  const value = parseExpression(cursor);
  return { kind: "assert", ...head, name, value, end: value.end };
}

/** `import { a, b as c } from '…'`, `import * as x from '…'`; `import '…'` is how extensions were once written. */
function parseImport(cursor: TokenCursor, head: Head): ImportStatement | ExtensionStatement {
  if (cursor.is("string") || cursor.is("string start")) return parseExtension(cursor, head);
  const target = parseImportTarget(cursor);
  cursor.expectWord("from");
  const path = parseText(cursor, "the path of the file in quotes");
  return { kind: "import", ...head, target, path, end: path.end };
}

function parseImportTarget(cursor: TokenCursor): Name | readonly ImportedName[] {
  if (cursor.skip("{")) return parseList(cursor, "}", () => parseImportedName(cursor));
  if (!cursor.skip("*")) throw cursor.expected('"{ names }" or "* as name"');
  cursor.expectWord("as");
  return cursor.name("a name");
}

function parseImportedName(cursor: TokenCursor): ImportedName {
  const { start, word } = cursor;
  if (word === undefined) {
    const name = plainText(cursor, "the name of what is imported");
    cursor.expectWord("as");
    return { name, alias: cursor.name("a name").name, start, end: cursor.lastEnd };
  }
  cursor.next();
  const alias = cursor.skipWord("as") ? cursor.name("a name").name : word;
  return { name: word, alias, start, end: cursor.lastEnd };
}

function plainText(cursor: TokenCursor, what: string): string {
  const { segments, holes, start, end } = parseText(cursor, what);
  if (holes.length > 0) throw new BicepSyntaxError(`${what} is plain text`, start, end);
  return segments[0] ?? "";
}

function parseExtension(cursor: TokenCursor, head: Head): ExtensionStatement {
  const specification = cursor.is("identifier")
    ? cursor.name("an extension").name
    : plainText(cursor, "the name of the extension");
  const config = parseWith(cursor);
  const alias = cursor.skipWord("as") ? cursor.name("a name") : undefined;
  return { kind: "extension", ...head, specification, config, alias, end: cursor.lastEnd };
}

function parseWith(cursor: TokenCursor): ObjectExpression | undefined {
  return cursor.skipWord("with") ? parseObject(cursor, undefined) : undefined;
}

function parseExtensionConfig(cursor: TokenCursor, head: Head): Statement {
  const name = cursor.name("the name of the extension");
  cursor.expectWord("with");
  const config = parseObject(cursor, undefined);
  return { kind: "extension-config", ...head, name, config, end: config.end };
}

function parseUsing(cursor: TokenCursor, head: Head): UsingStatement {
  const path = cursor.skipWord("none")
    ? undefined
    : parseText(cursor, "the path of a Bicep file in quotes, or none");
  const config = parseWith(cursor);
  return { kind: "using", ...head, path, config, end: cursor.lastEnd };
}

function parseExtends(cursor: TokenCursor, head: Head): Statement {
  const path = parseText(cursor, "the path of a parameter file in quotes");
  return { kind: "extends", ...head, path, end: path.end };
}
