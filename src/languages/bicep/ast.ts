// one file although it is long: the tree of a language is read as a whole
/* oxlint-disable max-lines */

import type { Location } from "../../model/location.ts";
import type { SourceText } from "../arm/source-text.ts";

/** A place in the text, in UTF-16 offsets; `end` is exclusive. Every node is one. `SourceText` makes lines and columns of it. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One `.bicep` or `.bicepparam` file. */
export interface BicepFile {
  readonly source: SourceText;
  /** What could be read, in the order of the text. With a problem something is missing. */
  readonly statements: readonly Statement[];
  readonly comments: readonly Comment[];
  readonly problems: readonly BicepProblem[];
}

/** Why a file cannot be read whole: `bicep-syntax` is an error in Bicep too, `bicep-nesting` is a bound of ours. */
export interface BicepProblem extends Span {
  readonly code: "bicep-syntax" | "bicep-nesting";
  readonly message: string;
  readonly location: Location;
}

export interface Comment extends Span {
  readonly marker: "//" | "/*";
  /** Without the marker, not trimmed. */
  readonly text: string;
  /** Nothing but blanks stands before it on its line. */
  readonly ownLine: boolean;
}

export interface Name extends Span {
  readonly name: string;
}

export type Statement =
  | TargetScopeStatement
  | MetadataStatement
  | ParamStatement
  | ParamAssignment
  | TypeStatement
  | VarStatement
  | FuncStatement
  | ResourceStatement
  | ModuleStatement
  | TestStatement
  | OutputStatement
  | AssertStatement
  | ImportStatement
  | ExtensionStatement
  | ExtensionConfigStatement
  | UsingStatement
  | ExtendsStatement;

interface Declaration extends Span {
  readonly decorators: readonly Decorator[];
}

/** `@sys.allowed([…])`: the name without its namespace. */
export interface Decorator extends Span {
  readonly name: string;
  readonly args: readonly Expression[];
}

export interface TargetScopeStatement extends Declaration {
  readonly kind: "target-scope";
  readonly value: Expression;
}

export interface MetadataStatement extends Declaration {
  readonly kind: "metadata";
  readonly name: Name;
  readonly value: Expression;
}

export interface ParamStatement extends Declaration {
  readonly kind: "param";
  readonly name: Name;
  readonly type: TypeExpression;
  readonly value: Expression | undefined;
}

/** `param name = value` of a parameter file. */
export interface ParamAssignment extends Declaration {
  readonly kind: "param-assignment";
  readonly name: Name;
  readonly value: Expression;
}

export interface TypeStatement extends Declaration {
  readonly kind: "type";
  readonly name: Name;
  readonly type: TypeExpression;
}

export interface VarStatement extends Declaration {
  readonly kind: "var";
  readonly name: Name;
  readonly type: TypeExpression | undefined;
  readonly value: Expression;
}

export interface FuncStatement extends Declaration {
  readonly kind: "func";
  readonly name: Name;
  readonly params: readonly TypedName[];
  readonly returns: TypeExpression;
  readonly body: Expression;
}

export interface TypedName extends Span {
  readonly name: Name;
  readonly type: TypeExpression;
}

export interface ResourceStatement extends Declaration {
  readonly kind: "resource";
  readonly name: Name;
  /** `Microsoft.Storage/storageAccounts@2023-01-01` */
  readonly type: TextExpression;
  readonly existing: boolean;
  readonly body: Body;
}

export interface ModuleStatement extends Declaration {
  readonly kind: "module";
  readonly name: Name;
  readonly path: TextExpression;
  readonly body: Body;
}

export interface TestStatement extends Declaration {
  readonly kind: "test";
  readonly name: Name;
  readonly path: TextExpression;
  readonly value: ObjectExpression;
}

export interface OutputStatement extends Declaration {
  readonly kind: "output";
  readonly name: Name;
  readonly type: TypeExpression;
  readonly value: Expression;
}

