import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { DEFAULT_IDENTIFIERS } from "../../../src/sources/terraform/lens.ts";
import { lensOf } from "../../../src/sources/terraform/lens-index.ts";
import { CASES, outcomesOf, random, saidOtherwise } from "../hidden-values.ts";
import { loadPlanJson } from "../load-plan.ts";

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
  const whole = outcomesOf(loadPlanJson(JSON.parse(text)).resources);

  it.each(CASES)("says nothing else when a share of %d of its values is hidden (%d)", (share, seed) => {
    const plan = JSON.parse(text) as Plan;
    const hidden = hideValues(plan, share, random(seed));
    expect(saidOtherwise(whole, outcomesOf(loadPlanJson(plan).resources), hidden)).toEqual([]);
  });
});

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

const HIDDEN = { references: ["local.hidden"] };

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
