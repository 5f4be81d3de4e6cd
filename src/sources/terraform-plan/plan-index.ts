import { formatKey, formatModuleAddress, parseModuleAddress } from "./module-path.ts";
import type { InstanceKey, ModuleStep } from "./module-path.ts";
import type { ConfigModule, ConfigResource, PlanDocument, ResourceChange } from "./plan-document.ts";

/** One resource instance of the plan with the configuration that it comes from. */
export interface Instance {
  readonly id: string;
  readonly change: ResourceChange;
  readonly module: ModuleInstance;
  readonly config: ConfigResource | undefined;
}

/** A module with its instance keys, and the configuration that all its instances share. */
export interface ModuleInstance {
  readonly steps: readonly ModuleStep[];
  /** `undefined` when the plan holds no configuration for it. */
  readonly config: ConfigModule | undefined;
  /** The instances of each declaration in it: `aws_s3_bucket.a`, `data.aws_region.b`. */
  readonly declared: Map<string, Instance[]>;
}

/** Look-ups over a plan: instances by where they are declared, modules by address. */
export class PlanIndex {
  readonly plan: PlanDocument;
  readonly idPrefix: string;
  readonly #modules = new Map<string, ModuleInstance>();
  readonly #all: Instance[] = [];
  readonly #byId = new Map<string, Instance>();
  readonly #children = new Map<string, readonly ModuleInstance[]>();
  readonly #configs = new WeakMap<ConfigModule, ReadonlyMap<string, ConfigResource>>();

  constructor(plan: PlanDocument, idPrefix: string) {
    this.plan = plan;
    this.idPrefix = idPrefix;
    for (const change of plan.resource_changes ?? []) {
      if (change.deposed !== undefined) continue;
      const module = this.#moduleAt(change.module_address ?? "");
      const key = declarationKey(change);
      const instance = {
        id: idPrefix + change.address,
        change,
        module,
        config: this.#resources(module.config)?.get(key),
      };
      this.#byId.set(instance.id, instance);
      if (change.mode !== "data") this.#all.push(instance);
      const others = module.declared.get(key);
      if (others === undefined) module.declared.set(key, [instance]);
      else others.push(instance);
    }
  }

  instance(id: string): Instance | undefined {
    return this.#byId.get(id);
  }

  /** The instances of a resource block in one module instance. */
  instances(module: ModuleInstance, type: string, name: string): readonly Instance[] {
    return module.declared.get(declarationKey({ mode: "managed", type, name })) ?? [];
  }

  /** Data sources that are read during apply. */
  dataInstances(module: ModuleInstance, type: string, name: string): readonly Instance[] {
    return module.declared.get(declarationKey({ mode: "data", type, name })) ?? [];
  }

  all(): readonly Instance[] {
    return this.#all;
  }

  module(steps: readonly ModuleStep[]): ModuleInstance {
    return this.#moduleAt(formatModuleAddress(steps));
  }

  /** The instances of a module call: those with the key, or every one that the plan holds resources of. */
  childModules(
    parent: ModuleInstance,
    name: string,
    key: InstanceKey | undefined,
  ): readonly ModuleInstance[] {
    if (key !== undefined) return [this.module([...parent.steps, { name, key }])];
    const call = parent.config?.module_calls?.[name];
    if (call?.for_each_expression === undefined && call?.count_expression === undefined) {
      return [this.module([...parent.steps, { name, key: undefined }])];
    }
    return this.#keyedChildren(parent, name);
  }

  #keyedChildren(parent: ModuleInstance, name: string): readonly ModuleInstance[] {
    const prefix = formatModuleAddress(parent.steps);
    const known = this.#children.get(`${prefix} ${name}`);
    if (known !== undefined) return known;
    const found = new Map<string, readonly ModuleStep[]>();
    for (const { steps } of this.#modules.values()) {
      const step = steps[parent.steps.length];
      if (step?.name !== name || formatModuleAddress(steps.slice(0, parent.steps.length)) !== prefix) {
        continue;
      }
      found.set(formatKey(step.key), steps.slice(0, parent.steps.length + 1));
    }
    const children = [...found.values()].map((steps) => this.module(steps));
    this.#children.set(`${prefix} ${name}`, children);
    return children;
  }

  #moduleAt(address: string): ModuleInstance {
    const known = this.#modules.get(address);
    if (known !== undefined) return known;
    const steps = parseModuleAddress(address);
    const module: ModuleInstance = { steps, config: this.#configOf(steps), declared: new Map() };
    this.#modules.set(address, module);
    return module;
  }

  #configOf(steps: readonly ModuleStep[]): ConfigModule | undefined {
    let config = this.plan.configuration?.root_module;
    for (const { name } of steps) config = config?.module_calls?.[name]?.module;
    return config;
  }

  #resources(module: ConfigModule | undefined): ReadonlyMap<string, ConfigResource> | undefined {
    if (module === undefined) return undefined;
    const known = this.#configs.get(module);
    if (known !== undefined) return known;
    const resources = new Map(
      (module.resources ?? []).map((resource) => [declarationKey(resource), resource]),
    );
    this.#configs.set(module, resources);
    return resources;
  }
}

type Declared = Pick<ConfigResource, "mode" | "type" | "name">;

function declarationKey({ mode, type, name }: Declared): string {
  return mode === "data" ? `data.${type}.${name}` : `${type}.${name}`;
}
