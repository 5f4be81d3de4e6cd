import type { SourceText } from "./source-text.ts";

/**
 * Where a node is written: a file and a UTF-16 offset in it. `source.locate(start)` makes line and column of it, when
 * somebody asks. Nodes of one template may come from several files: imports, loaded content, parameter files.
 */
export interface Written {
  readonly source: SourceText;
  readonly start: number;
}

/**
 * An expression of a template: what stands in `"[…]"` and around it in JSON, and what Bicep is lowered to.
 *
 * Operators are the functions that ARM has for them, as Bicep's compiler writes them: `a == b` is `equals`, `a =~ b` is
 * `equals(toLower(a), toLower(b))`, `!a` is `not`, `a ? b : c` is `if`, `a ?? b` is `coalesce`, `-a` is `sub(0, a)`,
 * `a + b` is `add`, `<` `<=` `>` `>=` are `less` `lessOrEquals` `greater` `greaterOrEquals`, `&&` `||` are `and` `or`.
 */
export type Expression =
  | Literal
  | Text
  | ArrayExpression
  | ObjectExpression
  | Loop
  | Parameter
  | Variable
  | Local
  | ResourceSymbol
  | Access
  | Group
  | Call
  | Lambda
  | Unsettled;

export interface Literal extends Written {
  readonly kind: "literal";
  readonly value: string | number | boolean | null;
}

/** `'a${b}c'`: the parts one after the other, each written as `format('{0}', part)` writes it. */
export interface Text extends Written {
  readonly kind: "text";
  readonly parts: readonly Expression[];
}

export interface ArrayExpression extends Written {
  readonly kind: "array";
  readonly items: readonly (Expression | Spread)[];
}

/** `...x` in an array or object. */
export interface Spread extends Written {
  readonly kind: "spread";
  readonly value: Expression;
}

export interface ObjectExpression extends Written {
  readonly kind: "object";
  /** In the order of the text; keys are told apart without regard to case, and the last one holds. */
  readonly members: readonly (Member | Spread)[];
}

/** `key: value`. It is written where its key is. */
export interface Member extends Written {
  readonly kind: "member";
  /** Mostly a literal string; `"[…]": x` in JSON and `'${a}': x` in Bicep are expressions. */
  readonly key: Expression;
  readonly value: Expression;
}

/** `[for (item, index) in collection: body]`, and `copy` of a property or variable. An array. */
export interface Loop extends Written, Iteration {
  readonly kind: "loop";
  readonly body: Expression;
}

/** What a loop runs over: the items of a collection (an array, or the count of them as ARM writes it). */
export interface Iteration {
  readonly over:
    | { readonly kind: "items"; readonly collection: Expression }
    | { readonly kind: "count"; readonly count: Expression };
  /** Locals that the body may name. `item` is a Bicep loop's, `index` counts from 0. */
  readonly item?: string | undefined;
  readonly index?: string | undefined;
  /** The name that `copyIndex('name')` may give; `copyIndex()` means the innermost loop of a resource. */
  readonly copyName?: string | undefined;
  /** `if` of a loop: an item for which it is false is left out, and does not move the index of the others. */
  readonly filter?: Expression | undefined;
}

/** `parameters('name')`: of the template, or of the user-defined function around it. */
export interface Parameter extends Written {
  readonly kind: "parameter";
  readonly name: string;
}

/** `variables('name')` */
export interface Variable extends Written {
  readonly kind: "variable";
  readonly name: string;
}

/** The parameter of a lambda, the item or index of a loop. */
export interface Local extends Written {
  readonly kind: "local";
  readonly name: string;
}

/**
 * A resource or module by its symbolic name: `sym`, `sym[i]`. Members of it are ordinary `Access`: `.id .name .type
 * .apiVersion` follow from the declaration; every other member is what the resource has at run time, for a declared
 * property with the declared value as its text. Of a module: `.name`, `.outputs.x`.
 * Functions of a resource are calls: `sym.listKeys()` is `listKeys(sym.id, apiVersion)`, `sym.getSecret('x')` too.
 */
export interface ResourceSymbol extends Written {
  readonly kind: "resource";
  /** `ResourceDeclaration.key` */
  readonly key: string;
  readonly index?: Expression | undefined;
  /** `sym.?member`: null when the condition of the resource is false; of a module it is what `reference` gives. */
  readonly maybe?: boolean | undefined;
}

/**
 * `target.name`, `target[index]`. A `safe` one (`.?name`, `[?index]`) is null where there is nothing, and so is the rest
 * of the chain of accesses that it stands in; a `Group` ends a chain.
 */
export interface Access extends Written {
  readonly kind: "access";
  readonly target: Expression;
  /** A literal string for `.name`. */
  readonly key: Expression;
  readonly safe: boolean;
  /** `[^1]` is the last item. */
  readonly fromEnd: boolean;
}

/** `(inner)`, and `inner!` of which nothing else is left. */
export interface Group extends Written {
  readonly kind: "group";
  readonly inner: Expression;
}

/** A function of ARM, or a user-defined one by its key in `Template.functions`. Names have no case. */
export interface Call extends Written {
  readonly kind: "call";
  /** Without `az.` and `sys.`; `namespace.name` for user-defined functions. */
  readonly name: string;
  readonly arguments: readonly Expression[];
}

export interface Lambda extends Written {
  readonly kind: "lambda";
  readonly parameters: readonly string[];
  readonly body: Expression;
}

/** What cannot be read: content of a file that is not there, an import from a registry, a secret of a vault, an error. */
export interface Unsettled extends Written {
  readonly kind: "unsettled";
  /** Why, in words that a person reads. */
  readonly reason: string;
  readonly secure: boolean;
  /** What tells it from others that are not known, when it is the same wherever it is evaluated. */
  readonly identity?: string | undefined;
}
