import { lensOf } from "../terraform/lens-index.ts";
import { isExpression } from "./plan-document.ts";
import type {
  ConfigModule,
  ConfigResource,
  Expressions,
  ModuleCall,
  PlanDocument,
  ResourceChange,
} from "./plan-document.ts";

/**
 * The plan with the satellites that its configuration declares and a narrowed or failed planning left out: what they set
 * is unknown, and not absent. A complete plan is returned as it is.
 */
export function addUnplanned(plan: PlanDocument): PlanDocument {
  const root = plan.configuration?.root_module;
  if (root === undefined || (plan.complete !== false && plan.errored !== true)) return plan;
  const planned = plan.resource_changes ?? [];
  const names = new Set(
    planned.map(({ module_address, type, name }) => `${module_address ?? ""} ${type}.${name}`),
  );
  const modules = new Set(planned.map(({ module_address }) => module_address ?? ""));
  const found: ResourceChange[] = [];
  const visit = (module: ConfigModule, address: string): void => {
    for (const resource of module.resources ?? []) {
      if (isSatellite(resource) && !names.has(`${address} ${resource.type}.${resource.name}`)) {
        found.push(unplanned(resource, address));
      }
    }
    for (const [name, call] of Object.entries(module.module_calls ?? {})) {
      for (const child of childAddresses(name, call, address, modules)) {
        if (call.module !== undefined) visit(call.module, child);
      }
    }
  };
  visit(root, "");
  return found.length === 0 ? plan : { ...plan, resource_changes: [...planned, ...found] };
}

function isSatellite({ mode, type }: ConfigResource): boolean {
  const lens = mode === "managed" ? lensOf(type) : undefined;
  return lens?.fold !== undefined || lens?.supersedes !== undefined;
}

function unplanned({ mode, type, name, expressions = {} }: ConfigResource, module: string): ResourceChange {
  const own = `${type}.${name}`;
  return {
    address: module === "" ? own : `${module}.${own}`,
    ...(module === "" ? {} : { module_address: module }),
    mode,
    type,
    name,
    change: {
      actions: ["no-op"],
      after: constantsOf(expressions),
      after_unknown: othersOf(expressions),
      after_sensitive: {},
    },
  };
}

/** What the configuration writes out is known, whether it is planned or not. */
function constantsOf(expressions: Expressions): Readonly<Record<string, unknown>> {
  const constants = Object.entries(expressions).flatMap(([key, node]) =>
    isExpression(node) && node.constant_value !== undefined ? [[key, node.constant_value] as const] : [],
  );
  return Object.fromEntries(constants);
}

function othersOf(expressions: Expressions): Readonly<Record<string, unknown>> {
  const others = Object.entries(expressions).filter(
    ([, node]) => !isExpression(node) || node.constant_value === undefined,
  );
  return Object.fromEntries(others.map(([key]) => [key, true]));
}

/** The instances of a module with count or for_each that the plan holds something of; of another module its only one. */
function childAddresses(
  name: string,
  call: ModuleCall,
  parent: string,
  modules: ReadonlySet<string>,
): readonly string[] {
  const own = parent === "" ? `module.${name}` : `${parent}.module.${name}`;
  if (call.for_each_expression === undefined && call.count_expression === undefined) return [own];
  const found = new Set<string>();
  for (const address of modules) {
    if (!address.startsWith(`${own}[`)) continue;
    const rest = address.slice(own.length);
    const end = /^\[(?:\d+|"(?:[^"\\]|\\.)*")\]/.exec(rest)?.[0];
    if (end !== undefined) found.add(own + end);
  }
  return [...found];
}
