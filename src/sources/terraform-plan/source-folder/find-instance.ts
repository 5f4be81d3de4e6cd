import { ModuleInstance } from "../../../languages/hcl/evaluator/module-instance.ts";
import type { ResourceInstance } from "../../../languages/hcl/evaluator/resource-instance.ts";
import { OPEN_KEY } from "../../../languages/hcl/evaluator/instance-address.ts";
import { formatModuleAddress } from "../module-path.ts";
import type { InstanceKey, ModuleStep } from "../module-path.ts";
import type { Instance } from "../declarations.ts";

/** Finds what the folder says of instances of a plan. */
export class InstanceFinder {
  readonly #root: ModuleInstance;
  readonly #modules = new Map<string, ModuleInstance | undefined>();

  constructor(root: ModuleInstance) {
    this.#root = root;
  }

  /** The instance of the same address; where nobody knows the keys, the one that stands for all of them. */
  find({ module, change }: Instance): ResourceInstance<ModuleInstance> | undefined {
    const written = this.#moduleAt(module.steps);
    const declaration = written?.config.resources.get(`${change.type}.${change.name}`);
    if (written === undefined || declaration === undefined) return undefined;
    return pick(written.instancesOf(declaration), ({ key }) => key, change.index);
  }

  #moduleAt(steps: readonly ModuleStep[]): ModuleInstance | undefined {
    const address = formatModuleAddress(steps);
    if (this.#modules.has(address)) return this.#modules.get(address);
    const module = this.#openModule(steps);
    this.#modules.set(address, module);
    return module;
  }

  #openModule(steps: readonly ModuleStep[]): ModuleInstance | undefined {
    const last = steps.at(-1);
    if (last === undefined) return this.#root;
    const children = this.#moduleAt(steps.slice(0, -1))?.childrenOf(last.name) ?? [];
    const modules = children.filter((child) => child instanceof ModuleInstance);
    return pick(modules, ({ call }) => call?.key, last.key);
  }
}

function pick<Member extends { readonly address: string }>(
  members: readonly Member[],
  keyOf: (member: Member) => InstanceKey | undefined,
  key: InstanceKey | undefined,
): Member | undefined {
  const isOpen = ({ address }: Member): boolean => address.endsWith(OPEN_KEY);
  return members.find((member) => (isOpen(member) ? key !== undefined : keyOf(member) === key));
}