export interface AssertStatement extends Declaration {
  readonly kind: "assert";
  readonly name: Name;
  readonly value: Expression;
}

export interface ImportStatement extends Declaration {
  readonly kind: "import";
  /** The name that everything is imported under, or the names that are imported. */
  readonly target: Name | readonly ImportedName[];
  readonly path: TextExpression;
}

export interface ImportedName extends Span {
  readonly name: string;
  /** What the file calls it. */
  readonly alias: string;
}

export interface ExtensionStatement extends Declaration {
  readonly kind: "extension";
  readonly specification: string;
  readonly config: ObjectExpression | undefined;
  readonly alias: Name | undefined;
}

export interface ExtensionConfigStatement extends Declaration {
  readonly kind: "extension-config";
  readonly name: Name;
  readonly config: ObjectExpression;
}

/** `using 'main.bicep'`; no path is `using none`. */
export interface UsingStatement extends Declaration {
  readonly kind: "using";
  readonly path: TextExpression | undefined;
  readonly config: ObjectExpression | undefined;
}

export interface ExtendsStatement extends Declaration {
  readonly kind: "extends";
  readonly path: TextExpression;
}

/** What stands behind `=` of a resource or module: `[for item in list: if (condition) { … }]` with all or none of it. */
export interface Body extends Span {
  readonly loop: Loop | undefined;
  readonly condition: Expression | undefined;
  readonly object: ObjectExpression;
}

export interface Loop extends Span {
  readonly item: Name;
  readonly index: Name | undefined;
  readonly list: Expression;
}

export type Expression =
  | NullLiteral
  | BooleanLiteral
  | IntegerLiteral
  | TextExpression
  | Variable
  | Call
  | MethodCall
  | PropertyAccess
  | IndexAccess
  | NestedAccess
  | NotNull
  | Unary
  | Binary
  | Ternary
  | ArrayExpression
  | ObjectExpression
  | ForExpression
  | Lambda
  | Parentheses;

export interface NullLiteral extends Span {
  readonly kind: "null";
}

export interface BooleanLiteral extends Span {
  readonly kind: "boolean";
  readonly value: boolean;
}

/** Never negative: `-5` is a unary operation. */
export interface IntegerLiteral extends Span {
  readonly kind: "integer";
  readonly value: number;
}

/** A string: `segments` has one more than `holes`, escapes are resolved. */
export interface TextExpression extends Span {
  readonly kind: "text";
  readonly segments: readonly string[];
  readonly holes: readonly Expression[];
}

export interface Variable extends Span {
  readonly kind: "variable";
  readonly name: string;
}

export interface Call extends Span {
  readonly kind: "call";
  readonly name: string;
  readonly args: readonly Expression[];
}

/** `base.name(…)`: a function of a namespace (`sys.concat`), of an import, or of a resource (`vault.getSecret`). */
export interface MethodCall extends Span {
  readonly kind: "method";
  readonly base: Expression;
  readonly name: string;
  readonly args: readonly Expression[];
}

/** `base.name`, or `base.?name` which is null when there is none. */
export interface PropertyAccess extends Span {
  readonly kind: "property";
  readonly base: Expression;
  readonly name: Name;
  readonly safe: boolean;
}

/** `base[index]`, `base[?index]`, `base[^index]` which counts from the end. */
export interface IndexAccess extends Span {
  readonly kind: "index";
  readonly base: Expression;
  readonly index: Expression;
  readonly safe: boolean;
  readonly fromEnd: boolean;
}

/** `base::name`: a resource that is declared inside of another. */
export interface NestedAccess extends Span {
  readonly kind: "nested";
  readonly base: Expression;
  readonly name: Name;
}

/** `value!` */
export interface NotNull extends Span {
  readonly kind: "not-null";
  readonly value: Expression;
}

export type UnaryOperator = "!" | "-" | "+";

export interface Unary extends Span {
  readonly kind: "unary";
  readonly operator: UnaryOperator;
  readonly value: Expression;
}

