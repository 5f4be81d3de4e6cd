import type { ModuleConfig, Section } from "../../../languages/hcl/evaluator/module-config.ts";
import type { OpenedModule } from "../../../languages/hcl/evaluator/shared.ts";
import { literalValue } from "../../../languages/hcl/literal-value.ts";
import { referredNames } from "../../../languages/hcl/referred-names.ts";
import type { ModuleLoader } from "../../terraform/folder/module-loader.ts";
import { providerShape } from "../../terraform/folder/provider-shapes.ts";
import type { ConfigModule, ConfigResource, Expression, ModuleCall } from "../plan-document.ts";
import { CALL_ARGUMENTS, RESOURCE_ARGUMENTS, compareExpression, findDifference } from "./compare-block.ts";

type Opened = Extract<OpenedModule, { kind: "module" }>;

/** What a plan was made from, held against a folder. The addresses are those of the configuration, without keys. */
export interface Comparison {
  /** By address: how what the plan tells differs from what the folder holds. */
  readonly differences: ReadonlyMap<string, string>;
  /** By address of the call: why a module of the plan cannot be read. */
  readonly missing: ReadonlyMap<string, string>;
  /** How many resources of the plan the folder declares. */
  readonly declared: number;
  /** The modules that plan and folder share, by address of the call. */
  readonly modules: ReadonlyMap<string, ModuleConfig>;
}

/** Holds the configuration of a plan against a folder. It opens the modules that the plan has, and no other ones. */
export function compareConfiguration(planned: ConfigModule, root: Opened, loader: ModuleLoader): Comparison {
  const comparer = new Comparer(loader);
  comparer.compare(planned, root, []);
  return comparer;
}

class Comparer implements Comparison {
  readonly differences = new Map<string, string>();
  readonly missing = new Map<string, string>();
  readonly modules = new Map<string, ModuleConfig>();
  declared = 0;
  readonly #loader: ModuleLoader;

  constructor(loader: ModuleLoader) {
    this.#loader = loader;
  }

  compare(planned: ConfigModule, opened: Opened, path: readonly string[]): void {
    const { config, incomplete } = opened;
    this.modules.set(configAddress(path), config);
    const named = new Set<string>();
    for (const resource of planned.resources ?? []) {
      const key = `${resource.type}.${resource.name}`;
      const own = resource.mode === "data" ? `data.${key}` : key;
      named.add(own);
      this.#note(configAddress(path, own), this.#compareResource(resource, config, incomplete));
    }
    if (incomplete === undefined) {
      const declared = [...config.resources.keys(), ...[...config.data.keys()].map((key) => `data.${key}`)];
      for (const own of declared) {
        if (!named.has(own)) this.#note(configAddress(path, own), "it is in the folder and not in the plan");
      }
    }
    for (const [name, call] of Object.entries(planned.module_calls ?? {})) {
      this.#compareCall(name, call, opened, path);
    }
    for (const [name, { expression }] of Object.entries(planned.outputs ?? {})) {
      const section = config.outputs.get(name);
      const difference = section === undefined ? undefined : compareArgument(section, "value", expression);
      this.#note(configAddress(path, `output.${name}`), difference);
    }
  }

  #note(address: string, difference: string | undefined): void {
    if (difference !== undefined) this.differences.set(address, difference);
  }

  #compareResource(
    planned: ConfigResource,
    config: ModuleConfig,
    incomplete: string | undefined,
  ): string | undefined {
    const { mode, type, name } = planned;
    const place = mode === "data" ? config.data : config.resources;
    const declaration = place.get(`${type}.${name}`);
    if (declaration === undefined) {
      if (incomplete !== undefined) return `it is not declared in what can be read: ${incomplete}`;
      const other = [...place.values()].find((candidate) => candidate.name === name);
      const hint = other === undefined ? "" : `, which has ${other.type}.${name}`;
      return `it is in the plan and not in the folder${hint}`;
    }
    this.declared += 1;
    const shape = providerShape(mode === "data" ? `data.${type}` : type);
    return (
      compareKeys(declaration, planned) ??
      findDifference({ body: declaration.body, shape, skip: RESOURCE_ARGUMENTS }, planned.expressions ?? {})
    );
  }

  #compareCall(name: string, planned: ModuleCall, opened: Opened, path: readonly string[]): void {
    const address = configAddress([...path, name]);
    const section = opened.config.calls.get(name);
    if (section === undefined) {
      const why =
        opened.incomplete === undefined
          ? "it is called in the plan and not in the folder"
          : `it is not called in what can be read: ${opened.incomplete}`;
      this.missing.set(address, why);
      return;
    }
    const difference =
      compareKeys(section, planned) ??
      findDifference(
        { body: section.body, shape: undefined, skip: CALL_ARGUMENTS },
        planned.expressions ?? {},
      );
    this.#note(address, difference);
    if (planned.module === undefined) return;
    const source = section.body.attributes.get("source")?.value;
    const child =
      source?.kind === "string"
        ? this.#loader.open({
            source: source.value,
            path: [...path, name].join("."),
            folder: opened.folder,
            section,
          })
        : ({ kind: "missing", reason: "its source is not written out" } as const);
    if (child.kind === "missing") this.missing.set(address, child.reason);
    else this.compare(planned.module, child, [...path, name]);
  }
}

/** `module.a.module.b.aws_kms_key.c` */
export function configAddress(path: readonly string[], own?: string): string {
  const steps = path.map((name) => `module.${name}`);
  return (own === undefined ? steps : [...steps, own]).join(".");
}

function compareKeys(
  section: Section,
  planned: Pick<ConfigResource, "count_expression" | "for_each_expression">,
): string | undefined {
  return (
    compareArgument(section, "count", planned.count_expression) ??
    compareArgument(section, "for_each", planned.for_each_expression)
  );
}

function compareArgument(
  { body }: Section,
  name: string,
  planned: Expression | undefined,
): string | undefined {
  const written = body.attributes.get(name);
  if (written === undefined && planned === undefined) return undefined;
  if (written === undefined) return `${name} is set in the plan and not in the folder`;
  // a plan leaves out what neither is a constant nor refers to anything: toset(["a", "b"])
  if (planned === undefined) {
    const isLeftOut = literalValue(written.value) === undefined && referredNames(written.value).size === 0;
    return isLeftOut ? undefined : `${name} is set in the folder and not in the plan`;
  }
  return compareExpression(name, written.value, planned);
}
