// one file although it is long: what one template is, with its values, is read as a whole
/* oxlint-disable max-lines */

import type { ModuleCall } from "../../../model/resource.ts";
import type { Expression, Iteration } from "../expression.ts";
import { MAX_INSTANCES, MAX_TEMPLATE_DEPTH } from "../limits.ts";
import type { FunctionDeclaration, OutputDeclaration, ResourceDeclaration, Template } from "../template.ts";
import { AT_DEPLOYMENT, ArmObject, Open, OpenText, bare, knownText } from "../values/arm-value.ts";
import type { ArmMember, ArmValue } from "../values/arm-value.ts";
import { openFrom, readsOf } from "../values/open-call.ts";
import { print } from "../values/print.ts";
import type { Frame } from "./frame.ts";
import type { Instance, RegisteredResource } from "./instance.ts";
import { checkValue, glue } from "./check-value.ts";
import { conceal } from "./conceal.ts";
import { givenBy, parameterValue } from "./parameter-value.ts";
import type { GivenValues } from "./parameter-value.ts";
import type { Place } from "./place.ts";
import { ResourceInstance } from "./resource-instance.ts";
import type { ResourceOwner } from "./resource-instance.ts";
import type { Shared } from "./shared.ts";

export interface TemplateParts {
  readonly shared: Shared;
  readonly template: Template;
  readonly place: Place;
  readonly given: GivenValues;
  /** The name of the deployment, when somebody gives it. */
  readonly name: ArmValue | undefined;
  /** Where expressions of an `outer` deployment are evaluated. */
  readonly outer: Frame | undefined;
  readonly addressPrefix: string;
  readonly calls: readonly ModuleCall[];
  /** Why it is not certain that it is deployed. */
  readonly uncertain: Open | undefined;
  readonly depth: number;
}

/** A template with the values of one deployment. */
export class TemplateInstance implements Instance, ResourceOwner {
  readonly parts: TemplateParts;
  readonly shared: Shared;
  readonly place: Place;
  readonly addressPrefix: string;
  readonly calls: readonly ModuleCall[];
  readonly uncertain: Open | undefined;
  readonly #frame: Frame;
  readonly #values = new Map<string, ArmValue>();
  readonly #pending = new Set<string>();
  readonly #instances = new Map<string, readonly ResourceInstance[]>();
  readonly #expanding = new Set<string>();
  #declarations: ReadonlyMap<string, ResourceDeclaration> | undefined;
  #resources: ReadonlyMap<string, readonly ResourceInstance[]> | undefined;
  #byName: ReadonlyMap<string, ResourceInstance> | undefined;
  #isListing = false;

  constructor(parts: TemplateParts) {
    this.parts = parts;
    this.shared = parts.shared;
    this.place = parts.place;
    this.addressPrefix = parts.addressPrefix;
    this.calls = parts.calls;
    this.uncertain = parts.uncertain;
    this.#frame = parts.outer ?? { instance: this };
    for (const problem of parts.template.problems) parts.shared.tell(problem);
  }

  get template(): Template {
    return this.parts.template;
  }

  get given(): GivenValues {
    return this.parts.given;
  }

  get isOuter(): boolean {
    return this.parts.outer !== undefined;
  }

  get deployment(): ArmValue {
    const { name } = this.parts;
    const rest = new Open(AT_DEPLOYMENT, "deployment()");
    if (name === undefined) return rest;
    return new ArmObject(new Map([["name", { key: "name", value: name }]]), rest);
  }

  parameter(name: string): ArmValue | undefined {
    const { template, given } = this.parts;
    const declaration = template.parameters.get(name.toLowerCase());
    if (declaration === undefined) return undefined;
    return this.#once(`parameter ${name.toLowerCase()}`, declaration.defaultValue, () =>
      parameterValue(declaration, template, given, (expression) => this.#value(expression)),
    );
  }

