import { EvaluationError } from "../values/evaluation-error.ts";
import { Interpreter } from "./interpreter.ts";
import { MAX_ALL_INSTANCES, MAX_MODULES } from "./limits.ts";
import { MissingModule } from "./missing-module.ts";
import { ModuleInstance } from "./module-instance.ts";
import type { ResourceInstance } from "./resource-instance.ts";
import type { EvaluationProblem, Host, OpenedModule, Shared, Whole } from "./shared.ts";

/** A configuration with everything in it, evaluated when it is asked for. */
export interface Configuration {
  readonly root: ModuleInstance;
  /** Every module that can be read, the root first. */
  readonly modules: readonly ModuleInstance[];
  readonly missing: readonly MissingModule[];
  /** The instances of every managed resource, data sources left out. */
  readonly resources: readonly ResourceInstance<ModuleInstance>[];
  readonly interpreter: Interpreter;
  /** Why instances are left out: there are more of them than are evaluated. */
  readonly unlisted: readonly string[];
  /** What Terraform would refuse of what was evaluated so far, each place once. */
  readonly problems: readonly EvaluationProblem[];
}

const MOST_PROBLEMS = 200;
const LIMITS = { modules: MAX_MODULES, instances: MAX_ALL_INSTANCES };

/** Expands a root module with all modules that it calls. */
export function openConfiguration(
  root: Extract<OpenedModule, { kind: "module" }>,
  host: Host,
  idPrefix: string,
): Configuration {
  const wholes = new Map<string, Whole>();
  const problems = new Map<string, EvaluationProblem>();
  const unlisted = new Set<string>();
  const admitted = { modules: 0, instances: 0 };
  const interpreter = new Interpreter({
    files: host.files,
    readAttribute: ({ target }, name) => {
      const whole = wholes.get(target);
      if (whole === undefined) throw new EvaluationError(`${target} has no attributes`);
      return whole.readAttribute(name);
    },
  });
  const shared: Shared = {
    host,
    interpreter,
    idPrefix,
    wholes,
    admit: (what, count) => {
      admitted[what] += count;
      if (admitted[what] <= LIMITS[what]) return true;
      unlisted.add(
        `the configuration has more than ${String(LIMITS[what])} ${what}; the others are left out`,
      );
      return false;
    },
    leaveOut: (reason) => unlisted.add(reason),
    report: (problem) => {
      const { file, line, column } = problem.location;
      if (problems.size < MOST_PROBLEMS) problems.set([file, line, column].join(":"), problem);
    },
  };
  const rootModule = new ModuleInstance(root, "", shared);
  const modules: ModuleInstance[] = [];
  const missing: MissingModule[] = [];
  collect(rootModule, modules, missing);
  return {
    root: rootModule,
    modules,
    missing,
    resources: modules.flatMap((module) => module.resources()),
    interpreter,
    get unlisted() {
      return [...unlisted];
    },
    get problems() {
      return [...problems.values()];
    },
  };
}

function collect(module: ModuleInstance, modules: ModuleInstance[], missing: MissingModule[]): void {
  modules.push(module);
  for (const child of module.children()) {
    if (child instanceof MissingModule) missing.push(child);
    else collect(child, modules, missing);
  }
}
