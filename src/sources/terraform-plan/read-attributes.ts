import type { Truth } from "../../model/truth.ts";
import { Reference, Sensitive, Unknown, emptyMap, put } from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";
import { isWriteOnly } from "../terraform/attribute-names.ts";
import type { AttributeNames } from "../terraform/attribute-names.ts";
import { AttributeBuilder } from "./build-attributes.ts";
import type { ResolveExpression } from "./build-attributes.ts";
import { findSecrets } from "./find-secrets.ts";
import type { Secrets } from "../terraform/secrets.ts";
import type { Instance } from "./declarations.ts";
import type { PlanIndex } from "./plan-index.ts";
import type { ExpressionNode, Expressions } from "./plan-document.ts";
import { rebuildPolicyDocument } from "../terraform/rebuild-policy-document.ts";
import { resolveReferences, unknownOf } from "./resolve-references.ts";
import type { ExpressionScope, Resolved } from "./resolve-references.ts";
import { isWrittenInCode } from "./written-in-code.ts";

const POLICY_DOCUMENT = "aws_iam_policy_document";
const NO_EXPRESSIONS: Expressions = {};
/** Stands for a value that the plan does not have; nobody sees it. */
const WRITE_ONLY = "known to the configuration alone";

/** Reads the attributes of plan instances; a data source that others read is read once. */
export class AttributeReader implements ResolveExpression<Instance> {
  readonly #index: PlanIndex;
  readonly #documents = new Map<Instance, Value>();
  readonly #secrets: Secrets;

  constructor(index: PlanIndex) {
    this.#index = index;
    this.#secrets = findSecrets(index.plan);
  }

  /** The attributes with the names; all of them when they are left out. */
  read(instance: Instance, names?: AttributeNames): ValueMap {
    const { change, config } = instance;
    const expressions = config === undefined ? undefined : (config.expressions ?? NO_EXPRESSIONS);
    const builder = new AttributeBuilder(this, instance, names?.all);
    const attributes = builder.build(change.change, expressions);
    const writeOnly = expressions === undefined ? undefined : this.#writeOnly(instance, expressions, names);
    return this.hide(writeOnly === undefined ? attributes : { ...attributes, ...writeOnly });
  }

  /** A plan has no value of a write-only argument; whether it stands in the configuration is told by its expression. */
  #writeOnly(
    instance: Instance,
    expressions: Expressions,
    names: AttributeNames | undefined,
  ): ValueMap | undefined {
    let found: Record<string, Value> | undefined;
    const writeOnly = names?.writeOnly ?? Object.keys(expressions).filter(isWriteOnly);
    for (let at = 0; at < writeOnly.length; at += 1) {
      const name = writeOnly[at] ?? "";
      const expression = expressions[name];
      if (expression === undefined) continue;
      const written = this.isWritten(expression, instance);
      if (written === false) continue;
      const text = "constant_value" in expression ? expression.constant_value : WRITE_ONLY;
      found ??= emptyMap();
      put(
        found,
        name,
        new Sensitive(typeof text === "string" ? text : WRITE_ONLY, written === true ? "type" : undefined),
      );
    }
    return found;
  }

  /** The attributes with every text that the plan marks as sensitive somewhere marked as sensitive. */
  hide(attributes: ValueMap): ValueMap {
    return this.#secrets.hide(attributes);
  }

  isWritten(expression: ExpressionNode, owner: Instance): Truth {
    return isWrittenInCode(this.#index, expression, scopeOf(owner));
  }

  unknown(expression: ExpressionNode, owner: Instance): Value {
    const resolved = resolveReferences(this.#index, expression, scopeOf(owner));
    return this.#document(resolved) ?? unknownOf(resolved);
  }

  /** An IAM document of a data source that is read during apply: its statements are in the plan all the same. */
  #document({ data, references, unsettled }: Resolved): Value | undefined {
    const only = data[0];
    if (only === undefined || data.length > 1 || references.length > 0 || unsettled.length > 0) {
      return undefined;
    }
    const { instance, attribute } = only;
    if (instance.change.type !== POLICY_DOCUMENT) return undefined;
    // Terraform tells no attribute behind an index such as [each.key]; nobody writes any other of a policy document
    if (attribute !== undefined && attribute !== "json" && attribute !== "minified_json") return undefined;
    const known = this.#documents.get(instance);
    if (known !== undefined) return known;
    this.#documents.set(instance, new Unknown(`${instance.change.address} is made from itself`));
    const document = rebuildPolicyDocument(this.read(instance), (reason) => new Unknown(reason));
    this.#documents.set(instance, document);
    return document;
  }

  known(expression: ExpressionNode, text: string, owner: Instance): Reference | undefined {
    const { references, data, unsettled } = resolveReferences(this.#index, expression, scopeOf(owner));
    const only = references[0];
    if (only?.attribute === undefined || references.length > 1 || data.length > 0 || unsettled.length > 0) {
      return undefined;
    }
    return this.#attributeText(only) === text ? new Reference(only.target, only.attribute, text) : undefined;
  }

  #attributeText(reference: Reference): unknown {
    const { after } = this.#index.instance(reference.target)?.change.change ?? {};
    if (typeof after !== "object" || after === null || reference.attribute === undefined) return undefined;
    return Object.hasOwn(after, reference.attribute)
      ? (after as Record<string, unknown>)[reference.attribute]
      : undefined;
  }
}

function scopeOf({ module, change, config }: Instance): ExpressionScope {
  return { module, key: change.index, forEach: config?.for_each_expression };
}
