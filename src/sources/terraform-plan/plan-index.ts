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
}

/** Look-ups over a plan: instances by where they are declared, modules by address. */
export class PlanIndex {
  readonly plan: PlanDocument;
  readonly idPrefix: string;
  readonly #modules = new Map<string, ModuleInstance>();
  readonly #instances = new Map<string, Instance[]>();
  readonly #data = new Map<string, Instance[]>();
  readonly #byId = new Map<string, Instance>();
  readonly #configs = new WeakMap<ConfigModule, ReadonlyMap<string, ConfigResource>>();

  constructor(plan: PlanDocument, idPrefix: string) {
    this.plan = plan;
    this.idPrefix = idPrefix;
    for (const change of plan.resource_changes ?? []) {
      if (change.deposed !== undefined) continue;
      const instance = this.#instanceOf(change);
      this.#byId.set(instance.id, instance);
      const list = change.mode === "data" ? this.#data : this.#instances;
      const key = declarationKey(instance.module.steps, change.type, change.name);
      const others = list.get(key);
      if (others === undefined) list.set(key, [instance]);
      else others.push(instance);
    }
  }

  instance(id: string): Instance | undefined {
    return this.#byId.get(id);
  }

  /** The instances of a resource block in one module instance. */
  instances(module: ModuleInstance, type: string, name: string): readonly Instance[] {
    return this.#instances.get(declarationKey(module.steps, type, name)) ?? [];
  }

  /** Data sources that are read during apply. */
  dataInstances(module: ModuleInstance, type: string, name: string): readonly Instance[] {
    return this.#data.get(declarationKey(module.steps, type, name)) ?? [];
  }

  all(): readonly Instance[] {
    return [...this.#instances.values()].flat();
  }

  module(steps: readonly ModuleStep[]): ModuleInstance {
    const address = formatModuleAddress(steps);
    const known = this.#modules.get(address);
    if (known !== undefined) return known;
    const module = { steps, config: this.#configOf(steps) };
    this.#modules.set(address, module);
    return module;
  }

  /** The instances of a module call: those with the key, or every one that the plan holds resources of. */
  childModules(parent: ModuleInstance, name: string, key: InstanceKey | undefined): readonly ModuleInstance[] {
    if (key !== undefined) return [this.module([...parent.steps, { name, key }])];
    const call = parent.config?.module_calls?.[name];
    if (call?.for_each_expression === undefined && call?.count_expression === undefined) {
      return [this.module([...parent.steps, { name, key: undefined }])];
    }
    return this.#keyedChildren(parent, name);
  }

  #keyedChildren(parent: ModuleInstance, name: string): readonly ModuleInstance[] {
    const prefix = formatModuleAddress(parent.steps);
    const found = new Map<string, ModuleInstance>();
    for (const instance of [...this.#instances.values(), ...this.#data.values()].flat()) {
      const { steps } = instance.module;
      const step = steps[parent.steps.length];
      if (step?.name !== name || formatModuleAddress(steps.slice(0, parent.steps.length)) !== prefix) continue;
      const child = this.module(steps.slice(0, parent.steps.length + 1));
      found.set(formatKey(step.key), child);
    }
    return [...found.values()];
  }

  #instanceOf(change: ResourceChange): Instance {
    const module = this.module(parseModuleAddress(change.module_address));
    const config = module.config === undefined ? undefined : this.#resources(module.config).get(configKey(change));
    return { id: this.idPrefix + change.address, change, module, config };
  }

  #configOf(steps: readonly ModuleStep[]): ConfigModule | undefined {
    let config = this.plan.configuration?.root_module;
    for (const { name } of steps) config = config?.module_calls?.[name]?.module;
    return config;
  }

  #resources(module: ConfigModule): ReadonlyMap<string, ConfigResource> {
    const known = this.#configs.get(module);
    if (known !== undefined) return known;
    const resources = new Map((module.resources ?? []).map((resource) => [configKey(resource), resource]));
    this.#configs.set(module, resources);
    return resources;
  }
}

function configKey({ mode, type, name }: { readonly mode: string; readonly type: string; readonly name: string }): string {
  return `${mode} ${type}.${name}`;
}

function declarationKey(steps: readonly ModuleStep[], type: string, name: string): string {
  return `${formatModuleAddress(steps)} ${type}.${name}`;
}
