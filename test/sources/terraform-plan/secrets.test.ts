import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { Reference, Sensitive, Unknown } from "../../../src/model/value.ts";
import type { Value } from "../../../src/model/value.ts";
import { loadPlan, loadPlanJson } from "../load-plan.ts";

/** Every secret of the scenario holds this word. */
const CANARY = "canary";

describe("secrets of a real plan", () => {
  const { resources } = loadPlan("sensitive-values");

  it.each(resources.map((resource) => [resource.address, resource] as const))(
    "%s shows none",
    (_, resource) => {
      expect(shown(resource.properties).filter((text) => text.includes(CANARY))).toEqual([]);
    },
  );

  it("are there, marked", () => {
    const marked = resources.flatMap(({ properties }) => hidden(properties));
    expect(marked.some((text) => text.includes(CANARY))).toBe(true);
  });
});

/** The plan of lists beside which a variable stands, with that variable and what it is put into marked as sensitive. */
function planWithSecretVariable(): unknown {
  const plan = JSON.parse(readFileSync("fixtures/terraform-plan/mixed-lists/plan.json", "utf8")) as {
    readonly resource_changes: readonly {
      readonly address: string;
      readonly change: { after_sensitive: object };
    }[];
    readonly configuration: {
      readonly root_module: { readonly variables: { readonly shared_group: { sensitive?: boolean } } };
    };
  };
  plan.configuration.root_module.variables.shared_group.sensitive = true;
  for (const { address, change } of plan.resource_changes) {
    if (!address.endsWith("variable")) continue;
    change.after_sensitive = { ...change.after_sensitive, vpc_security_group_ids: true };
  }
  return plan;
}

describe("a secret that stands beside a resource in a list that is known after apply", () => {
  it("is in no reason and no candidate", () => {
    const { resources } = loadPlanJson(planWithSecretVariable());
    const instance = resources.find(({ address }) => address === "aws_instance.variable");
    const groups = instance?.properties["SecurityGroupIds"];
    expect(JSON.stringify(groups)).toContain("aws_security_group.closed");
    expect(JSON.stringify(groups)).not.toContain("sg-0123456789abcdef0");
  });
});

/** The texts outside of sensitive wrappers. */
function shown(value: Value): readonly string[] {
  if (typeof value === "string") return [value];
  if (value instanceof Sensitive || value instanceof Unknown || value === null || typeof value !== "object") {
    return [];
  }
  if (value instanceof Reference) return value.value === undefined ? [] : shown(value.value);
  return Object.values(value).flatMap((part: Value) => shown(part));
}

function hidden(value: Value): readonly string[] {
  if (value instanceof Sensitive) return [JSON.stringify(value.value)];
  if (value instanceof Unknown || value === null || typeof value !== "object") return [];
  return Object.values(value).flatMap((part: Value) => hidden(part));
}
