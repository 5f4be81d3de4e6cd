import type { Location } from "../../../model/location.ts";
import { Reference } from "../../../model/value.ts";
import { EvaluationError } from "../values/evaluation-error.ts";
import { ANY, HclUnknown, HclValue, UNMARKED } from "../values/hcl-value.ts";
import type { Elements, Entries, Knowledge, Type } from "../values/hcl-value.ts";
import { EMPTY_TUPLE, NULL, nullOf, object } from "../values/make-value.ts";
import { mapChildren, withMarks } from "../values/marks.ts";
import { BodyReader } from "./body-reader.ts";
import type { BodyTools } from "./body-reader.ts";
import type { BodyShape } from "./body-shape.ts";
import type { InstanceKey } from "./expansion.ts";
import type { Declaration } from "./module-config.ts";
import { withNames } from "./scope.ts";
import type { Scope } from "./scope.ts";
import type { HostedInstance, HostedModule, Shared, Whole } from "./shared.ts";
import { wholeValue } from "./whole-value.ts";

const META = new Set([
  "count",
  "for_each",
  "provider",
  "depends_on",
  "lifecycle",
  "connection",
  "provisioner",
]);

/** Where an instance comes from. */
export interface InstancePlace<Module extends HostedModule> {
  readonly declaration: Declaration;
  readonly module: Module;
  readonly address: string;
  readonly key: InstanceKey | undefined;
  /** Why it is not certain that there is one instance like this: nobody knows how many there are. */
  readonly uncertain: string | undefined;
  /** Names as the module has them, and `count` or `each`. */
  readonly scope: Scope;
}

/** One instance of a resource or data source. */
export class ResourceInstance<Module extends HostedModule = HostedModule> implements HostedInstance, Whole {
  readonly id: string;
  readonly address: string;
  readonly declaration: Declaration;
  readonly module: Module;
  readonly key: InstanceKey | undefined;
  readonly uncertain: string | undefined;
  readonly shape: BodyShape | undefined;
  readonly scope: Scope;
  readonly body: BodyReader;
  readonly #shared: Shared;

  constructor(place: InstancePlace<Module>, shared: Shared, tools: BodyTools) {
    this.#shared = shared;
    this.address = place.address;
    this.id = shared.idPrefix + place.address;
    this.declaration = place.declaration;
    this.module = place.module;
    this.key = place.key;
    this.uncertain = place.uncertain;
    this.shape = shared.host.shapeOf(place.declaration);
    this.scope = withNames(new Map([["self", wholeValue(this.id)]]), place.scope);
    const { file, body, block } = place.declaration;
    const source = { file, body, scope: this.scope, shape: this.shape, start: block.start, skip: META };
    this.body = new BodyReader(source, tools);
  }

  /** What the configuration sets, by name, nulls included; blocks as lists of objects. */
  attributes(): ReadonlyMap<string, HclValue> {
    return new Map(this.body.names().map((name) => [name, this.body.value(name)]));
  }

  isSet(name: string): boolean {
    return this.body.has(name);
  }

  locate(path: readonly string[]): Location {
    return this.body.locate(path);
  }

  /** Where the path leads when the configuration only names it. */
  locateBehind(path: readonly string[]): Location | undefined {
    return this.body.locateBehind(path);
  }

  /** An attribute as other expressions see it: marked with where it comes from. */
  readAttribute(name: string): HclValue {
    if (META.has(name)) {
      throw new EvaluationError(
        `This object has no argument, nested block, or exported attribute named "${name}".`,
      );
    }
    const isSet = this.body.has(name);
    const value = isSet ? this.body.value(name) : NULL;
    if (value.isNull) {
      const { host, interpreter } = this.#shared;
      return host.computedAttribute(this, name, (...call) => interpreter.call(...call)) ?? this.#unset(name);
    }
    const isBlock = this.body.isBlock(name);
    if (isBlock && this.shape === undefined) return this.#afterApply(name, ANY);
    const seen = isBlock ? this.#withUnset(value, name) : value;
    if (this.declaration.mode !== "managed") return seen;
    const isTaken = seen.marks.reference !== undefined;
    if (isTaken && !this.#shared.host.isIdentifier(this.declaration, name)) return seen;
    return withMarks(seen, { reference: new Reference(this.id, name) });
  }

  /** Where the schema says it, the default or null; else what the provider decides. */
  #unset(name: string): HclValue {
    const attribute = this.shape?.attributes.get(name);
    if (attribute !== undefined) {
      if (attribute.isComputed) {
        return this.#afterApply(name, attribute.type, { notNull: attribute.isNeverNull ?? false });
      }
      return attribute.fallback ?? nullOf(attribute.type);
    }
    const block = this.shape?.blocks.get(name);
    if (block !== undefined && this.declaration.mode === "data") {
      return block.nesting === "one" ? NULL : EMPTY_TUPLE;
    }
    // a provider may fill a block that is not written, and the schema does not say which
    if (block !== undefined) return this.#afterApply(name, ANY);
    // the provider may be of another version than the schema, and have it
    return this.#afterApply(name, ANY, { mayFail: this.shape !== undefined });
  }

  /** An attribute that is known only after apply, as others see it. */
  #afterApply(name: string, type: Type, knowledge: Knowledge = {}): HclValue {
    const isManaged = this.declaration.mode === "managed";
    const reason = isManaged
      ? "known after apply"
      : `known after apply: ${this.address} is read by Terraform`;
    const reference = isManaged ? new Reference(this.id, name) : undefined;
    return new HclValue(type, new HclUnknown(reason, [], knowledge), { ...UNMARKED, reference });
  }

  /** Blocks with what they leave to the provider. */
  #withUnset(value: HclValue, name: string): HclValue {
    const nested = this.shape?.blocks.get(name);
    if (nested === undefined) return value;
    if (nested.nesting === "one") return this.#fill(value, nested.body, name);
    if (!Array.isArray(value.data)) return value;
    const filled = (value.data as Elements).map((item, index) =>
      this.#fill(item, nested.body, `${name}[${String(index)}]`),
    );
    return new HclValue({ kind: "tuple", elements: filled.map(({ type }) => type) }, filled, value.marks);
  }

  #fill(value: HclValue, shape: BodyShape, path: string): HclValue {
    if (!(value.data instanceof Map)) return value;
    const entries = new Map(value.data as Entries);
    for (const [name, { type, isComputed, fallback }] of shape.attributes) {
      const held = entries.get(name);
      if (held !== undefined && !held.isNull) continue;
      const unset = isComputed ? this.#afterApply(`${path}.${name}`, type) : new HclValue(type, null);
      entries.set(name, fallback ?? unset);
    }
    for (const [name, { body, nesting }] of shape.blocks) {
      const held = entries.get(name);
      if (held === undefined) {
        entries.set(name, nesting === "one" ? NULL : this.#afterApply(`${path}.${name}`, ANY));
      } else if (nesting === "one") entries.set(name, this.#fill(held, body, `${path}.${name}`));
      else if (Array.isArray(held.data)) {
        const items = mapChildren(held, (item) => this.#fill(item, body, `${path}.${name}`)) as Elements;
        entries.set(
          name,
          new HclValue({ kind: "tuple", elements: items.map(({ type }) => type) }, items, held.marks),
        );
      }
    }
    return withMarks(object(entries), value.marks);
  }
}
