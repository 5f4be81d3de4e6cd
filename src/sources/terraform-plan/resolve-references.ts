import { Reference, SOMETHING_ELSE, Unknown } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { InstanceKey } from "./module-path.ts";
import type { Declaration, Instance, ModuleInstance } from "./declarations.ts";
import type { PlanIndex } from "./plan-index.ts";
import { isExpression } from "./plan-document.ts";
import type { Expression, ExpressionNode } from "./plan-document.ts";
import { holdsName, valueAt } from "./names-in-value.ts";
import { parseOnlyReference, parseReferences } from "./reference-text.ts";
import type { ReferenceText } from "./reference-text.ts";

/** Where an expression stands: the module instance, and the key of the resource or module call that holds it. */
export interface ExpressionScope {
  readonly module: ModuleInstance;
  readonly key: InstanceKey | undefined;
  /** The for_each of the block that holds the expression: where `each.value` comes from. */
  readonly forEach: Expression | undefined;
}

/** What an expression refers to, once variables and outputs are followed. */
export interface Resolved {
  readonly references: readonly Reference[];
  /** Data sources that are read during apply. */
  readonly data: readonly { readonly instance: Instance; readonly attribute: string | undefined }[];
  /** What a plan does not tell, each a reason for a person. */
  readonly unsettled: readonly string[];
  /**
   * Variables and data sources bring a name along, which what is known after apply may hold too. Which name is left out: it
   * may be a secret.
   */
  readonly bringsNames: boolean;
}

const NOTHING: Resolved = { references: [], data: [], unsettled: [], bringsNames: false };
const DEEPEST = 40;

/** Follows the references of an expression through variables, module calls and outputs to resources. */
export function resolveReferences(
  index: PlanIndex,
  expression: ExpressionNode | undefined,
  scope: ExpressionScope,
  depth = 0,
): Resolved {
  if (expression === undefined) return NOTHING;
  if (depth > DEEPEST) return { ...NOTHING, unsettled: ["the references lead through too many modules"] };
  const texts = isExpression(expression) ? (expression.references ?? []) : nestedReferences(expression);
  if (texts.length === 0) return isExpression(expression) ? naming(expression.constant_value) : NOTHING;
  const only = parseOnlyReference(texts);
  // most expressions name one thing
  if (only !== undefined) return resolveOne(index, only, isKey(only), scope, depth);
  return resolveAll(index, parseReferences(texts), scope, depth);
}

function resolveAll(
  index: PlanIndex,
  references: readonly ReferenceText[],
  scope: ExpressionScope,
  depth: number,
): Resolved {
  const keyed = references.some(isKey);
  return join(references.map((reference) => resolveOne(index, reference, keyed, scope, depth)));
}

function isKey({ kind }: ReferenceText): boolean {
  return kind === "key" || kind === "each-value";
}

/** All references below a block, for a block whose attributes cannot be told apart. */
function nestedReferences(node: ExpressionNode): readonly string[] {
  if (Array.isArray(node)) return node.flatMap((item: ExpressionNode) => nestedReferences(item));
  if (isExpression(node)) return node.references ?? [];
  return Object.values(node).flatMap((item: ExpressionNode) => nestedReferences(item));
}

function resolveOne(
  index: PlanIndex,
  reference: ReferenceText,
  keyed: boolean,
  scope: ExpressionScope,
  depth: number,
): Resolved {
  switch (reference.kind) {
    case "resource":
      return resolveResource(index, reference, keyed, scope);
    case "data":
      return resolveData(index, reference, keyed, scope);
    case "variable":
      return resolveVariable(index, reference, scope, depth);
    case "module":
      return resolveOutput(index, reference, keyed, scope, depth);
    case "each-value": {
      const chained = chainedResource(scope.forEach);
      if (chained === undefined) {
        return resolveReferences(index, scope.forEach, { ...scope, forEach: undefined }, depth + 1);
      }
      const attribute = reference.rest.startsWith(".") ? reference.rest.slice(1) : undefined;
      return resolveResource(index, { ...chained, attribute }, true, scope);
    }
    case "local":
      return { ...NOTHING, unsettled: [`${reference.text} is a local, and a plan does not hold locals`] };
    case "key":
    case "constant":
      return NOTHING;
  }
}

/** `for_each = aws_subnet.private`: each value is the instance with the same key. */
function chainedResource(forEach: Expression | undefined): DeclaredReference | undefined {
  const [only, ...others] = parseReferences(forEach?.references ?? []);
  if (only?.kind !== "resource" || others.length > 0) return undefined;
  return only.key === undefined && only.attribute === undefined ? only : undefined;
}

interface DeclaredReference {
  readonly type: string;
  readonly name: string;
  readonly key: InstanceKey | undefined;
  readonly attribute: string | undefined;
}

function resolveResource(
  index: PlanIndex,
  reference: DeclaredReference,
  keyed: boolean,
  scope: ExpressionScope,
): Resolved {
  const declaration = index.resource(scope.module, reference.type, reference.name);
  const { key, attribute } = reference;
  const only = key === undefined ? declaration?.only() : undefined;
  const references =
    only === undefined
      ? referencesTo(pick(declaration, key, keyed, scope.key), attribute)
      : [new Reference(only.id, attribute)];
  return { references, data: NOTHING.data, unsettled: NOTHING.unsettled, bringsNames: false };
}

