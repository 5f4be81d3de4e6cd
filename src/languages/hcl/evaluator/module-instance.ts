/* oxlint-disable eslint/max-lines */
// one file although it is long: what names mean in a module, and what stands behind them, need each other

import type { Location } from "../../../model/location.ts";
import type { Reference as ReferenceExpression } from "../ast.ts";
import { EvaluationError } from "../values/evaluation-error.ts";
import { ANY, STRING } from "../values/hcl-value.ts";
import type { HclValue } from "../values/hcl-value.ts";
import { bool, object, text, unknown } from "../values/make-value.ts";
import { withMarks } from "../values/marks.ts";
import { BodyReader } from "./body-reader.ts";
import type { BodyTools } from "./body-reader.ts";
import { followReference } from "./follow-reference.ts";
import { expandCount, expandForEach, openExpansion } from "./expansion.ts";
import type { Expansion, InstanceKey, InstanceNames } from "./expansion.ts";
import { formatKey, inModule, OPEN_KEY } from "./instance-address.ts";
import { MAX_INSTANCES, MAX_MODULE_DEPTH } from "./limits.ts";
import { locate } from "./locate.ts";
import { MissingModule } from "./missing-module.ts";
import type { Declaration, ModuleConfig, Section } from "./module-config.ts";
import { Once } from "./once.ts";
import { ResourceInstance } from "./resource-instance.ts";
import { withNames } from "./scope.ts";
import type { Resolved, Scope } from "./scope.ts";
import { settle } from "./settle.ts";
import type { HostedModule, OpenedModule, Shared, Whole } from "./shared.ts";
import { isFlag } from "./variable-type.ts";
import { evaluateVariable } from "./evaluate-variable.ts";
import { wholesValue } from "./whole-value.ts";

/** How a module came to be called; the root module is called by nobody. */
export interface ModuleCall {
  readonly parent: ModuleInstance;
  readonly section: Section;
  readonly key: InstanceKey | undefined;
  /** The names that the arguments of the call may use. */
  readonly scope: Scope;
}

/** The instances of a block, and the value that its name stands for. */
interface Expanded<Member> {
  readonly members: readonly Member[];
  readonly value: HclValue;
}

type Opened = Extract<OpenedModule, { kind: "module" }>;

/** One instance of a module: what the names in it mean. */
export class ModuleInstance implements HostedModule, Whole {
  readonly address: string;
  readonly config: ModuleConfig;
  readonly folder: string;
  readonly call: ModuleCall | undefined;
  /** Why it is not certain that there is one such instance. */
  readonly uncertain: string | undefined;
  readonly scope: Scope = { resolve: (reference) => this.#resolve(reference) };
  readonly #opened: Opened;
  readonly #shared: Shared;
  readonly #tools: BodyTools;
  readonly #once = new Once();
  readonly #expanded = new Map<string, Expanded<unknown>>();
  readonly #expanding = new Set<string>();

  constructor(opened: Opened, address: string, shared: Shared, call?: ModuleCall, uncertain?: string) {
    this.address = address;
    this.config = opened.config;
    this.folder = opened.folder;
    this.call = call;
    this.uncertain = uncertain;
    this.#opened = opened;
    // what may not be there at all is no mistake
    this.#shared = uncertain === undefined ? shared : { ...shared, report: () => undefined };
    this.#tools = this.#toolsWith(this.#shared.report);
  }

  #toolsWith(report: Shared["report"]): BodyTools {
    return {
      evaluate: this.#shared.interpreter.evaluate,
      settle: (compute, where) => settle(compute, where, report),
      fileOf: (part) => this.#opened.config.overridden.get(part),
      follow: (reference, path) => followReference(this, reference, path),
    };
  }

  /** Every file of the module could be read. */
  get isWhole(): boolean {
    return this.#opened.incomplete === undefined;
  }

