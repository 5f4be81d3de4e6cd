import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { evaluate } from "../../../src/engine/evaluate.ts";
import { addFacts } from "../../../src/facts/add-facts.ts";
import { ResourceGraph } from "../../../src/model/resource-graph.ts";
import { compileRule } from "../../../src/ruleset/compile-rule.ts";
import { bindParameters } from "../../../src/ruleset/parameters.ts";
import { DEFAULT_IDENTIFIERS } from "../../../src/sources/terraform/lens.ts";
import { lensOf } from "../../../src/sources/terraform/lens-index.ts";
import { DEFAULT_SETTINGS, PARAMETERS, RULES } from "../../rules/all-rules.ts";
import { loadPlanJson } from "../load-plan.ts";

const rules = RULES.map(({ rule }) => compileRule(rule, bindParameters(PARAMETERS, {})));
const SHARES = [0.05, 0.2, 0.5] as const;
const SEEDS = Number(process.env["GENOSCAN_SEEDS"] ?? 1);

/**
 * A plan of which more is known only after apply tells less, and nothing else: a verdict may become unknown, and never
 * another one. Here the lenses, the links and the facts are held to it, on plans that Terraform made. Names and tags stay:
 * they tell what a resource is for, and by names written out others find it.
 */
describe.each(
  readdirSync("fixtures/terraform-plan", { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name),
)("%s", (scenario) => {
  const text = readFileSync(`fixtures/terraform-plan/${scenario}/plan.json`, "utf8");
  const whole = verdictsOf(JSON.parse(text));
  const cases = SHARES.flatMap((share) => Array.from({ length: SEEDS }, (_, at) => [share, at + 1] as const));

  it.each(cases)("says nothing else when a share of %d of its values is hidden (%d)", (share, seed) => {
    const plan = JSON.parse(text) as Plan;
    const hidden = hideValues(plan, share, random(seed));
    const changed = [...verdictsOf(plan)]
      .filter(([key, { outcome }]) => {
        const before = whole.get(key)?.outcome;
        return outcome !== "unknown" && before !== "unknown" && before !== outcome;
      })
      .map(([key, { outcome, address }]) => {
        const parts = hidden.filter((place) => place.startsWith(`${address} `)).join(", ");
        return `${key}: ${whole.get(key)?.outcome ?? "not applicable"}, then ${outcome}; hidden: ${parts}`;
      });
    expect(changed).toEqual([]);
  });
});

function verdictsOf(plan: unknown): ReadonlyMap<string, { outcome: string; address: string }> {
  const graph = addFacts(new ResourceGraph(loadPlanJson(plan).resources), DEFAULT_SETTINGS);
  return new Map(
    evaluate(graph, rules).verdicts.map(({ ruleId, resource, outcome }) => {
      const address = resource?.address ?? "";
      return [`${ruleId} ${address}`, { outcome, address }] as const;
    }),
  );
}

type Tree = Record<string, unknown>;

interface Plan {
  readonly resource_changes?: readonly {
    readonly address: string;
    readonly module_address?: string;
    readonly mode: string;
    readonly type: string;
    readonly name: string;
    readonly change: { readonly actions: readonly string[]; after: Tree | null; after_unknown: Tree };
  }[];
  readonly configuration?: { readonly root_module?: Module };
}

interface Module {
  readonly resources?: readonly { mode: string; type: string; name: string; expressions?: Tree }[];
  readonly module_calls?: Readonly<Record<string, { readonly module?: Module }>>;
}

type Change = NonNullable<Plan["resource_changes"]>[number];

/** Hides values as Terraform does: gone from `after`, true in `after_unknown`, by a reference in the configuration. */
function hideValues(plan: Plan, share: number, next: () => number): readonly string[] {
  return (plan.resource_changes ?? []).flatMap((change) => {
    const { after, after_unknown: unknown } = change.change;
    if (change.mode !== "managed" || after === null) return [];
    const expressions = expressionsOf(plan, change);
    const isHidden = (): boolean => next() < share;
    const attributes = Object.keys(after).filter(
      (key) => !tellsName(change.type, key) && after[key] !== null && isHidden(),
    );
    for (const key of attributes) hide(after, unknown, key);
    const parts = Object.entries(after).flatMap(([key, blocks]) =>
      isBlocks(blocks) ? hideInBlocks(blocks, unknown, key, isHidden) : [],
    );
    const hidden = [...attributes, ...parts];
    // as a dynamic block stands there
    for (const path of hidden) if (expressions) expressions[path.split(".")[0] ?? ""] = HIDDEN;
    return hidden.map((path) => `${change.address} ${path}`);
  });
}

const HIDDEN = { references: ["var.hidden"] };

function tellsName(type: string, key: string): boolean {
  const identifiers = lensOf(type)?.identifiers ?? DEFAULT_IDENTIFIERS;
  return identifiers.includes(key) || /^(tags|tags_all|tag|name|.*_name|.*_prefix)$/.test(key);
}

function hide(values: Tree, unknown: Tree, key: string): void {
  Reflect.deleteProperty(values, key);
  unknown[key] = true;
}

function hideInBlocks(
  blocks: readonly Tree[],
  unknown: Tree,
  key: string,
  isHidden: () => boolean,
): readonly string[] {
  const known = unknown[key];
  const parts = blocks.map((_, at) => ({ ...(Array.isArray(known) ? (known[at] as Tree | undefined) : {}) }));
  unknown[key] = parts;
  return blocks.flatMap((block, at) => {
    const names = Object.keys(block).filter((name) => block[name] !== null && isHidden());
    for (const name of names) hide(block, parts[at] ?? {}, name);
    return names.map((name) => `${key}.${String(at)}.${name}`);
  });
}

function isBlocks(value: unknown): value is Tree[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((item) => typeof item === "object" && item !== null && !Array.isArray(item))
  );
}

function expressionsOf(
  plan: Plan,
  { module_address: address = "", mode, type, name }: Change,
): Tree | undefined {
  let module = plan.configuration?.root_module;
  for (const [, call = ""] of address.matchAll(/module\.([^.[]+)/g)) {
    module = module?.module_calls?.[call]?.module;
  }
  const resource = module?.resources?.find(
    (one) => one.mode === mode && one.type === type && one.name === name,
  );
  if (resource === undefined) return undefined;
  resource.expressions ??= {};
  return resource.expressions;
}

/** Numbers from 0 to 1 that are the same in every run. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}
