import { locate } from "../../../languages/hcl/evaluator/locate.ts";
import type { ModuleInstance } from "../../../languages/hcl/evaluator/module-instance.ts";
import type { ModuleCall } from "../../../model/resource.ts";

/** The calls that lead to a module, from the root inwards; made once for all of its resources. */
export function callsOf(module: ModuleInstance): readonly ModuleCall[] {
  const known = CALLS.get(module);
  if (known !== undefined) return known;
  const { call, address } = module;
  const calls =
    call === undefined
      ? []
      : [...callsOf(call.parent), { address, location: locate(call.section.file, call.section.block.start) }];
  CALLS.set(module, calls);
  return calls;
}

const CALLS = new WeakMap<ModuleInstance, readonly ModuleCall[]>();