  /** The instances of every resource that the module itself declares. */
  resources(): readonly ResourceInstance<ModuleInstance>[] {
    return [...this.config.resources.values()].flatMap((declaration) => this.#instances(declaration).members);
  }

  /** The instances of every module that it calls, those that are missing included. */
  children(): readonly (ModuleInstance | MissingModule)[] {
    return [...this.config.calls].flatMap(([name, section]) => this.#children(name, section).members);
  }

  /** The instances of one resource of the module. */
  instancesOf(declaration: Declaration): readonly ResourceInstance<ModuleInstance>[] {
    return this.#instances(declaration).members;
  }

  /** The instances of one module that it calls. */
  childrenOf(name: string): readonly (ModuleInstance | MissingModule)[] {
    const section = this.config.calls.get(name);
    return section === undefined ? [] : this.#children(name, section).members;
  }

  readAttribute(name: string): HclValue {
    const section = this.config.outputs.get(name);
    if (section === undefined) return this.#undeclared(`output.${name}`, true);
    const attribute = section.body.attributes.get("value");
    const value = this.#once.get(
      `output.${name}`,
      () => this.#settleAttribute(section, "value", this.scope),
      () => inModule(this.address, `output.${name}`),
    );
    if (attribute === undefined) return value;
    return isFlag(section.body.attributes.get("sensitive")?.value, true)
      ? withMarks(value, { sensitive: true })
      : value;
  }

  /** Where the inside of a text of a data source is written, by the arguments that it is made of. */
  locateInside(declaration: Declaration, attribute: string, path: readonly string[]): Location | undefined {
    const [instance] = this.#instances(declaration).members;
    const written =
      instance === undefined ? undefined : this.#shared.host.argumentsBehind(instance, attribute, path);
    return written === undefined ? undefined : instance?.locate(written);
  }

  /** The value of an argument of a block in this module, or nothing when it is not set. */
  argument(section: Section, name: string, scope: Scope = this.scope): HclValue | undefined {
    return section.body.attributes.has(name) ? this.#settleAttribute(section, name, scope) : undefined;
  }

  /** What a block of this module says: a provider configuration, the arguments of a call. */
  reader({ file, body, block }: Section, skip: ReadonlySet<string>, scope: Scope = this.scope): BodyReader {
    return new BodyReader({ file, body, scope, shape: undefined, start: block.start, skip }, this.#tools);
  }

  #resolve(reference: ReferenceExpression): Resolved {
    const { root, steps } = reference;
    const [first, second] = steps;
    const name = first?.kind === "attribute-step" ? first.name : undefined;
    switch (root) {
      case "var":
        return this.#named(name, root, (own) => this.#variable(own));
      case "local":
        return this.#named(name, root, (own) => this.#local(own));
      case "module":
        return this.#named(name, root, (own) => this.#module(own));
      case "path":
        return { value: this.#paths(), taken: 0 };
      case "terraform":
        return {
          value: object([
            ["workspace", text(this.#shared.host.workspace)],
            ["applying", bool(false)],
          ]),
          taken: 0,
        };
      case "each":
      case "count":
      case "self":
        throw new EvaluationError(`The "${root}" object can be used only in blocks that have it.`);
      case "data":
      case "ephemeral":
      case "resource": {
        if (name === undefined || second?.kind !== "attribute-step") {
          throw new EvaluationError(`${root} must be followed by a type and a name.`);
        }
        return { value: this.#declared(root === "resource" ? "managed" : root, name, second.name), taken: 2 };
      }
      default:
        if (name === undefined) {
          throw new EvaluationError(
            `A reference to a resource type must be followed by at least one attribute access, specifying the resource name: ${root}`,
          );
        }
        return { value: this.#declared("managed", root, name), taken: 1 };
    }
  }

  #named(name: string | undefined, root: string, valueOf: (name: string) => HclValue): Resolved {
    if (name === undefined) {
      throw new EvaluationError(
        `The "${root}" object cannot be accessed directly; access one of its attributes.`,
      );
    }
    return { value: valueOf(name), taken: 1 };
  }

  #variable(name: string): HclValue {
    const section = this.config.variables.get(name);
    if (section === undefined) return this.#undeclared(`var.${name}`);
    return this.#once.get(
      `var.${name}`,
      () => {
        const given = this.#given(name);
        return evaluateVariable(section, given, { name, module: this.address, shared: this.#shared });
      },
      () => inModule(this.address, `var.${name}`),
    );
  }

  #given(name: string) {
    if (this.call === undefined) return this.#shared.host.input(name);
    const { parent, section, scope } = this.call;
    const value = parent.argument(section, name, scope);
    return value === undefined ? undefined : ({ kind: "value", value } as const);
  }

  #local(name: string): HclValue {
    const local = this.config.locals.get(name);
    if (local === undefined) return this.#undeclared(`local.${name}`);
    return this.#once.get(
      `local.${name}`,
      () =>
        settle(
          () => this.#shared.interpreter.evaluate(local.attribute.value, this.scope),
          () => locate(local.file, local.attribute.value.start),
          this.#shared.report,
        ),
      () => inModule(this.address, `local.${name}`),
    );
  }

  #module(name: string): HclValue {
    const section = this.config.calls.get(name);
    return section === undefined ? this.#undeclared(`module.${name}`) : this.#children(name, section).value;
  }

  #declared(mode: Declaration["mode"], type: string, name: string): HclValue {
    const places = {
      managed: this.config.resources,
      data: this.config.data,
      ephemeral: this.config.ephemeral,
    };
    const declaration = places[mode].get(`${type}.${name}`);
    const address = mode === "managed" ? `${type}.${name}` : `${mode}.${type}.${name}`;
    if (declaration === undefined) return this.#undeclared(address);
    if (mode === "ephemeral") return withMarks(unknown(ANY, `${address} is ephemeral`), { ephemeral: true });
    return this.#instances(declaration).value;
  }

