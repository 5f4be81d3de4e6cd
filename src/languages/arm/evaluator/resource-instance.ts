// one file although it is long: what one resource is, from its declaration, is read as a whole
/* oxlint-disable max-lines */

import type { ModuleCall } from "../../../model/resource.ts";
import type { ResourceDeclaration, ResourceLink, Template } from "../template.ts";
import { ArmError } from "../values/arm-error.ts";
import { ArmObject, Open, Read, bare, isArray, knownText } from "../values/arm-value.ts";
import type { ArmValue } from "../values/arm-value.ts";
import { openCall, openFrom, readsOf } from "../values/open-call.ts";
import { print } from "../values/print.ts";
import { joinText } from "../values/text.ts";
import { access } from "./access.ts";
import type { Frame } from "./frame.ts";
import type { RegisteredResource } from "./instance.ts";
import type { GivenValues } from "./parameter-value.ts";
import { idOfPlace, idOfResource, segmentsOf } from "./place.ts";
import type { Place } from "./place.ts";
import { placeOfScope } from "./place-of-scope.ts";
import type { Shared } from "./shared.ts";

const EMPTY = new ArmObject(new Map());

/** The template that declares a resource, as the resource needs it. */
export interface ResourceOwner {
  readonly shared: Shared;
  readonly place: Place;
  readonly addressPrefix: string;
  readonly calls: readonly ModuleCall[];
  readonly uncertain: Open | undefined;
  /** `index` is left out of account for a resource that is no loop. */
  instanceOf(key: string, index: ArmValue | undefined): ResourceInstance | undefined;
  /** A resource as an expression has it; `undefined` when there is none. */
  resource(key: string, index: ArmValue | undefined): ArmValue | undefined;
  find(nameOrId: ArmValue): RegisteredResource | undefined;
  nestedOf(resource: ResourceInstance): DeployedTemplate | Open | undefined;
}

/** What a resource deploys. */
export interface DeployedTemplate {
  readonly template: Template;
  readonly given: GivenValues;
  /** Its expressions are evaluated where the deployment stands, before Azure has the template. */
  readonly isOuter: boolean;
  /** The value of an output; `undefined` when there is none. */
  output(name: string): ArmValue | undefined;
  resources(): readonly ResourceInstance[];
  checkParameters(): void;
}

export interface ResourceParts {
  readonly template: ResourceOwner;
  readonly declaration: ResourceDeclaration;
  readonly frame: Frame;
  /** In a loop. */
  readonly index: ArmValue | undefined;
  /** Why nobody knows how many there are. */
  readonly openCount: Open | undefined;
}

/** One resource that a template declares, with the values of one deployment. Everything is evaluated when it is asked for. */
export class ResourceInstance implements RegisteredResource {
  readonly parts: ResourceParts;
  readonly declaration: ResourceDeclaration;
  #own: OwnName | undefined;
  #id: ArmValue | undefined;
  #body: ArmObject | undefined;
  #isEvaluating = false;
  #isDeciding = false;
  #isThere: boolean | Open | undefined;
  #address: string | undefined;
  #nested: DeployedTemplate | Open | undefined;

  constructor(parts: ResourceParts) {
    this.parts = parts;
    this.declaration = parts.declaration;
  }

  get isDeployment(): boolean {
    return this.declaration.deployment !== undefined;
  }

  get isExisting(): boolean {
    return this.declaration.existing;
  }

  /** The type without the resource that it extends: of `…/storageAccounts/providers/locks` it is that of the lock. */
  get type(): ArmValue {
    return this.#names().type;
  }

  /** All segments: `account/default`. */
  get name(): ArmValue {
    return this.#names().name;
  }

  get writtenName(): ArmValue {
    return this.#nameable(this.declaration.name);
  }

  get apiVersion(): ArmValue | undefined {
    const { apiVersion } = this.declaration;
    return apiVersion === undefined ? undefined : this.#value(apiVersion);
  }

