import { describe, expect, it } from "vitest";
import { addFacts } from "../../../src/facts/add-facts.ts";
import { ResourceGraph } from "../../../src/model/resource-graph.ts";
import { isValueMap } from "../../../src/model/value.ts";
import { DEFAULT_SETTINGS } from "../../rules/all-rules.ts";
import { loadBicep, resourceOf, show } from "../bicep/load-bicep.ts";
import type { Files } from "../bicep/load-bicep.ts";

const STORE = `
resource lake 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: 'lake'
}
resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2024-01-01' = {
  parent: lake
  name: 'default'
  properties: { isVersioningEnabled: true }
}
`;

/** What is known of the versioning of an account, with its blob service as the files declare it. */
async function versioning(files: Files, address: string): Promise<unknown> {
  const read = await loadBicep(files);
  const graph = addFacts(new ResourceGraph(read.resources), DEFAULT_SETTINGS);
  const account = resourceOf({ ...read, resources: [...graph.resources] }, address);
  const facts = account.properties["Facts"];
  return show(isValueMap(facts) ? facts["BlobService"] : undefined);
}

function conditional(lake: string, blobs: string): Files {
  const text = STORE.replace("2024-01-01' = {", `2024-01-01' = if (${lake}) {`);
  const service = text.lastIndexOf("2024-01-01' = {");
  const both = `${text.slice(0, service)}2024-01-01' = if (${blobs}) {${text.slice(service + "2024-01-01' = {".length)}`;
  return { "main.bicep": `param deploy bool\nparam other bool\n${both}` };
}

const KNOWN = { isVersioningEnabled: true };

describe("resources that may not be there", () => {
  it("those of one module are there together", async () => {
    const main = "param deploy bool\nmodule store 'store.bicep' = if (deploy) {}\n";
    expect(await versioning({ "main.bicep": main, "store.bicep": STORE }, "store.lake")).toEqual(KNOWN);
  });

  it("those of one module of a loop, too", async () => {
    const main = "param names array\nmodule store 'store.bicep' = [for name in names: {}]\n";
    expect(await versioning({ "main.bicep": main, "store.bicep": STORE }, "store[_0].lake")).toEqual(KNOWN);
  });

  it("those with one parameter as their condition are there together", async () => {
    expect(await versioning(conditional("deploy", "deploy"), "lake")).toEqual(KNOWN);
  });

  it.each([
    ["another condition", "deploy", "other"],
    ["a condition that only the child has", "true", "deploy"],
    ["the opposite condition", "deploy", "!deploy"],
  ])("%s says nothing of the child", async (_, lake, blobs) => {
    expect(await versioning(conditional(lake, blobs), "lake")).toHaveProperty("$unknown");
  });

  it("a child that is alone in a loop may be missing", async () => {
    const child = STORE.replace("2024-01-01' = {\n  parent", "2024-01-01' = [for name in names: {\n  parent");
    const text = `param names array\n${child.trimEnd()}]\n`;
    expect(await versioning({ "main.bicep": text }, "lake")).toHaveProperty("$unknown");
  });

  it("a child with a condition of its own in a module that may not be deployed may be missing", async () => {
    const main =
      "param deploy bool\nmodule store 'store.bicep' = if (deploy) { params: { versions: deploy } }\n";
    const store = `param versions bool\n${STORE.replace("2024-01-01' = {\n  parent", "2024-01-01' = if (versions) {\n  parent")}`;
    expect(await versioning({ "main.bicep": main, "store.bicep": store }, "store.lake")).toHaveProperty(
      "$unknown",
    );
  });
});
