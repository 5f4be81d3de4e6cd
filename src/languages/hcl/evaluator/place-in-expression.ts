import type { Expression } from "../ast.ts";

/** How far a path of names and numbers could be followed into an expression. */
export interface ExpressionPlace {
  /** Where the deepest part begins that is written out, name included. */
  readonly start: number;
  /** That part. */
  readonly expression: Expression;
  /** The steps that lead on from there. */
  readonly rest: readonly string[];
}

/** Where in an expression a path leads, as far as it is written out there: in lists, objects and the JSON made of them. */
export function placeInExpression(
  start: number,
  expression: Expression,
  path: readonly string[],
): ExpressionPlace {
  let place: ExpressionPlace = { start, expression: unwrap(expression), rest: path };
  for (const step of path) {
    const next = stepInto(place.expression, step);
    if (next === undefined) return place;
    place = { start: next.start, expression: unwrap(next.value), rest: place.rest.slice(1) };
  }
  return place;
}

interface Part {
  readonly start: number;
  readonly value: Expression;
}

function stepInto(expression: Expression, step: string): Part | undefined {
  if (expression.kind === "tuple") {
    const item = expression.items[Number(step)];
    return item === undefined ? undefined : { start: item.start, value: item };
  }
  if (expression.kind !== "object") return undefined;
  return expression.items.findLast(
    ({ key }) =>
      (key.kind === "key-name" ? key.name : key.kind === "string" ? key.value : undefined) === step,
  );
}

/** The text that jsonencode makes has the parts of what it is given. */
function unwrap(expression: Expression): Expression {
  let inner = expression;
  for (;;) {
    if (inner.kind === "parentheses" || inner.kind === "wrap") ({ inner } = inner);
    else if (inner.kind === "call" && inner.name === "jsonencode" && inner.arguments[0] !== undefined) {
      [inner] = inner.arguments;
    } else return inner;
  }
}
