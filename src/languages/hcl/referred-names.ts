import type { Expression, ObjectKey, Reference, Step, TemplatePart } from "./ast.ts";

/**
 * What an expression refers to, without attributes and keys: `var.a`, `local.b`, `module.c`, `aws_kms_key.d`,
 * `data.aws_region.e`, `each`, `path`. Names that the expression itself brings into being are left out.
 */
export function referredNames(expression: Expression): ReadonlySet<string> {
  const names = new Set<string>();
  visitReferences(expression, (reference) => names.add(nameOf(reference)));
  return names;
}

/** Every reference of an expression, but to names that it brings into being itself, or that are `bound` around it. */
export function visitReferences(
  expression: Expression,
  found: (reference: Reference) => void,
  bound: ReadonlySet<string> = new Set(),
): void {
  visit(expression, { found, bound });
}

/** How many steps behind the root belong to the name. */
const STEPS_OF: Readonly<Record<string, number>> = {
  var: 1,
  local: 1,
  module: 1,
  data: 2,
  ephemeral: 2,
  each: 0,
  count: 0,
  path: 0,
  terraform: 0,
  self: 0,
};

/** The same for the text of a reference, as a plan has it: `data.aws_region.e.name`. */
export function referredName(text: string): string {
  const [root = "", ...steps] = text.split(/[.[]/u);
  return [root, ...steps.slice(0, stepsOf(root))].join(".");
}

function stepsOf(root: string): number {
  return Object.hasOwn(STEPS_OF, root) ? (STEPS_OF[root] ?? 1) : 1;
}

interface Visit {
  readonly found: (reference: Reference) => void;
  readonly bound: ReadonlySet<string>;
}

function visit(expression: Expression, to: Visit): void {
  switch (expression.kind) {
    case "null":
    case "boolean":
    case "number":
    case "string":
      return;
    case "template":
      visitParts(expression.parts, to);
      return;
    case "wrap":
    case "parentheses":
      visit(expression.inner, to);
      return;
    case "reference":
      if (!to.bound.has(expression.root)) to.found(expression);
      visitSteps(expression.steps, to);
      return;
    case "access":
      visit(expression.source, to);
      visitSteps(expression.steps, to);
      return;
    case "call":
      for (const argument of expression.arguments) visit(argument, to);
      return;
    case "conditional":
      for (const part of [expression.condition, expression.whenTrue, expression.whenFalse]) visit(part, to);
      return;
    case "unary":
      visit(expression.operand, to);
      return;
    case "binary":
      visit(expression.left, to);
      visit(expression.right, to);
      return;
    case "tuple":
      for (const item of expression.items) visit(item, to);
      return;
    case "object":
      for (const { key, value } of expression.items) {
        visitKey(key, to);
        visit(value, to);
      }
      return;
    case "for-tuple":
    case "for-object": {
      visit(expression.collection, to);
      const inner = bind(to, [expression.keyName?.name, expression.valueName.name]);
      if (expression.kind === "for-object") visit(expression.key, inner);
      visit(expression.value, inner);
      if (expression.condition !== undefined) visit(expression.condition, inner);
    }
  }
}

function visitKey(key: ObjectKey, to: Visit): void {
  if (key.kind !== "key-name") visit(key, to);
}

function visitSteps(steps: readonly Step[], to: Visit): void {
  for (const step of steps) {
    if (step.kind === "index-step") visit(step.key, to);
    else if (step.kind === "splat-step") visitSteps(step.each, to);
  }
}

function visitParts(parts: readonly TemplatePart[], to: Visit): void {
  for (const part of parts) {
    if (part.kind === "interpolation") visit(part.expression, to);
    else if (part.kind === "if") {
      visit(part.condition, to);
      visitParts(part.whenTrue, to);
      visitParts(part.whenFalse, to);
    } else if (part.kind === "for") {
      visit(part.collection, to);
      visitParts(part.parts, bind(to, [part.keyName?.name, part.valueName.name]));
    }
  }
}

function bind({ found, bound }: Visit, more: readonly (string | undefined)[]): Visit {
  return { found, bound: new Set([...bound, ...more.filter((name) => name !== undefined)]) };
}

function nameOf({ root, steps }: Reference): string {
  // `resource.aws_kms_key.a` is a long way to say `aws_kms_key.a`
  const path = root === "resource" ? [] : [root];
  const count = root === "resource" ? 2 : stepsOf(root);
  for (const step of steps.slice(0, count)) {
    if (step.kind === "attribute-step") path.push(step.name);
  }
  return path.join(".");
}
