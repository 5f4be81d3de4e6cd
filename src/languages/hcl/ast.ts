// one file although it is long: the tree of a language is read as a whole

import type { Location } from "../../model/location.ts";
import type { LineIndex } from "./line-index.ts";

/** A place in the text, in UTF-16 offsets; `end` is exclusive. Every node is one. `LineIndex` makes lines and columns of it. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What one file holds. With a problem the body is empty: half a file must not be judged. */
export interface HclFile {
  readonly file: string;
  readonly body: Body;
  /** In the order of the text. */
  readonly comments: readonly Comment[];
  readonly problems: readonly HclProblem[];
  readonly lines: LineIndex;
}

/** Why a file cannot be read: `hcl-syntax` is an error in Terraform too, `hcl-nesting` is a bound of ours. */
export interface HclProblem extends Span {
  readonly code: "hcl-syntax" | "hcl-nesting";
  readonly message: string;
  readonly location: Location & { readonly line: number; readonly column: number };
}

export interface Comment extends Span {
  readonly kind: "comment";
  /** How it is written; `json` is a property named `//` whose value is a string. */
  readonly marker: "#" | "//" | "/*" | "json";
  /** Without the marker, not trimmed. */
  readonly text: string;
  /** Nothing but blanks stands before it on its line. */
  readonly ownLine: boolean;
}

/**
 * The inside of a file or of a block. The span of a block's body includes its braces.
 *
 * In JSON only a schema tells attributes from nested blocks. The block types of Terraform's own language are blocks in
 * both syntaxes; what belongs to a provider is an attribute in JSON, and its object, or tuple of objects, may stand for
 * blocks. `syntax` says that this may be so.
 */
export interface Body extends Span {
  readonly kind: "body";
  readonly syntax: "native" | "json";
  /** By name, in the order of the text. */
  readonly attributes: ReadonlyMap<string, Attribute>;
  /** In the order of the text. */
  readonly blocks: readonly Block[];
}

/** `name = value`. In JSON the name includes its quotes. */
export interface Attribute extends Span {
  readonly kind: "attribute";
  readonly name: string;
  /** Where the name ends; it begins where the attribute does. */
  readonly nameEnd: number;
  readonly value: Expression;
}

/** `type "label" label { body }`. In JSON it begins at its last label, at its type when it has none, and in an array at its content. */
export interface Block extends Span {
  readonly kind: "block";
  readonly type: string;
  readonly typeSpan: Span;
  readonly labels: readonly Label[];
  readonly body: Body;
}

/** The span of a quoted label includes its quotes. */
export interface Label extends Span {
  readonly kind: "label";
  readonly value: string;
  readonly quoted: boolean;
}

/** A name that an expression brings into being: the variable of a `for`. */
export interface Name extends Span {
  readonly name: string;
}

export type Expression =
  | NullLiteral
  | BooleanLiteral
  | NumberLiteral
  | StringLiteral
  | Template
  | Wrap
  | Reference
  | Access
  | Call
  | Conditional
  | Unary
  | Binary
  | Tuple
  | ObjectExpression
  | ForTuple
  | ForObject
  | Parentheses;

export interface NullLiteral extends Span {
  readonly kind: "null";
}

export interface BooleanLiteral extends Span {
  readonly kind: "boolean";
  readonly value: boolean;
}

/** Never negative: `-5` is a unary operation. */
export interface NumberLiteral extends Span {
  readonly kind: "number";
  /** As written, exact: beyond 2^53 or 17 digits `value` is rounded, and beyond 1.8e308 infinite. */
  readonly text: string;
  readonly value: number;
}

/**
 * Text without interpolation, from quotes or from a heredoc, escapes decoded, indentation and strip markers applied,
 * in Unicode's form NFC as Terraform has all strings.
 */
export interface StringLiteral extends Span {
  readonly kind: "string";
  readonly form: TemplateForm;
  readonly value: string;
}

/** Text with interpolations or directives: always a string. */
export interface Template extends Span {
  readonly kind: "template";
  readonly form: TemplateForm;
  readonly parts: readonly TemplatePart[];
}

/** `"${x}"` and nothing beside it: the value of `x`, whatever its type is. */
export interface Wrap extends Span {
  readonly kind: "wrap";
  readonly form: TemplateForm;
  readonly inner: Expression;
}

/** `bare` is a template that is a text of its own: `parseTemplate`, as `templatefile` needs it. */
export type TemplateForm = "quoted" | "heredoc" | "json" | "bare";

export type TemplatePart = TemplateText | Interpolation | TemplateIf | TemplateFor;

