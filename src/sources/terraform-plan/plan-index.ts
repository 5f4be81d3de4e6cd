import { Declarations } from "./declarations.ts";
import type { Declaration, Instance, ModuleInstance } from "./declarations.ts";
import { formatKey, formatModuleAddress, parseModuleAddress } from "./module-path.ts";
import type { InstanceKey, ModuleStep } from "./module-path.ts";
import type { ConfigModule, PlanDocument, StateModule, StateResource } from "./plan-document.ts";

/** Look-ups over a plan: instances by where they are declared, modules by address. */
export class PlanIndex {
  readonly plan: PlanDocument;
  readonly idPrefix: string;
  readonly #modules = new Map<string, ModuleInstance>();
  readonly #all: Instance[] = [];
  #byId: ReadonlyMap<string, Instance> | undefined;
  readonly #children = new Map<string, readonly ModuleInstance[]>();
  #read: ReadonlyMap<string, readonly StateResource[]> | undefined;

  constructor(plan: PlanDocument, idPrefix: string) {
    this.plan = plan;
    this.idPrefix = idPrefix;
    plan.resource_changes?.forEach((change) => {
      if (change.deposed !== undefined) return;
      const module = this.#moduleAt(change.module_address ?? "");
      const declaration = module.declared.at(change);
      const instance = { id: idPrefix + change.address, change, module, config: declaration.config };
      declaration.add(instance);
      if (change.mode !== "data") this.#all.push(instance);
    });
  }

  /** The instance of a resource by its id. Indexed when somebody asks: a plan of new resources names none by known text. */
  instance(id: string): Instance | undefined {
    this.#byId ??= new Map(this.#all.map((instance) => [instance.id, instance]));
    return this.#byId.get(id);
  }

  /** The resource block of a module instance, with its instances. */
  resource(module: ModuleInstance, type: string, name: string): Declaration | undefined {
    return module.declared.find("managed", type, name);
  }

  /** The block of data sources that are read during apply. */
  data(module: ModuleInstance, type: string, name: string): Declaration | undefined {
    return module.declared.find("data", type, name);
  }

  /** The values of a data source that was read for the plan: of the instance with the key, or of each. */
  readData(
    module: ModuleInstance,
    {
      type,
      name,
      key,
    }: { readonly type: string; readonly name: string; readonly key: InstanceKey | undefined },
  ): readonly unknown[] {
    this.#read ??= readDataSources(this.plan.prior_state?.values?.root_module);
    const path = formatModuleAddress(module.steps);
    const block = `${path === "" ? "" : `${path}.`}data.${type}.${name}`;
    const instances = this.#read.get(block) ?? [];
    const wanted = instances.filter(({ address }) => address === block + formatKey(key));
    return (wanted.length > 0 ? wanted : instances).map(({ values }) => values);
  }

  /** Every instance of a resource; no data sources. */
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
    const config = this.#configOf(steps);
    const module: ModuleInstance = { steps, config, declared: new Declarations(config) };
    this.#modules.set(address, module);
    return module;
  }

  #configOf(steps: readonly ModuleStep[]): ConfigModule | undefined {
    let config = this.plan.configuration?.root_module;
    for (const { name } of steps) config = config?.module_calls?.[name]?.module;
    return config;
  }
}

/** The data sources of a module and of those below, by the address of their block. */
function readDataSources(
  module: StateModule | undefined,
  found = new Map<string, StateResource[]>(),
): ReadonlyMap<string, readonly StateResource[]> {
  module?.resources?.forEach((resource) => {
    if (resource.mode !== "data") return;
    const block = resource.address.replace(/\[(?:\d+|"(?:[^"\\]|\\.)*")\]$/, "");
    const others = found.get(block);
    if (others === undefined) found.set(block, [resource]);
    else others.push(resource);
  });
  module?.child_modules?.forEach((child) => readDataSources(child, found));
  return found;
}