function referencesTo(instances: readonly Instance[], attribute: string | undefined): readonly Reference[] {
  return instances.map(({ id }) => new Reference(id, attribute));
}

function resolveData(
  index: PlanIndex,
  reference: DeclaredReference,
  keyed: boolean,
  scope: ExpressionScope,
): Resolved {
  const declaration = index.data(scope.module, reference.type, reference.name);
  const instances = pick(declaration, reference.key, keyed, scope.key);
  if (instances.length === 0) {
    const steps = reference.attribute === undefined ? "" : `.${reference.attribute}`;
    return naming(index.readData(scope.module, reference).map((values) => valueAt(values, steps)));
  }
  return { ...NOTHING, data: instances.map((instance) => ({ instance, attribute: reference.attribute })) };
}

function naming(value: unknown): Resolved {
  return holdsName(value) ? { ...NOTHING, bringsNames: true } : NOTHING;
}

/** `x[each.key]` means the instance with the same key as the one that asks. */
function pick(
  declaration: Declaration | undefined,
  key: InstanceKey | undefined,
  keyed: boolean,
  own: InstanceKey | undefined,
): readonly Instance[] {
  if (declaration === undefined) return [];
  if (key !== undefined) return declaration.withKey(key);
  const same = keyed && own !== undefined ? declaration.withKey(own) : [];
  return same.length > 0 ? same : declaration.instances();
}

function resolveVariable(
  index: PlanIndex,
  { name, rest }: { readonly name: string; readonly rest: string },
  scope: ExpressionScope,
  depth: number,
): Resolved {
  const { steps } = scope.module;
  const step = steps.at(-1);
  if (step === undefined) return naming(valueAt(index.plan.variables?.[name]?.value, rest));
  const parent = index.module(steps.slice(0, -1));
  const call = parent.config?.module_calls?.[step.name];
  if (call === undefined) {
    return { ...NOTHING, unsettled: [`the plan does not tell how module.${step.name} is called`] };
  }
  const expression = call.expressions?.[name];
  if (expression === undefined) return naming(valueAt(scope.module.config?.variables?.[name]?.default, rest));
  return resolveReferences(
    index,
    expression,
    { module: parent, key: step.key, forEach: call.for_each_expression },
    depth + 1,
  );
}

function resolveOutput(
  index: PlanIndex,
  reference: {
    readonly name: string;
    readonly key: InstanceKey | undefined;
    readonly output: string | undefined;
  },
  keyed: boolean,
  scope: ExpressionScope,
  depth: number,
): Resolved {
  const { name, output } = reference;
  if (output === undefined) {
    return { ...NOTHING, unsettled: [`which output of module.${name} is meant is not told`] };
  }
  const key = reference.key ?? (keyed ? scope.key : undefined);
  const keyedCall = scope.module.config?.module_calls?.[name]?.for_each_expression !== undefined;
  const children = index.childModules(scope.module, name, reference.key ?? (keyedCall ? key : undefined));
  return join(
    children.map((child) => {
      const expression = child.config?.outputs?.[output]?.expression;
      if (expression === undefined) {
        return { ...NOTHING, unsettled: [`the plan does not tell what module.${name}.${output} is`] };
      }
      return resolveReferences(
        index,
        expression,
        { module: child, key: undefined, forEach: undefined },
        depth + 1,
      );
    }),
  );
}

function join(parts: readonly Resolved[]): Resolved {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only;
  return {
    references: unique(parts.flatMap(({ references }) => references)),
    data: parts.flatMap(({ data }) => data),
    unsettled: parts.flatMap(({ unsettled }) => unsettled),
    bringsNames: parts.some(({ bringsNames }) => bringsNames),
  };
}

function unique(references: readonly Reference[]): readonly Reference[] {
  const seen = new Map<string, Reference>();
  for (const reference of references) {
    const key = `${reference.target} ${reference.attribute ?? ""}`;
    if (!seen.has(key)) seen.set(key, reference);
  }
  return [...seen.values()];
}

/** The value that stands for an expression which is known only after apply. */
export function unknownOf(resolved: Resolved): Value {
  const { references, data, unsettled, bringsNames } = resolved;
  const first = references[0];
  const isOne = references.length === 1 && !bringsNames;
  if (first !== undefined && isOne && data.length === 0 && unsettled.length === 0) return first;
  const targets = new Set(references.map(({ target }) => target));
  if (unsettled.length > 0) return new Unknown(`known after apply: ${unsettled.join("; ")}`);
  if (data.length > 0) {
    return new Unknown(
      `known after apply: ${data.map(({ instance }) => instance.change.address).join(", ")} is read during apply`,
    );
  }
  if (first !== undefined && targets.size === 1 && !bringsNames) return new Reference(first.target);
  if (first === undefined) return new Unknown("known after apply");
  const candidates = bringsNames ? [...references, SOMETHING_ELSE] : references;
  const named = new Set(candidates.map(({ target }) => target));
  return new Unknown(`known after apply: one or more of ${[...named].join(", ")}`, candidates);
}