  /** Tells of values that Azure refuses for their parameters. */
  checkParameters(): void {
    const { template, shared, addressPrefix, uncertain, outer } = this.parts;
    // parameters that nothing inside can name have no values
    if (outer !== undefined || uncertain !== undefined) return;
    const of = { template, evaluate: (expression: Expression): ArmValue => this.#value(expression) };
    for (const declaration of template.parameters.values()) {
      const value = declaration.settled === undefined ? this.parameter(declaration.name) : undefined;
      const problem = value === undefined ? undefined : checkValue(value, declaration.type, of);
      if (problem === undefined) continue;
      const name = `${addressPrefix}${declaration.name}${glue(problem)}`;
      const { source, start } = declaration;
      shared.tell({ code: "arm-parameter", level: "error", message: `the parameter ${name}`, source, start });
    }
  }

  variable(name: string): ArmValue | undefined {
    const declaration = this.parts.template.variables.get(name.toLowerCase());
    if (declaration === undefined) return undefined;
    return this.#once(`variable ${name.toLowerCase()}`, declaration.value, () =>
      this.#value(declaration.value),
    );
  }

  functionNamed(name: string): FunctionDeclaration | undefined {
    return this.parts.template.functions.get(name.toLowerCase());
  }

  *names(kind: "parameter" | "variable" | "function"): Iterable<string> {
    const { parameters, variables, functions } = this.parts.template;
    const declared = kind === "parameter" ? parameters : kind === "variable" ? variables : functions;
    for (const { name } of declared.values()) yield name;
  }

