import { EvaluationError } from "../values/evaluation-error.ts";
import { Interpreter } from "./interpreter.ts";
import { MAX_ALL_INSTANCES, MAX_MODULES } from "./limits.ts";
import { MissingModule } from "./missing-module.ts";
import { ModuleInstance } from "./module-instance.ts";
import type { ResourceInstance } from "./resource-instance.ts";
import type { EvaluationProblem, Host, OpenedModule, Shared, Whole } from "./shared.ts";

/** A configuration of which nothing is evaluated until it is asked for. */
export interface OpenConfiguration {
  readonly root: ModuleInstance;
  readonly interpreter: Interpreter;
  /** Why instances are left out: there are more of them than are evaluated. */
  readonly unlisted: readonly string[];
  /** What Terraform would refuse of what was evaluated so far, each place once. */
  readonly problems: readonly EvaluationProblem[];
}

/** A configuration with everything in it, listed. */
export interface Configuration extends OpenConfiguration {
  /** Every module that can be read, the root first. */
  readonly modules: readonly ModuleInstance[];
  readonly missing: readonly MissingModule[];
  /** The instances of every managed resource, data sources left out. */
  readonly resources: readonly ResourceInstance<ModuleInstance>[];
}

const MOST_PROBLEMS = 200;
const LIMITS = { modules: MAX_MODULES, instances: MAX_ALL_INSTANCES };

type Opened = Extract<OpenedModule, { kind: "module" }>;

/** Opens a root module; what it calls is opened when somebody asks for it. */
export function openLazily(root: Opened, host: Host, idPrefix: string): OpenConfiguration {
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
  return {
    root: new ModuleInstance(root, "", shared),
    interpreter,
    get unlisted() {
      return [...unlisted];
    },
    get problems() {
      return [...problems.values()];
    },
  };
}

/** Expands a root module with all modules that it calls. */
export function openConfiguration(root: Opened, host: Host, idPrefix: string): Configuration {
  const open = openLazily(root, host, idPrefix);
  const modules: ModuleInstance[] = [];
  const missing: MissingModule[] = [];
  collect(open.root, modules, missing);
  const resources = modules.flatMap((module) => module.resources());
  return {
    root: open.root,
    interpreter: open.interpreter,
    modules,
    missing,
    resources,
    get unlisted() {
      return open.unlisted;
    },
    get problems() {
      return open.problems;
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