/** Never empty. Strip markers and the indentation of `<<-` are applied already. */
export interface TemplateText extends Span {
  readonly kind: "text";
  readonly value: string;
}

/** `${x}`; the strip markers are kept for whoever wants to print it, their work is done. */
export interface Interpolation extends Span {
  readonly kind: "interpolation";
  readonly expression: Expression;
  readonly stripBefore: boolean;
  readonly stripAfter: boolean;
}

/** `%{ if c }…%{ else }…%{ endif }`; without `else` the other text is empty. */
export interface TemplateIf extends Span {
  readonly kind: "if";
  readonly condition: Expression;
  readonly whenTrue: readonly TemplatePart[];
  readonly whenFalse: readonly TemplatePart[];
}

/** `%{ for k, v in c }…%{ endfor }` */
export interface TemplateFor extends Span {
  readonly kind: "for";
  readonly keyName: Name | undefined;
  readonly valueName: Name;
  readonly collection: Expression;
  readonly parts: readonly TemplatePart[];
}

/** `var.a["b"].c`: a name of the scope and the steps from it. */
export interface Reference extends Span {
  readonly kind: "reference";
  readonly root: string;
  /** Where the root's name ends; it begins where the reference does. */
  readonly rootEnd: number;
  readonly steps: readonly Step[];
}

/** Steps from anything that is no name: `f(x)[0].a`, `(a).b`. There is at least one. */
export interface Access extends Span {
  readonly kind: "access";
  readonly source: Expression;
  readonly steps: readonly Step[];
}

export type Step = AttributeStep | IndexStep | SplatStep;

/** `.name` */
export interface AttributeStep extends Span {
  readonly kind: "attribute-step";
  readonly name: string;
}

/** `[key]`, or the old form `.0`, whose key is a number literal. */
export interface IndexStep extends Span {
  readonly kind: "index-step";
  readonly key: Expression;
  readonly legacy: boolean;
}

/**
 * `[*]` with all the steps that follow it, or `.*` with the attributes and old indexes that follow it; they are taken
 * from each item. What follows `.*` after that is the next step, taken from the list.
 */
export interface SplatStep extends Span {
  readonly kind: "splat-step";
  readonly form: "full" | "attribute";
  readonly each: readonly Step[];
}

export interface Call extends Span {
  readonly kind: "call";
  /** With its namespaces and without blanks: `provider::aws::arn_parse`. */
  readonly name: string;
  readonly nameEnd: number;
  readonly arguments: readonly Expression[];
  /** The last argument is followed by `...`. */
  readonly expandLast: boolean;
}

export interface Conditional extends Span {
  readonly kind: "conditional";
  readonly condition: Expression;
  readonly whenTrue: Expression;
  readonly whenFalse: Expression;
}

export interface Unary extends Span {
  readonly kind: "unary";
  readonly operator: "-" | "!";
  readonly operand: Expression;
}

export type BinaryOperator =
  "||" | "&&" | "==" | "!=" | "<" | "<=" | ">" | ">=" | "+" | "-" | "*" | "/" | "%";

export interface Binary extends Span {
  readonly kind: "binary";
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
}

export interface Tuple extends Span {
  readonly kind: "tuple";
  readonly items: readonly Expression[];
}

export interface ObjectExpression extends Span {
  readonly kind: "object";
  /** In the order of the text; a key may stand twice, and the last one holds. */
  readonly items: readonly ObjectItem[];
}

export interface ObjectItem extends Span {
  readonly kind: "item";
  readonly key: ObjectKey;
  readonly value: Expression;
}

/**
 * A bare name is that name; `true`, `false` and `null` are names here. Every other key is an expression: `"a"`, `(a)`,
 * and also `a.b`, which Terraform refuses as ambiguous when it evaluates it.
 */
export type ObjectKey = KeyName | Expression;

export interface KeyName extends Span {
  readonly kind: "key-name";
  readonly name: string;
}

/** `[for k, v in c : x if y]` */
export interface ForTuple extends Span {
  readonly kind: "for-tuple";
  readonly keyName: Name | undefined;
  readonly valueName: Name;
  readonly collection: Expression;
  readonly value: Expression;
  readonly condition: Expression | undefined;
}

/** `{for k, v in c : x => y... if z}` */
export interface ForObject extends Span {
  readonly kind: "for-object";
  readonly keyName: Name | undefined;
  readonly valueName: Name;
  readonly collection: Expression;
  readonly key: Expression;
  readonly value: Expression;
  /** `...`: values of the same key are collected into a tuple. */
  readonly grouped: boolean;
  readonly condition: Expression | undefined;
}

export interface Parentheses extends Span {
  readonly kind: "parentheses";
  readonly inner: Expression;
}
