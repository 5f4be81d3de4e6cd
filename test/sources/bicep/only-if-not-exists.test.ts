import { describe, expect, it } from "vitest";
import { evaluate } from "../../../src/engine/evaluate.ts";
import { addFacts } from "../../../src/facts/add-facts.ts";
import { ResourceGraph } from "../../../src/model/resource-graph.ts";
import { bundledRuleset } from "../../../src/ruleset/bundled-ruleset.ts";
import { compileRuleset } from "../../../src/ruleset/compile-ruleset.ts";
import { DEFAULT_SETTINGS } from "../../rules/all-rules.ts";
import { loadBicep } from "./load-bicep.ts";

const { rules } = compileRuleset(bundledRuleset(), {});

/** What rules say of an account that allows HTTP and insists on TLS 1.2, and of the reasons why they say nothing. */
async function judge(name: string, text: string): Promise<Readonly<Record<string, string>>> {
  const { resources } = await loadBicep({ [name]: text });
  const graph = addFacts(new ResourceGraph(resources), DEFAULT_SETTINGS);
  const { verdicts } = evaluate(graph, rules);
  return Object.fromEntries(
    verdicts.map(({ ruleId, outcome, reasons }) => [ruleId, [outcome, ...reasons].join(": ")]),
  );
}

function bicep(decorator: string): string {
  return `${decorator}
resource lake 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: 'lake'
  location: 'westeurope'
  kind: 'StorageV2'
  sku: { name: 'Standard_GZRS' }
  properties: { supportsHttpsTrafficOnly: false, minimumTlsVersion: 'TLS1_2' }
}
`;
}

const JSON_TEXT = JSON.stringify({
  $schema: "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  languageVersion: "2.0",
  contentVersion: "1.0.0.0",
  resources: {
    lake: {
      "@options": { onlyIfNotExists: [] },
      type: "Microsoft.Storage/storageAccounts",
      apiVersion: "2023-05-01",
      name: "lake",
      location: "westeurope",
      kind: "StorageV2",
      sku: { name: "Standard_GZRS" },
      properties: { supportsHttpsTrafficOnly: false, minimumTlsVersion: "TLS1_2" },
    },
  },
});

const KEPT = "unknown: onlyIfNotExists: one that is there already keeps the settings that it has";

describe("a resource that is made only if it is not there", () => {
  it.each([
    ["main.bicep", bicep("@onlyIfNotExists()")],
    ["main.json", JSON_TEXT],
  ])("fails by what it is made with, and never passes: %s", async (name, text) => {
    const verdicts = await judge(name, text);
    expect(verdicts["azure-storage-https-only"]).toBe("fail");
    expect(verdicts["azure-storage-minimum-tls"]).toBe(KEPT);
    expect(verdicts["azure-resources-allowed-region"]).not.toContain("onlyIfNotExists");
  });

  it("is like any other one without the decorator", async () => {
    const verdicts = await judge("main.bicep", bicep(""));
    expect(verdicts["azure-storage-https-only"]).toBe("fail");
    expect(verdicts["azure-storage-minimum-tls"]).toBe("pass");
  });
});
