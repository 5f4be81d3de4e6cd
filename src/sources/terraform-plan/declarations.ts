import type { InstanceKey, ModuleStep } from "./module-path.ts";
import type { ConfigModule, ConfigResource, ResourceChange } from "./plan-document.ts";

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
  readonly declared: Declarations;
}

type Declared = Pick<ConfigResource, "mode" | "type" | "name">;

/** A resource block of a module instance: what is written of it, and the instances that the plan has of it. */
export class Declaration {
  config: ConfigResource | undefined;
  /** The instance, as long as there is one alone, as of most blocks: a list of one costs more than what is in it. */
  #only: Instance | undefined;
  #instances: Instance[] | undefined;
  #byKey: ReadonlyMap<InstanceKey | undefined, readonly Instance[]> | undefined;

  /** To be called before anybody asks for the instances. */
  add(instance: Instance): void {
    if (this.#instances !== undefined) this.#instances.push(instance);
    else if (this.#only === undefined) this.#only = instance;
    else {
      this.#instances = [this.#only, instance];
      this.#only = undefined;
    }
  }

  /** The instance of a block that has one alone. */
  only(): Instance | undefined {
    return this.#only;
  }

  instances(): readonly Instance[] {
    return this.#instances ?? (this.#only === undefined ? NONE : [this.#only]);
  }

  /** The instances with a key. By an index: a block with `for_each` names those of another one key by key. */
  withKey(key: InstanceKey): readonly Instance[] {
    this.#byKey ??= byKey(this.instances());
    return this.#byKey.get(key) ?? NONE;
  }
}

const NONE: readonly Instance[] = [];

function byKey(instances: readonly Instance[]): Map<InstanceKey | undefined, Instance[]> {
  const found = new Map<InstanceKey | undefined, Instance[]>();
  for (const instance of instances) {
    const others = found.get(instance.change.index);
    if (others === undefined) found.set(instance.change.index, [instance]);
    else others.push(instance);
  }
  return found;
}

/** The resource blocks of a module instance. By type and then by name: a text made of both costs more than two look-ups. */
export class Declarations {
  readonly #byType = new Map<string, Map<string, Declaration>>();

  constructor(config: ConfigModule | undefined) {
    config?.resources?.forEach((resource) => {
      this.at(resource).config = resource;
    });
  }

  /** The declaration of a resource, made when there is none yet. */
  at({ mode, type, name }: Declared): Declaration {
    const kind = kindOf(mode, type);
    const byName = this.#byType.get(kind) ?? new Map<string, Declaration>();
    if (byName.size === 0) this.#byType.set(kind, byName);
    const known = byName.get(name);
    if (known !== undefined) return known;
    const declaration = new Declaration();
    byName.set(name, declaration);
    return declaration;
  }

  find(mode: "managed" | "data", type: string, name: string): Declaration | undefined {
    return this.#byType.get(kindOf(mode, type))?.get(name);
  }
}

function kindOf(mode: string, type: string): string {
  return mode === "data" ? `data.${type}` : type;
}