  /** The value of an output; `undefined` when there is none, or its condition is false. */
  output(name: string): ArmValue | undefined {
    const declaration = this.parts.template.outputs.get(name.toLowerCase());
    if (declaration === undefined) return undefined;
    const found = this.#once(`output ${name.toLowerCase()}`, declaration.value, () =>
      this.#outputOf(declaration, name),
    );
    return conceal(found, declaration.type, this.parts.template);
  }

  #outputOf({ condition, loop, value }: OutputDeclaration, name: string): ArmValue {
    if (condition !== undefined && bare(this.#value(condition)) === false) return null;
    if (loop === undefined) return this.#value(value);
    const { interpreter } = this.parts.shared;
    const items = interpreter.itemsOf(loop, this.#frame);
    if (items instanceof Open) return openFrom([items], `outputs('${name}')`);
    return items.map((item, index) =>
      interpreter.value(value, interpreter.frameOf(loop, this.#frame, item, index, true)),
    );
  }

  outputs(): ArmObject {
    const members = new Map<string, ArmMember>();
    for (const { name } of this.parts.template.outputs.values()) {
      members.set(name, { key: name, value: this.output(name) ?? null });
    }
    return new ArmObject(members);
  }

  /** Every resource of the template, those in nested deployments not. */
  resources(): readonly ResourceInstance[] {
    return [...this.#list().values()].flat();
  }

  resource(key: string, index: ArmValue | undefined): ArmValue | undefined {
    const found = this.#instancesAt(key);
    if (found === undefined) return undefined;
    const [first] = found;
    if (index === undefined && first?.parts.index === undefined) return first?.read();
    if (index === undefined) return found.map((resource) => resource.read());
    const one = this.instanceOf(key, index);
    if (one !== undefined) return one.read();
    if (!(index instanceof Open)) return undefined;
    const reads = found.map((resource) => resource.read());
    return new Open(index.cause, `resources('${key}')[${print(index)}]`, readsOf(reads));
  }

  instanceOf(key: string, index: ArmValue | undefined): ResourceInstance | undefined {
    const found = this.#instancesAt(key);
    const [first] = found ?? [];
    if (first?.parts.index === undefined || first.parts.openCount !== undefined) return first;
    return typeof index === "number" ? found?.[index] : undefined;
  }

  find(nameOrId: ArmValue): RegisteredResource | undefined {
    const value = bare(nameOrId);
    if (typeof value === "string") {
      const [, symbol = value, index] = /^(.+)\[(\d+)\]$/u.exec(value) ?? [];
      if (this.parts.template.symbolic) {
        const found = this.instanceOf(symbol, index === undefined ? undefined : Number(index));
        if (found !== undefined) return found;
      }
      if (!value.startsWith("/")) return this.#named(value);
    } else if (value instanceof OpenText && this.parts.template.symbolic) {
      // `sym[…]` of a loop that runs nobody knows how often
      const [start] = value.pieces;
      if (typeof start === "string" && start.endsWith("[")) {
        return this.instanceOf(start.slice(0, -1), undefined);
      }
    }
    this.#list();
    const [found] = this.parts.shared.withId(value);
    return found ?? (value instanceof Open ? this.#named(print(value)) : undefined);
  }

  around(id: ArmValue): RegisteredResource | undefined {
    return this.parts.shared.withId(bare(id))[0];
  }

  /** The template that a resource deploys. */
  nestedOf(resource: ResourceInstance): TemplateInstance | Open | undefined {
    const { deployment } = resource.declaration;
    if (deployment === undefined) return undefined;
    const { shared, depth } = this.parts;
    if (depth >= MAX_TEMPLATE_DEPTH || !shared.meter.template()) {
      const limit =
        depth >= MAX_TEMPLATE_DEPTH ? `${String(depth)} deployments inside of each other` : "deployments";
      const reason = `genoscan follows no more ${limit}; a module may deploy itself`;
      shared.gap("arm-limit", reason, resource.declaration);
      return new Open(reason, "…");
    }
    const { frame } = resource.parts;
    const template = deployment.template((expression) => shared.interpreter.value(expression, frame));
    if ("missing" in template) {
      shared.gap(template.code, template.missing, resource.declaration);
      return new Open(template.missing, "…");
    }
    const given =
      deployment.parameters === undefined
        ? { values: new Map(), rest: undefined }
        : givenBy(shared.interpreter.value(deployment.parameters, frame));
    const place = resource.place;
    return new TemplateInstance({
      shared,
      template,
      place: template.scope === undefined ? place : { ...place, scope: template.scope },
      given,
      name: resource.name,
      outer: deployment.evaluation === "outer" ? frame : undefined,
      addressPrefix: `${prefixOf(resource)}.`,
      calls: [
        ...this.parts.calls,
        {
          address: resource.address,
          location: resource.declaration.source.locate(resource.declaration.start),
        },
      ],
      uncertain: resource.uncertain,
      depth: depth + 1,
    });
  }

  #value(expression: Expression): ArmValue {
    return this.parts.shared.interpreter.value(expression, this.#frame);
  }

  /** A value is evaluated once; one that needs itself is not known. */
  #once(key: string, written: Expression | undefined, evaluate: () => ArmValue): ArmValue {
    const known = this.#values.get(key);
    if (known !== undefined) return known;
    if (this.#pending.has(key)) {
      const cause = `the ${key} depends on itself`;
      if (written !== undefined) this.parts.shared.interpreter.report("arm-cycle", cause, written);
      return new Open(cause, "…");
    }
    this.#pending.add(key);
    const value = evaluate();
    this.#pending.delete(key);
    this.#values.set(key, value);
    return value;
  }

  /** What is wrong with the name of a resource that may not be there is told when it is. */
  #register(resource: ResourceInstance): void {
    const { shared } = this.parts;
    if (resource.isThere === true) shared.register(resource);
    else shared.interpreter.speculate(() => shared.register(resource));
  }

  #list(): ReadonlyMap<string, readonly ResourceInstance[]> {
    if (this.#resources !== undefined) return this.#resources;
    if (this.#isListing) return new Map();
    this.#isListing = true;
    const listed = new Map<string, readonly ResourceInstance[]>();
    for (const declaration of this.parts.template.resources) {
      listed.set(declaration.key, this.#instancesAt(declaration.key) ?? []);
    }
    this.#resources = listed;
    for (const resources of listed.values()) {
      for (const resource of resources) if (resource.isThere !== false) this.#register(resource);
    }
    this.#isListing = false;
    return listed;
  }

  /** Those of one declaration. What a loop runs over may name resources, if not the ones of the loop itself. */
  #instancesAt(key: string): readonly ResourceInstance[] | undefined {
    const known = this.#instances.get(key);
    if (known !== undefined) return known;
    this.#declarations ??= new Map(
      this.parts.template.resources.map((declaration) => [declaration.key, declaration]),
    );
    const declaration = this.#declarations.get(key);
    if (declaration === undefined || this.#expanding.has(key)) return undefined;
    this.#expanding.add(key);
    const found = this.#instancesOf(declaration);
    this.#expanding.delete(key);
    this.#instances.set(key, found);
    return found;
  }

  #instancesOf(declaration: ResourceDeclaration): readonly ResourceInstance[] {
    const { loop } = declaration;
    if (loop === undefined) {
      return [this.#instance(declaration, this.#frame, undefined, undefined)];
    }
    const { shared } = this.parts;
    const items = shared.interpreter.itemsOf(loop, this.#frame);
    if (items instanceof Open) return [this.#openInstance(declaration, countOf(loop, items))];
    if (items.length > MAX_INSTANCES) {
      const reason = `a loop declares ${String(items.length)} resources, and genoscan reads at most ${String(MAX_INSTANCES)}; Azure deploys at most 800`;
      shared.gap("arm-limit", reason, declaration);
      return [this.#openInstance(declaration, new Open(reason, "…"))];
    }
    if (!shared.meter.instances(items.length)) {
      const reason = shared.meter.exceeded ?? "";
      shared.gap("arm-limit", reason, declaration);
      return [this.#openInstance(declaration, new Open(reason, "…"))];
    }
    return items.map((item, index) => {
      const frame = shared.interpreter.frameOf(loop, this.#frame, item, index, true);
      return this.#instance(declaration, frame, index, undefined);
    });
  }

  /** One that stands for as many as there are. */
  #openInstance(declaration: ResourceDeclaration, open: Open): ResourceInstance {
    const { loop } = declaration;
    const frame =
      loop === undefined ? this.#frame : this.parts.shared.interpreter.openFrameOf(loop, this.#frame, true);
    const index = frame.copies?.index;
    return this.#instance(declaration, frame, index, open);
  }

  #instance(
    declaration: ResourceDeclaration,
    frame: Frame,
    index: ArmValue | undefined,
    openCount: Open | undefined,
  ): ResourceInstance {
    return new ResourceInstance({ template: this, declaration, frame, index, openCount });
  }

  /** By `name` and `type/name`, as `reference` of a template without symbolic names takes them. */
  #named(text: string): ResourceInstance | undefined {
    if (this.#byName === undefined) {
      if (this.#isListing) return undefined;
      const byName = new Map<string, ResourceInstance>();
      for (const resource of this.resources()) {
        if (resource.isThere === false) continue;
        const name = print(resource.name).toLowerCase();
        const type = knownText(resource.type).toLowerCase();
        for (const key of [name, `'${type}/${name.replace(/^'/u, "")}`]) {
          if (!byName.has(key) || resource.isThere === true) byName.set(key, resource);
        }
      }
      this.#byName = byName;
    }
    const lower = text.toLowerCase();
    return this.#byName.get(lower) ?? this.#byName.get(`'${lower}'`);
  }
}

/** How often a loop runs, whichever way it is written. */
function countOf({ over }: Iteration, items: Open): Open {
  return over.kind === "items" ? openFrom([items], `length(${print(items)})`) : items;
}

/** A deployment by its symbolic name, else by its name. */
function prefixOf(resource: ResourceInstance): string {
  const { template, declaration, index } = resource.parts;
  const { addressPrefix } = template;
  if (declaration.symbol !== undefined) {
    return `${addressPrefix}${declaration.symbol}${index === undefined ? "" : `[${print(index)}]`}`;
  }
  const name = print(resource.name);
  return `${addressPrefix}${name.startsWith("'") && name.endsWith("'") ? name.slice(1, -1) : `\${${name}}`}`;
}
