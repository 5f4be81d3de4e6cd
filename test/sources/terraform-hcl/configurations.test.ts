import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Configuration } from "../../../src/languages/hcl/evaluator/configuration.ts";
import type { ModuleInstance } from "../../../src/languages/hcl/evaluator/module-instance.ts";
import type { ResourceInstance } from "../../../src/languages/hcl/evaluator/resource-instance.ts";
import { TERRAFORM_VERSION } from "../../../src/languages/hcl/functions/signature.ts";
import { toModelValue } from "../../../src/languages/hcl/values/to-model.ts";
import type { Value } from "../../../src/model/value.ts";
import { readArguments } from "./read-arguments.ts";
import { openFolder } from "./open-folder.ts";
import { knownParts, terraformParts } from "../../languages/hcl/terraform-answer.ts";

interface Planned {
  readonly after: unknown;
  readonly unknown: unknown;
}
interface Recorded {
  readonly name: string;
  readonly resources?: readonly (Planned & { readonly address: string })[];
  readonly outputs?: Readonly<Record<string, Planned>>;
}
type Instance = ResourceInstance<ModuleInstance>;

const FIXTURE = "fixtures/terraform-configurations";
const { terraform, configurations } = JSON.parse(readFileSync(`${FIXTURE}/expected.json`, "utf8")) as {
  readonly terraform: string;
  readonly configurations: readonly Recorded[];
};
const planned = configurations.flatMap(({ name, resources, outputs }) =>
  resources === undefined || outputs === undefined ? [] : [{ name, resources, outputs }],
);

/** Policies of blocks in sets, whose order the provider takes from hashes. */
const IN_ORDER_OF_SETS = new Set(["same_principal_twice", "same_condition_twice"]);

function inOneOrder(document: unknown): unknown {
  const known: unknown = JSON.parse(String(document));
  return alike(known, known);
}

function open(name: string): Configuration {
  const given = `${FIXTURE}/${name}/arguments.json`;
  return openFolder(`${FIXTURE}/${name}`, existsSync(given) ? readArguments(given) : undefined);
}

describe("configurations, as Terraform plans them", () => {
  it("are recorded with the version whose functions they call", () => {
    expect(terraform).toBe(TERRAFORM_VERSION);
  });

  it.each(planned)("$name", ({ name, resources, outputs }) => {
    const configuration = open(name);
    const instances = new Map(configuration.resources.map((instance) => [instance.address, instance]));
    expect([...instances.keys()].sort()).toEqual(resources.map(({ address }) => address).sort());
    for (const resource of resources) {
      const { ours, theirs } = attributesOf(instances.get(resource.address)!, resource);
      expect({ [resource.address]: ours }).toEqual({ [resource.address]: theirs });
    }
    for (const [output, value] of Object.entries(outputs)) {
      const ours = knownParts(toModelValue(configuration.root.readAttribute(output)), value.unknown);
      const theirs = terraformParts(value);
      const isSet = IN_ORDER_OF_SETS.has(output);
      expect({ [output]: isSet ? inOneOrder(ours) : ours }).toEqual({
        [output]: isSet ? inOneOrder(theirs) : theirs,
      });
    }
    expect(configuration.problems).toEqual([]);
  });
});

/** What both know: what only the provider decides is compared where the folder knows it. */
function attributesOf(instance: Instance, plan: Planned): { readonly ours: object; readonly theirs: object } {
  const after = plan.after as Readonly<Record<string, unknown>>;
  const unknown = plan.unknown as Readonly<Record<string, unknown>>;
  const ours: Record<string, unknown> = {};
  const theirs: Record<string, unknown> = {};
  const isAws = instance.declaration.type.startsWith("aws_");
  for (const name of namesOf(instance, after, unknown)) {
    const shape = instance.shape?.attributes.get(name);
    // a plan never has what is only written
    if (name.endsWith("_wo")) continue;
    const value = instance.attributes().get(name) ?? shape?.fallback;
    const [held, marks] = [after[name], unknown[name]];
    if (value === undefined && (shape?.isComputed === true || marks === true)) continue;
    const known = value === undefined ? null : knownParts(toModelValue(value), marks);
    const expected = terraformParts({ after: held ?? null, unknown: marks });
    if (isEmpty(known) && isEmpty(expected)) continue;
    const compared = (side: unknown): unknown => (isAws ? alike(side, known) : side);
    ours[name] = compared(known);
    theirs[name] = compared(expected);
  }
  return { ours, theirs };
}

/** A plan never has what is only written. */
function namesOf(instance: Instance, after: object, unknown: object): ReadonlySet<string> {
  const all = [...Object.keys(after), ...Object.keys(unknown), ...instance.attributes().keys()];
  return new Set(all.filter((name) => !name.endsWith("_wo")));
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}

/** Blocks without what a block of the other side does not say, and sets in one order. */
function alike(value: unknown, other: unknown): unknown {
  if (Array.isArray(value)) {
    const others = (Array.isArray(other) ? other : []) as readonly unknown[];
    return value
      .map((item: unknown, index) => alike(item, others[index]))
      .map((item) => [JSON.stringify(item), item] as const)
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([, item]) => item);
  }
  if (value === null || typeof value !== "object") return value;
  const others = (other ?? {}) as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    Object.entries(value as Readonly<Record<string, Value>>)
      .map(([name, held]) => [name, held, others[name]] as const)
      .filter(([, held, beside]) => !isEmpty(held) && !isEmpty(beside))
      .map(([name, held, beside]) => [name, alike(held, beside)]),
  );
}