  /** Terraform would refuse the whole configuration; where a file cannot be read, it may hold the name. */
  #undeclared(name: string, isOutput = false): HclValue {
    const told = `${inModule(this.address, name)} is not declared`;
    const { incomplete } = this.#opened;
    if (incomplete !== undefined) {
      return unknown(ANY, `${told} in what can be read: ${incomplete}`, [], { mayFail: true });
    }
    if (isOutput) {
      throw new EvaluationError(
        `This object does not have an attribute named ${JSON.stringify(name.slice("output.".length))}.`,
      );
    }
    return unknown(ANY, told, [], { mayFail: true });
  }

  #paths(): HclValue {
    return object([
      ["module", text(this.#opened.path)],
      ["root", text(".")],
      ["cwd", unknown(STRING, "path.cwd is the folder in which Terraform will run", [], { notNull: true })],
    ]);
  }

  #settleAttribute(section: Section, name: string, scope: Scope): HclValue {
    const attribute = section.body.attributes.get(name);
    if (attribute === undefined) return unknown(ANY, `${name} is missing`);
    return settle(
      () => this.#shared.interpreter.evaluate(attribute.value, scope),
      () => locate(this.config.overridden.get(attribute) ?? section.file, attribute.value.start),
      this.#shared.report,
    );
  }

  #instances(declaration: Declaration): Expanded<ResourceInstance<ModuleInstance>> {
    const { mode, type, name } = declaration;
    const address = inModule(this.address, mode === "managed" ? `${type}.${name}` : `data.${type}.${name}`);
    const quiet = this.#toolsWith(() => undefined);
    return this.#expand(declaration, address, (key, own, names, open) => {
      const scope = names === undefined ? this.scope : withNames(names, this.scope);
      const uncertain = open ?? this.uncertain;
      return new ResourceInstance(
        { declaration, module: this, address: own, key, uncertain, scope },
        this.#shared,
        uncertain === undefined ? this.#tools : quiet,
      );
    });
  }

  #children(name: string, section: Section): Expanded<ModuleInstance | MissingModule> {
    const address = inModule(this.address, `module.${name}`);
    return this.#expand(section, address, (key, own, names, open) => {
      const scope = names === undefined ? this.scope : withNames(names, this.scope);
      const opened = this.#open(name, section);
      if (opened.kind === "missing") return new MissingModule(own, section, this, scope, opened.reason);
      const call: ModuleCall = { parent: this, section, key, scope };
      return new ModuleInstance(opened, own, this.#shared, call, open ?? this.uncertain);
    });
  }

  #open(name: string, section: Section): OpenedModule {
    const chain = this.#callers();
    if (chain.length > MAX_MODULE_DEPTH) {
      return { kind: "missing", reason: `modules are nested more than ${String(MAX_MODULE_DEPTH)} deep` };
    }
    const source = this.argument(section, "source");
    if (typeof source?.data !== "string") {
      return { kind: "missing", reason: source?.unknown?.reason ?? "it has no source" };
    }
    const path = [...chain.flatMap(({ call }) => call?.section.block.labels[0]?.value ?? []), name].join(".");
    const opened = this.#shared.host.openModule({ source: source.data, path, folder: this.folder, section });
    if (opened.kind === "module" && chain.some(({ folder }) => folder === opened.folder)) {
      return { kind: "missing", reason: `the module at ${opened.path} calls itself` };
    }
    return opened;
  }

  /** The modules from the root to this one. */
  #callers(): readonly ModuleInstance[] {
    return this.call === undefined ? [this] : [...this.call.parent.#callers(), this];
  }

  #expand<Member extends Whole>(
    section: Section,
    address: string,
    make: (
      key: InstanceKey | undefined,
      address: string,
      names: InstanceNames | undefined,
      open: string | undefined,
    ) => Member,
  ): Expanded<Member> {
    const known = this.#expanded.get(address) as Expanded<Member> | undefined;
    if (known !== undefined) return known;
    if (this.#expanding.has(address)) {
      return { members: [], value: unknown(ANY, `${address} depends on itself`, [], { mayFail: true }) };
    }
    const what = section.block.type === "module" ? "modules" : "instances";
    // where no more are taken, none are counted out either
    if (!this.#shared.admit(what, 0)) return this.#leaveOut(address);
    this.#expanding.add(address);
    const expansion = this.#expansion(section);
    this.#expanding.delete(address);
    const size = "instances" in expansion ? expansion.instances.size : 1;
    if (!this.#shared.admit(what, size)) return this.#leaveOut(address);
    const members = new Map<InstanceKey | undefined, Member>();
    const open = expansion.kind === "open" ? expansion.reason : undefined;
    const add = (key: InstanceKey | undefined, suffix: string, names: InstanceNames | undefined) =>
      members.set(key, make(key, address + suffix, names, open));
    if (expansion.kind === "single") add(undefined, "", undefined);
    else if (expansion.kind === "open") add(undefined, OPEN_KEY, expansion.names);
    else for (const [key, names] of expansion.instances) add(key, formatKey(key), names);
    const ids = new Map<InstanceKey | undefined, string>();
    for (const [key, member] of members) ids.set(key, this.#register(member));
    const expanded = { members: [...members.values()], value: wholesValue(expansion, ids) };
    this.#expanded.set(address, expanded);
    return expanded;
  }

  #leaveOut<Member>(address: string): Expanded<Member> {
    const reason = `${address} is left out: the configuration is too large`;
    const left = { members: [], value: unknown(ANY, reason) };
    this.#expanded.set(address, left);
    return left;
  }

  #register(whole: Whole): string {
    const id = this.#shared.idPrefix + whole.address;
    this.#shared.wholes.set(id, whole);
    return id;
  }

  #expansion(section: Section): Expansion {
    const by = section.body.attributes.has("count")
      ? "count"
      : section.body.attributes.has("for_each")
        ? "for_each"
        : undefined;
    if (by === undefined) return { kind: "single" };
    const value = this.#settleAttribute(section, by, this.scope);
    const attribute = section.body.attributes.get(by);
    try {
      const expansion =
        by === "count" ? expandCount(value, MAX_INSTANCES) : expandForEach(value, MAX_INSTANCES);
      if (expansion.kind === "open" && expansion.isLimit === true) {
        const { file, line } = locate(section.file, attribute?.start ?? section.block.start);
        this.#shared.leaveOut(`${file}:${String(line)}: ${expansion.reason}`);
      }
      return expansion;
    } catch (error) {
      if (!(error instanceof EvaluationError)) throw error;
      const { message } = error;
      this.#shared.report({
        message,
        location: locate(section.file, attribute?.value.start ?? section.block.start),
      });
      return openExpansion(by, message);
    }
  }
}