export type BinaryOperator =
  "%" | "*" | "/" | "+" | "-" | ">" | ">=" | "<" | "<=" | "==" | "!=" | "=~" | "!~" | "&&" | "||" | "??";

export interface Binary extends Span {
  readonly kind: "binary";
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
}

export interface Ternary extends Span {
  readonly kind: "ternary";
  readonly condition: Expression;
  readonly whenTrue: Expression;
  readonly whenFalse: Expression;
}

/** `...value` in an array or object. */
export interface Spread extends Span {
  readonly kind: "spread";
  readonly value: Expression;
}

export interface ArrayExpression extends Span {
  readonly kind: "array";
  readonly items: readonly (Expression | Spread)[];
}

export interface ObjectExpression extends Span {
  readonly kind: "object";
  readonly entries: readonly (Property | Spread)[];
  /** Resources that are declared inside of the body of a resource. */
  readonly resources: readonly ResourceStatement[];
}

export interface Property extends Span {
  readonly kind: "entry";
  readonly key: TextExpression;
  readonly value: Expression;
}

export interface ForExpression extends Span {
  readonly kind: "for";
  readonly loop: Loop;
  readonly body: Expression;
}

export interface Lambda extends Span {
  readonly kind: "lambda";
  readonly params: readonly Name[];
  readonly body: Expression;
}

/** Kept, since `(a.?b).c` is not `a.?b.c`. */
export interface Parentheses extends Span {
  readonly kind: "parentheses";
  readonly value: Expression;
}

export type TypeExpression =
  | LiteralType
  | NamedType
  | TypeMember
  | TypeItem
  | ArrayType
  | NullableType
  | UnionType
  | ObjectType
  | TupleType
  | ParameterizedType
  | ResourceType;

/** `'a'`, `5`, `-5`, `true`, `null` */
export interface LiteralType extends Span {
  readonly kind: "literal-type";
  readonly value: Expression;
}

/** A type of the language (`string`), of the file, or of an import. */
export interface NamedType extends Span {
  readonly kind: "named-type";
  readonly name: string;
}

/** `base.name`; `base.*` has the name `*`. */
export interface TypeMember extends Span {
  readonly kind: "type-member";
  readonly base: TypeExpression;
  readonly name: Name;
}

/** `base[0]`; no index is `base[*]`. */
export interface TypeItem extends Span {
  readonly kind: "type-item";
  readonly base: TypeExpression;
  readonly index: number | undefined;
}

export interface ArrayType extends Span {
  readonly kind: "array-type";
  readonly item: TypeExpression;
}

export interface NullableType extends Span {
  readonly kind: "nullable-type";
  readonly type: TypeExpression;
  /** False for `type!`, which takes the null away. */
  readonly nullable: boolean;
}

export interface UnionType extends Span {
  readonly kind: "union-type";
  readonly members: readonly TypeExpression[];
}

export interface ObjectType extends Span {
  readonly kind: "object-type";
  readonly members: readonly ObjectTypeMember[];
}

export interface ObjectTypeMember extends Declaration {
  /** Nothing for `*`, which stands for every other property. */
  readonly name: string | undefined;
  readonly type: TypeExpression;
}

export interface TupleType extends Span {
  readonly kind: "tuple-type";
  readonly items: readonly TupleItem[];
}

export interface TupleItem extends Declaration {
  readonly type: TypeExpression;
}

/** `resourceInput<'Microsoft.Storage/storageAccounts@2023-01-01'>` */
export interface ParameterizedType extends Span {
  readonly kind: "parameterized-type";
  readonly name: string;
  readonly args: readonly TypeExpression[];
}

/** `resource 'Microsoft.Storage/storageAccounts@2023-01-01'` as the type of a parameter or output. */
export interface ResourceType extends Span {
  readonly kind: "resource-type";
  readonly type: TextExpression | undefined;
}