  get parent(): ResourceInstance | undefined {
    const { parent } = this.declaration;
    if (parent === undefined) return undefined;
    const index = parent.index === undefined ? this.parts.index : bare(this.#value(parent.index));
    return this.parts.template.instanceOf(parent.key, index);
  }

  /** The id of the resource that it lies in, when the declaration names that. */
  get parentId(): ArmValue | undefined {
    const { parent } = this.declaration;
    return parent === undefined ? undefined : (this.parent?.id ?? this.#openLink(parent, "id"));
  }

  get id(): ArmValue {
    this.#id ??= this.#idOf();
    return this.#id;
  }

  /** False when its condition is; open when that is not known. */
  get isThere(): boolean | Open {
    if (this.#isDeciding) return new Open("its condition asks for the resource itself", "…");
    this.#isThere ??= this.#decide();
    return this.#isThere;
  }

  /** Why it is not certain that there is such a resource, or only one. */
  get uncertain(): Open | undefined {
    const { template, openCount } = this.parts;
    if (this.isThere instanceof Open) return this.isThere;
    return openCount ?? template.uncertain;
  }

  /** It is there whenever everything else is that has the same `uncertain`. */
  get isDoubtShared(): boolean {
    const { template, openCount } = this.parts;
    if (openCount !== undefined) return false;
    return !(this.isThere instanceof Open) || template.uncertain === undefined;
  }

  get address(): string {
    this.#address ??= this.parts.template.shared.unique(this.#addressOf());
    return this.#address;
  }

  /** The deployments that lead to it. */
  get calls(): readonly ModuleCall[] {
    return this.parts.template.calls;
  }

  /** Where it is deployed, or where what it deploys is. */
  get place(): Place {
    const { scope } = this.declaration;
    const around = this.parts.template.place;
    if (scope === undefined) return around;
    if (scope.kind === "resource") {
      return (this.isDeployment ? this.#placeOfLinked(scope) : undefined) ?? around;
    }
    return placeOfScope(scope, around, (expression) => this.#nameable(expression)) ?? around;
  }

  /** The id of the resource that it extends; nothing when it extends none. */
  get extended(): ArmValue | undefined {
    const own = this.#names();
    if (own.extended !== undefined) return own.extended;
    const { scope } = this.declaration;
    if (this.isDeployment) return undefined;
    // a child lies where its parent lies
    if (scope === undefined) return this.parent?.extended;
    if (scope.kind === "resource") {
      return this.#linked(scope.key, scope.index)?.id ?? this.#openLink(scope, "id");
    }
    if (scope.kind !== "text") return undefined;
    return this.#absolute(this.#nameable(scope.text));
  }

  /** The id of the place that it is deployed to. */
  get scopeId(): ArmValue {
    return idOfPlace(this.place);
  }

  get body(): ArmObject {
    if (this.#body !== undefined) return this.#body;
    if (this.#isEvaluating) return EMPTY;
    this.#isEvaluating = true;
    const { interpreter } = this.parts.template.shared;
    const value = this.#evaluate(() => interpreter.object(this.declaration.body, this.parts.frame));
    this.#isEvaluating = false;
    this.#body = value;
    return value;
  }

  /** The template that it deploys, with its values; open when that cannot be read. */
  get nested(): DeployedTemplate | Open | undefined {
    this.#nested ??= this.parts.template.nestedOf(this);
    return this.#nested;
  }

  valueAt(path: readonly (string | number)[]): ArmValue | undefined {
    if (this.declaration.existing) return undefined;
    if (this.isDeployment) return this.#outputAt(path);
    if (this.#isEvaluating) return undefined;
    let value: ArmValue | undefined = this.body;
    for (const key of path) {
      const inner: ArmValue = bare(value);
      if (inner instanceof ArmObject) value = inner.get(String(key));
      else if (isArray(inner) && typeof key === "number") value = inner[key];
      else return undefined;
      if (value === undefined) return undefined;
    }
    return value;
  }

  /** The ids of what it waits for: what it says, and what it reads. */
  get waitsFor(): readonly ArmValue[] {
    const { template, declaration } = this.parts;
    const named = declaration.dependsOn.flatMap(
      (key) => template.instanceOf(key, this.parts.index)?.id ?? [],
    );
    const written = (declaration.dependsOnIds ?? []).map((expression) => {
      const value = this.#value(expression);
      return template.find(value)?.id ?? value;
    });
    const read = readsOf([this.body]).map(({ id }) => id);
    return [...named, ...written, ...read, ...(this.parent === undefined ? [] : [this.parent.id])];
  }

  /** The resource as an expression has it. */
  read(): ArmValue {
    return new Read(`reference(${print(this.id)}, 'full')`, { id: this.id, path: [] }, this);
  }

  #value(expression: ResourceDeclaration["name"]): ArmValue {
    const { interpreter } = this.parts.template.shared;
    return this.#evaluate(() => interpreter.value(expression, this.parts.frame));
  }

  /** Names and ids are shown wherever the resource is. */
  #nameable(expression: ResourceDeclaration["name"]): ArmValue {
    return this.parts.template.shared.nameable(this.#value(expression));
  }

  /** What a deployment may never come to is not wrong. */
  #evaluate<Result>(evaluate: () => Result): Result {
    const isCertain =
      this.#isDeciding || (this.isThere === true && this.parts.template.uncertain === undefined);
    return isCertain ? evaluate() : this.parts.template.shared.interpreter.speculate(evaluate);
  }

  #decide(): boolean | Open {
    this.#isDeciding = true;
    const decided = this.#condition();
    this.#isDeciding = false;
    return decided;
  }

  #condition(): boolean | Open {
    const { condition, loop } = this.declaration;
    for (const expression of [condition, loop?.filter]) {
      if (expression === undefined) continue;
      const decided = bare(this.#value(expression));
      if (decided instanceof Open) return decided;
      if (decided === false) return false;
    }
    return true;
  }

  #names(): OwnName {
    this.#own ??= this.#nameOf();
    return this.#own;
  }

  #nameOf(): OwnName {
    const type = this.#value(this.declaration.type);
    const written = this.#nameable(this.declaration.name);
    const { parent } = this.declaration;
    const around = this.parent?.name ?? (parent === undefined ? undefined : this.#openLink(parent, "name"));
    const name = around === undefined ? written : joinText([around, "/", written]);
    const text = bare(type);
    if (typeof text !== "string" || !/\/providers\//iu.test(text)) return { type, name, extended: undefined };
    return this.#extension(text, name) ?? { type, name, extended: undefined };
  }

  /** The old form of an extension: `Microsoft.A/b/providers/locks` with the name `x/Microsoft.Authorization/y`. */
  #extension(type: string, name: ArmValue): OwnName | undefined {
    const [provider = "", ...types] = type.split("/");
    const at = types.findLastIndex((part) => part.toLowerCase() === "providers");
    const names = segmentsOf(name);
    const own = bare(names[at] ?? null);
    if (names.length !== types.length || typeof own !== "string") return undefined;
    const extendedType = [provider, ...types.slice(0, at)].join("/");
    return {
      type: [own, ...types.slice(at + 1)].join("/"),
      name: joinText(names.slice(at + 1).flatMap((part, index) => (index === 0 ? [part] : ["/", part]))),
      extended: idOfResource(idOfPlace(this.parts.template.place), extendedType, names.slice(0, at)),
    };
  }

  #idOf(): ArmValue {
    const { type, name } = this.#names();
    const { parent, parentId, extended } = this;
    if (parentId !== undefined && extended === undefined) {
      const names = segmentsOf(this.#nameable(this.declaration.name));
      const whole = knownText(type).split("/");
      const types = whole.slice(
        parent === undefined ? -names.length : knownText(parent.type).split("/").length,
      );
      return joinText([parentId, ...types.flatMap((part, index) => [`/${part}/`, names[index] ?? ""])]);
    }
    return idOfResource(extended ?? this.#scopeOf(type), type, segmentsOf(name));
  }

  #scopeOf(type: ArmValue): ArmValue {
    const text = knownText(type).toLowerCase();
    // these lie in the tenant, wherever the deployment goes
    if (text === "microsoft.management/managementgroups" || text === "microsoft.subscription/aliases") {
      return "";
    }
    return idOfPlace(this.place);
  }

  /** The place that a group stands for which the template declares or names. */
  #placeOfLinked({ key, index }: ResourceLink): Place | undefined {
    const linked = this.#linked(key, index);
    if (linked === undefined) return undefined;
    switch (knownText(linked.type).toLowerCase()) {
      case "microsoft.resources/resourcegroups":
        return { ...linked.place, scope: "resourceGroup", resourceGroup: linked.name };
      case "microsoft.management/managementgroups":
        return { ...linked.place, scope: "managementGroup", managementGroup: linked.name };
      default:
        return undefined;
    }
  }

  /** The id or name of a resource of a loop of which it is not known which one is meant. */
  #openLink({ key, index }: ResourceLink, member: "id" | "name"): Open | undefined {
    const at = index === undefined ? undefined : bare(this.#value(index));
    const read = at instanceof Open ? this.parts.template.resource(key, at) : undefined;
    return read instanceof Open ? openFrom([read], `${read.expression}.${member}`) : undefined;
  }

  #linked(key: string, index: ResourceDeclaration["name"] | undefined): ResourceInstance | undefined {
    const at = index === undefined ? this.parts.index : bare(this.#value(index));
    return this.parts.template.instanceOf(key, at);
  }

  /** A scope as a whole id: `Microsoft.Storage/storageAccounts/x` lies in the place of the deployment. */
  #absolute(scope: ArmValue): ArmValue | undefined {
    const text = print(scope);
    const { place } = this.parts.template;
    if (
      placeOfScope({ kind: "text", text: literal(this.declaration, scope) }, place, () => scope) !== undefined
    ) {
      return undefined;
    }
    if (!text.startsWith("'") || text.startsWith("'/")) return scope;
    const [first] = segmentsOf(scope);
    const named = bare(first ?? null);
    const resource =
      typeof named === "string" && !named.includes(".") ? this.#linked(named, undefined) : undefined;
    return resource?.id ?? joinText([idOfPlace(place), "/providers/", scope]);
  }

  #outputAt(path: readonly (string | number)[]): ArmValue | undefined {
    const [properties, outputs, name, value, ...more] = path.map(String);
    if (properties?.toLowerCase() !== "properties" || outputs?.toLowerCase() !== "outputs") return undefined;
    if (name === undefined || value?.toLowerCase() !== "value") return undefined;
    const { nested } = this;
    if (nested === undefined || nested instanceof Open) return undefined;
    let found = nested.output(name);
    if (found === undefined) throw new ArmError(`the deployment has no output ${name}`);
    for (const key of path.slice(path.length - more.length)) {
      found = access(found, key, { safe: false, fromEnd: false });
    }
    return found;
  }

  #addressOf(): string {
    const { template, declaration, index } = this.parts;
    const prefix = template.addressPrefix;
    if (declaration.symbol !== undefined) {
      return `${prefix}${declaration.symbol}${index === undefined ? "" : `[${print(index)}]`}`;
    }
    const type = bare(this.type);
    const name = print(this.name);
    const shown = name.startsWith("'") && name.endsWith("'") ? name.slice(1, -1) : `\${${name}}`;
    return `${prefix}${typeof type === "string" ? type : print(openCall("type", [type]))}/${shown}`;
  }
}

interface OwnName {
  readonly type: ArmValue;
  readonly name: ArmValue;
  readonly extended: ArmValue | undefined;
}

function literal({ source, start }: ResourceDeclaration, value: ArmValue): ResourceDeclaration["name"] {
  return { kind: "literal", value: typeof value === "string" ? value : "", source, start };
}
