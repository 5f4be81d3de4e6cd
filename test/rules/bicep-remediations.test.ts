import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { evaluate } from "../../src/engine/evaluate.ts";
import { addFacts } from "../../src/facts/add-facts.ts";
import { ResourceGraph } from "../../src/model/resource-graph.ts";
import type { Resource } from "../../src/model/resource.ts";
import { isValueList, isValueMap } from "../../src/model/value.ts";
import type { Value } from "../../src/model/value.ts";
import { compileRule } from "../../src/ruleset/compile-rule.ts";
import { bindParameters } from "../../src/ruleset/parameters.ts";
import { armType, definedShape } from "../arm-types.ts";
import type { ArmShape } from "../arm-types.ts";
import { loadBicep } from "../sources/bicep/load-bicep.ts";
import { DEFAULT_SETTINGS, PARAMETERS, RULES } from "./all-rules.ts";

/** What a snippet names and leaves to the file around it, told by the end of its name. */
const AROUND: readonly (readonly [RegExp, string])[] = [
  [/^location$/, "param location string = 'eastus2'"],
  [/(?:publicKey|[pP]assword)$/, "@secure()\nparam NAME string"],
  [/(?:Owners|Administrators|administrators|group|steward|principal\w*|tenant\w*)$/, "param NAME string"],
  [/[kK]ey$/, "resource NAME 'Microsoft.KeyVault/vaults/keys@2023-07-01' existing = { name: 'vault/NAME' }"],
  [
    /^(?:identity|nodes|\w+Identity|reader)$/,
    "resource NAME 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' existing = { name: 'NAME' }",
  ],
  [
    /[sS]ubnet$|^endpoints$/,
    "resource NAME 'Microsoft.Network/virtualNetworks/subnets@2024-01-01' existing = { name: 'network/NAME' }",
  ],
];
const SOMETHING = "resource NAME 'Genoscan.Around/things@2024-01-01' existing = { name: 'NAME' }";

/** After these the rule has nothing to say: what it is about is gone, or a setting of genoscan.yaml decides. */
const SILENT = new Set([
  "azure-authorization-program-broad-role",
  "azure-authorization-program-key-role",
  "azure-storage-sftp-intake-only",
  "azure-synapse-workspace-approved-tenants",
]);

const SNIPPETS = RULES.flatMap(({ rule }) => {
  const snippet = rule.remediation?.bicep;
  return snippet === undefined ? [] : [{ id: rule.id, rule, snippet }];
});

/** The names that the snippet does not declare. */
async function namedIn(snippet: string): Promise<readonly string[]> {
  const { diagnostics } = await loadBicep({ "main.bicep": snippet });
  const names = diagnostics.flatMap(
    ({ message }) => /^there is no (\w+) in this file/u.exec(message)?.[1] ?? [],
  );
  return [...new Set(names)];
}

/** What `parent: NAME` names is of the type that the child lies in. */
function parentTypes(snippet: string): ReadonlyMap<string, string> {
  const found = snippet.matchAll(/'([\w.]+(?:\/\w+)+)\/\w+@([\w-]+)' = [^]*?^ {2}parent: (\w+)$/gmu);
  return new Map([...found].map(([, type = "", version = "", name = ""]) => [name, `${type}@${version}`]));
}

async function fileWith(snippet: string): Promise<string> {
  const parents = parentTypes(snippet);
  const around = (await namedIn(snippet)).map((name) => {
    const parent = parents.get(name);
    const declared =
      parent === undefined
        ? (AROUND.find(([ending]) => ending.test(name))?.[1] ?? SOMETHING)
        : `resource NAME '${parent}' existing = { name: 'NAME${"/x".repeat(parent.split("/").length - 2)}' }`;
    return declared.replaceAll("NAME", name);
  });
  return [...around, snippet].join("\n");
}

/** The names that the published type of the resource does not have. */
function strangersIn(resource: Resource): readonly string[] {
  const shape = armType(resource.type);
  const { Facts: _, ...own } = resource.properties;
  return shape === undefined ? [] : strangersBelow(own, shape, resource.type);
}

function strangersBelow(value: Value, named: ArmShape, path: string): readonly string[] {
  const shape = definedShape(named);
  const { properties, items } = shape;
  if (isValueList(value) && items !== undefined) {
    return value.flatMap((one) => strangersBelow(one, items, `${path}/*`));
  }
  if (!isValueMap(value) || (properties === undefined && items === undefined)) return [];
  return Object.entries(value).flatMap(([name, part]) => {
    const own = properties?.[name] ?? items;
    return own === undefined ? [`${path}/${name}`] : strangersBelow(part, own, `${path}/${name}`);
  });
}

/** The parameters that the snippet asks for in genoscan.yaml. */
function parametersIn(snippet: string): Readonly<Record<string, unknown>> {
  const text = /^\/\/ genoscan.yaml: params: (.*)$/mu.exec(snippet)?.[1];
  return text === undefined ? {} : (parse(text) as Readonly<Record<string, unknown>>);
}

/** A module that the snippet deploys and is written elsewhere. */
function modulesIn(snippet: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...snippet.matchAll(/^module \w+ '([\w-]+\.bicep)'/gmu)].map(([, path = ""]) => [path, ""]),
  );
}

describe("what a rule says to paste into a Bicep file", () => {
  it.each(SNIPPETS)("$id: is legal, and the rule does not fail it", async ({ rule, snippet }) => {
    const files = { "main.bicep": await fileWith(snippet), ...modulesIn(snippet) };
    const { resources, diagnostics, gaps, problems } = await loadBicep(files);
    expect([...problems, ...diagnostics].map(({ message }) => message)).toEqual([]);
    expect(gaps).toEqual([]);
    const own = resources.filter(({ declared }) => declared === "here");
    expect(own.flatMap(strangersIn)).toEqual([]);
    const graph = addFacts(new ResourceGraph(resources), DEFAULT_SETTINGS);
    const bound = bindParameters(PARAMETERS, parametersIn(snippet));
    const { verdicts } = evaluate(graph, [compileRule(rule, bound)]);
    const failed = verdicts.filter(({ outcome }) => outcome === "fail");
    expect(
      failed.map(({ resource, evidence }) => [
        resource?.address,
        evidence.map(({ pointer, expected }) => `${pointer}: ${expected}`),
      ]),
    ).toEqual([]);
    // what is about a resource that the snippet does not declare has no verdict here
    const isSelected = own.some(({ type }) => [rule.select.type].flat().includes(type));
    const isJudged = isSelected && rule.select.scope === undefined && !SILENT.has(rule.id);
    expect(verdicts.length > 0 || !isJudged).toBe(true);
  });
});
