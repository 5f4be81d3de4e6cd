import { describe, expect, it } from "vitest";
import { addressesOf, loadTemplate, loadText } from "./load-template.ts";

const ACCOUNT = { type: "Microsoft.Storage/storageAccounts", apiVersion: "2023-05-01", name: "lake" };

describe("a template of a stranger is bounded, and what is left out is told", () => {
  it("a loop of a billion", async () => {
    const result = await loadTemplate({
      resources: [
        { ...ACCOUNT, name: "[concat('a', copyIndex())]", copy: { name: "all", count: 1_000_000_000 } },
      ],
    });
    expect(addressesOf(result)).toHaveLength(1);
    expect(result.gaps.map(({ reason }) => reason)).toEqual([
      "not evaluated to the end: a loop runs 1000000000 times, and genoscan evaluates at most 50000; what depends on the rest is unknown",
    ]);
  });

  it("a loop of more resources than Azure deploys", async () => {
    const result = await loadTemplate({
      resources: [{ ...ACCOUNT, name: "[concat('a', copyIndex())]", copy: { name: "all", count: 9_000 } }],
    });
    expect(addressesOf(result)).toHaveLength(1);
    expect(result.gaps[0]?.reason).toMatch(/^a loop declares 9000 resources/u);
  });

  it("texts that double", async () => {
    const variables: Record<string, string> = { v0: "aaaaaaaaaa" };
    for (let index = 1; index < 40; index += 1) {
      const before = `variables('v${String(index - 1)}')`;
      variables[`v${String(index)}`] = `[concat(${before}, ${before})]`;
    }
    const result = await loadTemplate({ variables, resources: [{ ...ACCOUNT, kind: "[variables('v39')]" }] });
    expect(addressesOf(result)).toHaveLength(1);
  });

  it("arrays that multiply", async () => {
    const variables: Record<string, string> = { v0: "[range(0, 10000)]" };
    for (let index = 1; index < 12; index += 1) {
      const before = `variables('v${String(index - 1)}')`;
      variables[`v${String(index)}`] =
        `[concat(${before}, ${before}, ${before}, ${before}, ${before}, ${before}, ${before})]`;
    }
    const result = await loadTemplate({
      variables,
      resources: [{ ...ACCOUNT, tags: { n: "[length(variables('v11'))]" } }],
    });
    expect(addressesOf(result)).toHaveLength(1);
  });

  it("loops in loops in loops", async () => {
    const inner =
      "map(range(0, 10000), lambda('a', map(range(0, 10000), lambda('b', map(range(0, 10000), lambda('c', lambdaVariables('c')))))))";
    const result = await loadTemplate({ resources: [{ ...ACCOUNT, tags: { n: `[length(${inner})]` } }] });
    expect(result.gaps.map(({ code }) => code)).toEqual(["arm-limit"]);
  });

  it("a function that calls itself", async () => {
    const result = await loadTemplate({
      functions: [
        {
          namespace: "a",
          members: { f: { parameters: [], output: { type: "string", value: "[concat(a.f(), a.f())]" } } },
        },
      ],
      resources: [{ ...ACCOUNT, kind: "[a.f()]" }],
    });
    expect(result.gaps.map(({ code }) => code)).toEqual(["arm-limit"]);
  });

  it("variables that need each other", async () => {
    const result = await loadTemplate({
      variables: { a: "[variables('b')]", b: "[variables('a')]" },
      resources: [{ ...ACCOUNT, kind: "[variables('a')]" }],
    });
    expect(result.diagnostics.map(({ message }) => message)).toEqual(["the variable a depends on itself"]);
  });

  it("deployments in deployments", async () => {
    let template: object = { resources: [ACCOUNT] };
    for (let depth = 0; depth < 40; depth += 1) {
      const properties = { expressionEvaluationOptions: { scope: "inner" }, template };
      template = {
        resources: [{ type: "Microsoft.Resources/deployments", apiVersion: "1", name: "d", properties }],
      };
    }
    const result = await loadTemplate(template);
    expect(result.gaps[0]?.reason).toMatch(/follows no more 30 deployments inside of each other/u);
  });

  it.each([
    ["brackets", `${"[".repeat(10_000)}${"]".repeat(10_000)}`],
    ["objects", `${'{"a":'.repeat(10_000)}1${"}".repeat(10_000)}`],
  ])("10000 nested %s", async (_, nested) => {
    const { problems } = await loadText(
      `// no JSON\n{"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#", "resources": ${nested}}`,
    );
    expect(problems[0]?.message).toMatch(/this is nested more than 200 levels deep/u);
  });

  it("an expression of 10000 nested calls", async () => {
    const result = await loadTemplate({
      resources: [{ ...ACCOUNT, kind: `[${"not(".repeat(10_000)}true()${")".repeat(10_000)}]` }],
    });
    expect(result.diagnostics[0]?.message).toMatch(/nested more than 250 levels deep/u);
  });

  it("a text of 1 MB that is no expression", async () => {
    const result = await loadTemplate({
      resources: [{ ...ACCOUNT, kind: `[${"'".repeat(1_000_001)}]`, name: "[((((" }],
    });
    expect(addressesOf(result)).toHaveLength(1);
  });

  it("names that are those of JavaScript", async () => {
    const result = await loadText(
      '{"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#", "languageVersion": "2.0", "resources": {"__proto__": {"type": "Microsoft.Storage/storageAccounts", "apiVersion": "2023-05-01", "name": "constructor", "tags": {"__proto__": "x", "toString": "y"}}}}',
    );
    expect(addressesOf(result)).toEqual(["__proto__"]);
    expect(Object.keys(result.resources[0]?.properties["tags"] ?? {})).toEqual(["__proto__", "toString"]);
  });
});
