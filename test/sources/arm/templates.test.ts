import { describe, expect, it } from "vitest";
import { show } from "../cloudformation/load-template.ts";
import { propertyAt } from "../../../src/model/resource.ts";
import { addressesOf, loadTemplate, loadText, resourceOf, scan } from "./load-template.ts";

const ACCOUNT = { type: "Microsoft.Storage/storageAccounts", apiVersion: "2023-05-01", name: "lake" };
const SUBSCRIPTION = "11111111-1111-1111-1111-111111111111";

describe("conditions", () => {
  it("one that is false drops the resource", async () => {
    const result = await loadTemplate({ resources: [{ ...ACCOUNT, condition: "[equals(1, 2)]" }] });
    expect(addressesOf(result)).toEqual([]);
  });

  it("one that is not known leaves open whether it is there", async () => {
    const result = await loadTemplate({
      parameters: { keep: { type: "bool" } },
      resources: [{ ...ACCOUNT, condition: "[parameters('keep')]" }],
    });
    expect(resourceOf(result, "Microsoft.Storage/storageAccounts/lake").uncertain?.reason).toBe(
      "the parameter keep has no value",
    );
  });

  it("what is wrong in a resource that may not be there is not told", async () => {
    const result = await loadTemplate({
      parameters: { keep: { type: "bool" }, id: { type: "string", defaultValue: "" } },
      resources: [
        { ...ACCOUNT, condition: "[parameters('keep')]", kind: "[split(parameters('id'), '/')[8]]" },
      ],
    });
    expect(result.diagnostics).toEqual([]);
  });
});

describe("loops", () => {
  it("of a count that is not known are one resource, and nobody knows how many", async () => {
    const result = await loadTemplate({
      parameters: { names: { type: "array" } },
      resources: [
        {
          ...ACCOUNT,
          name: "[parameters('names')[copyIndex()]]",
          copy: { name: "all", count: "[length(parameters('names'))]" },
        },
      ],
    });
    const [address = ""] = addressesOf(result);
    expect(addressesOf(result)).toHaveLength(1);
    expect(resourceOf(result, address).uncertain?.reason).toBe(
      "the parameter names has no value: length(parameters('names'))",
    );
  });

  it("have their indexes by name and with offsets, in properties, too", async () => {
    const result = await loadTemplate({
      resources: [
        {
          ...ACCOUNT,
          name: "[concat('a', copyIndex(1))]",
          copy: { name: "outer", count: 2 },
          tags: { outer: "[string(copyIndex('outer'))]" },
          properties: {
            copy: [
              { name: "list", count: 2, input: "[concat(copyIndex('outer'), '-', copyIndex('list', 5))]" },
            ],
          },
        },
      ],
    });
    expect(show(resourceOf(result, "Microsoft.Storage/storageAccounts/a2").properties)).toMatchObject({
      tags: { outer: "1" },
      properties: { list: ["1-5", "1-6"] },
    });
  });

  it("repeat what is written inside of a resource", async () => {
    const result = await loadTemplate({
      resources: [
        {
          ...ACCOUNT,
          name: "[concat('a', copyIndex())]",
          copy: { name: "all", count: 2 },
          resources: [{ type: "blobServices", apiVersion: "2023-05-01", name: "default" }],
        },
      ],
    });
    expect(
      show(
        resourceOf(result, "Microsoft.Storage/storageAccounts/blobServices/a1/default").properties["parent"],
      ),
    ).toMatchObject({
      $reference: "Microsoft.Storage/storageAccounts/a1",
    });
  });
});

describe("ids", () => {
  it("are whole where the settings say the subscription", async () => {
    const result = await loadTemplate(
      {
        $schema:
          "https://schema.management.azure.com/schemas/2018-05-01/subscriptionDeploymentTemplate.json#",
        resources: [
          {
            type: "Microsoft.Resources/resourceGroups",
            apiVersion: "2024-03-01",
            name: "phi",
            location: "eastus2",
          },
        ],
      },
      SUBSCRIPTION,
    );
    const group = resourceOf(result, "Microsoft.Resources/resourceGroups/phi");
    expect(group.identifiers).toEqual([`/subscriptions/${SUBSCRIPTION}/resourceGroups/phi`, "phi"]);
    expect(group.placement?.account).toBe(SUBSCRIPTION);
  });

  it("lead to a resource however its name is put together", async () => {
    const result = await loadTemplate({
      resources: [
        { ...ACCOUNT, name: "[concat('st', uniqueString(resourceGroup().id))]" },
        {
          type: "Microsoft.Network/privateEndpoints",
          apiVersion: "2023-04-01",
          name: "e",
          properties: {
            id: "[RESOURCEID('microsoft.storage/storageaccounts', format('st{0}', uniqueString(resourceGroup().id)))]",
          },
        },
      ],
    });
    expect(show(resourceOf(result, "Microsoft.Network/privateEndpoints/e").properties)).toMatchObject({
      properties: {
        id: { $reference: "Microsoft.Storage/storageAccounts/st${uniqueString(resourceGroup().id)}" },
      },
    });
  });

  it("of two resources that only one of can be there name none for certain", async () => {
    const result = await loadTemplate({
      parameters: { old: { type: "bool" } },
      resources: [
        { ...ACCOUNT, condition: "[parameters('old')]", kind: "Storage" },
        { ...ACCOUNT, condition: "[not(parameters('old'))]", kind: "StorageV2" },
        {
          type: "A.B/c",
          apiVersion: "1",
          name: "c",
          properties: {
            x: "[reference(resourceId('Microsoft.Storage/storageAccounts', 'lake')).primaryEndpoints.blob]",
          },
        },
      ],
    });
    expect(show(resourceOf(result, "A.B/c/c").properties)).toMatchObject({
      properties: {
        x: {
          references: ["Microsoft.Storage/storageAccounts/lake", "Microsoft.Storage/storageAccounts/lake#2"],
        },
      },
    });
  });
});

describe("values that are not known", () => {
  it("an object of which a part is not known is read property by property below properties", async () => {
    const result = await loadTemplate({
      parameters: { more: { type: "object" } },
      resources: [
        {
          ...ACCOUNT,
          properties: "[union(parameters('more'), createObject('minimumTlsVersion', 'TLS1_2'))]",
          tags: "[parameters('more')]",
        },
      ],
    });
    const account = resourceOf(result, "Microsoft.Storage/storageAccounts/lake");
    expect(show(propertyAt(account, "/properties/minimumTlsVersion"))).toBe("TLS1_2");
    expect(show(propertyAt(account, "/properties/allowBlobPublicAccess"))).toEqual({
      $unknown: "the parameter more has no value",
    });
    expect(show(propertyAt(account, "/tags"))).toEqual({ $unknown: "the parameter more has no value" });
    // absent is certain where everything is known
    expect(propertyAt(account, "/identity")).toBeUndefined();
  });

  it("null leaves a property out", async () => {
    const result = await loadTemplate({
      resources: [{ ...ACCOUNT, identity: "[null()]", properties: { encryption: null } }],
    });
    const account = resourceOf(result, "Microsoft.Storage/storageAccounts/lake");
    expect(propertyAt(account, "/identity")).toBeUndefined();
    expect(propertyAt(account, "/properties/encryption")).toBeUndefined();
  });

  it("two times of two parameters are two, and one of one parameter is one", async () => {
    const result = await loadTemplate({
      parameters: {
        a: { type: "string", defaultValue: "[newGuid()]" },
        b: { type: "string", defaultValue: "[newGuid()]" },
      },
      resources: [
        {
          ...ACCOUNT,
          kind: "[string(equals(parameters('a'), parameters('a')))]",
          location: "[string(equals(parameters('a'), parameters('b')))]",
        },
      ],
    });
    expect(show(resourceOf(result, "Microsoft.Storage/storageAccounts/lake").properties)).toMatchObject({
      kind: "True",
      location: { $unknown: "known only at deployment: string(equals(parameters('a'), parameters('b')))" },
    });
  });
});

describe("defaults that changed with a version of the API", () => {
  it.each([
    ["2018-07-01", "supportsHttpsTrafficOnly", false],
    ["2019-04-01", "supportsHttpsTrafficOnly", true],
    ["2022-09-01", "allowBlobPublicAccess", true],
    ["2023-01-01", "allowBlobPublicAccess", false],
    ["2022-09-01", "allowCrossTenantReplication", true],
  ])("in %s %s is %s", async (apiVersion, property, value) => {
    const result = await loadTemplate({ resources: [{ ...ACCOUNT, apiVersion }] });
    const account = resourceOf(result, "Microsoft.Storage/storageAccounts/lake");
    expect(propertyAt(account, `/properties/${property}`)).toBe(value);
  });

  it("do not hide what the template says, or may say", async () => {
    const result = await loadTemplate({
      parameters: { open: { type: "bool" } },
      resources: [
        {
          ...ACCOUNT,
          properties: { allowBlobPublicAccess: "[parameters('open')]", supportsHttpsTrafficOnly: false },
        },
      ],
    });
    expect(show(resourceOf(result, "Microsoft.Storage/storageAccounts/lake").properties)).toMatchObject({
      properties: {
        allowBlobPublicAccess: { $unknown: "the parameter open has no value" },
        supportsHttpsTrafficOnly: false,
      },
    });
  });
});

describe("nested deployments", () => {
  const nested = (scope: string): object => ({
    type: "Microsoft.Resources/deployments",
    apiVersion: "2022-09-01",
    name: "inner",
    resourceGroup: "other",
    properties: {
      expressionEvaluationOptions: { scope },
      parameters: scope === "inner" ? { kind: { value: "given" } } : {},
      template: {
        parameters: { kind: { type: "string" } },
        resources: [{ ...ACCOUNT, kind: "[parameters('kind')]", location: "[resourceGroup().name]" }],
      },
    },
  });

  it.each([
    ["inner", { kind: "given", location: "other" }],
    ["outer", { kind: "around", location: { $unknown: "known only at deployment: resourceGroup().name" } }],
  ])("of %s scope have the values of the template that they are evaluated in", async (scope, expected) => {
    const result = await loadTemplate({
      parameters: { kind: { type: "string", defaultValue: "around" } },
      resources: [nested(scope)],
    });
    expect(show(resourceOf(result, "inner.Microsoft.Storage/storageAccounts/lake").properties)).toMatchObject(
      expected,
    );
  });

  it("whose template stands in a variable have what it says", async () => {
    const result = await loadTemplate({
      variables: {
        made: {
          parameters: { kind: { type: "string" } },
          resources: [{ ...ACCOUNT, kind: "[[parameters('kind')]" }],
        },
      },
      resources: [
        {
          type: "Microsoft.Resources/deployments",
          apiVersion: "2022-09-01",
          name: "inner",
          properties: { template: "[variables('made')]", parameters: { kind: { value: "given" } } },
        },
      ],
    });
    expect(resourceOf(result, "inner.Microsoft.Storage/storageAccounts/lake").properties["kind"]).toBe(
      "given",
    );
    expect(result.gaps).toEqual([]);
  });

  it("that are not local are told, and make the scan incomplete", async () => {
    const result = await loadTemplate({
      resources: [
        {
          type: "Microsoft.Resources/deployments",
          apiVersion: "2022-09-01",
          name: "far",
          properties: { templateLink: { uri: "https://example.com/templates/far.json" } },
        },
      ],
    });
    expect(result.gaps.map(({ code, reason }) => [code, reason])).toEqual([
      [
        "arm-linked-template",
        "the linked template is not a local file (https://example.com/templates/far.json)",
      ],
    ]);
  });

  it("outside of the scanned folder are not opened", async () => {
    const link = { templateLink: { relativePath: "../../etc/passwd.json" } };
    const result = await scan(
      {
        "main.json": {
          resources: [
            {
              type: "Microsoft.Resources/deployments",
              apiVersion: "2022-09-01",
              name: "x",
              properties: link,
            },
          ],
        },
      },
      "main.json",
    );
    expect(result.gaps[0]?.reason).toMatch(/lies outside of the scanned folder$/u);
  });
});

describe("a folder", () => {
  const link = (relativePath: string): object => ({
    resources: [
      {
        type: "Microsoft.Resources/deployments",
        apiVersion: "2022-09-01",
        name: "x",
        properties: { templateLink: { relativePath } },
      },
    ],
  });

  it("is its templates, those that others link to with these", async () => {
    const result = await scan({
      "a/main.json": link("nested/lake.json"),
      "a/nested/lake.json": { resources: [ACCOUNT] },
      "b/azuredeploy.json":
        '// comments\n{ "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#", "resources": [] }',
    });
    expect(result.resources.map(({ id }) => id.replace(/^.*::/u, ""))).toEqual([
      "Microsoft.Resources/deployments/x",
      "x.Microsoft.Storage/storageAccounts/lake",
      'deployment["a/main"]',
      'deployment["b/azuredeploy"]',
    ]);
  });

  it("leaves out what Bicep made of a file beside it", async () => {
    const made = { metadata: { _generator: { name: "bicep" } }, resources: [ACCOUNT] };
    const result = await scan({ "main.bicep": "", "main.json": made, "other.json": made });
    expect(
      result.resources.filter(({ type }) => type === "Genoscan::Deployment").map(({ address }) => address),
    ).toContain('deployment["other"]');
    expect(result.resources.map(({ address }) => address)).not.toContain('deployment["main"]');
  });

  it("that holds a broken template is read without it, and is incomplete", async () => {
    const broken =
      '{ "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",\n "resources": [ }';
    const result = await scan({ "a.json": { resources: [ACCOUNT] }, "b.json": broken });
    expect(addressesOf(result)).toEqual(["Microsoft.Storage/storageAccounts/lake"]);
    expect(result.gaps.map(({ reason, location }) => [reason, location?.line])).toEqual([
      ['expected a value, found "}"', 2],
    ]);
  });
});

describe("what is written in the file", () => {
  it("may be comments, texts over several lines and a comma too many", async () => {
    const result = await loadText(`// first
{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#", /* and
  more */
  "resources": [
    { "type": "Microsoft.Storage/storageAccounts", "apiVersion": "2023-05-01", "name": "lake",
      "kind": "[concat('Storage',
                       'V2')]", },
  ],
}`);
    expect(resourceOf(result, "Microsoft.Storage/storageAccounts/lake").properties["kind"]).toBe("StorageV2");
  });

  it("is told with its place when it is no JSON", async () => {
    const { problems } = await loadText(
      '{\n  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",\n  "resources": [\n    { "type" "x" }\n  ]\n}',
    );
    expect(problems.map(({ message }) => message)).toEqual([
      '-: not a template at line 4, column 14: expected ":" and a value, found "\\"x\\""; correct the template there',
    ]);
  });

  it.each([
    [
      {
        $schema: "https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#",
        parameters: {},
      },
      "-: this is a file of parameters for a template of Azure; name the template, and give this file with --param-file",
    ],
    [
      {
        id: "/subscriptions/1/resourceGroups/a/providers/Microsoft.Storage/storageAccounts/b",
        type: "x",
        properties: {},
      },
      "-: this is what Azure answers about one resource that is there; scan the template that declares it, or export one: az group export --name GROUP > template.json",
    ],
    [
      { properties: { policyRule: { if: {}, then: {} } } },
      "-: this is the definition of an Azure policy, which deploys nothing by itself; scan the template that assigns it",
    ],
  ])("is told in a sentence when it is something else of Azure", async (json, message) => {
    const { problems } = await loadText(JSON.stringify(json));
    expect(problems.map((problem) => problem.message)).toEqual([message]);
  });
});

describe("files of parameters", () => {
  const template = {
    parameters: { Kind: { type: "string", defaultValue: "a" }, clinic: { type: "string" } },
    resources: [{ ...ACCOUNT, kind: "[parameters('kind')]", location: "[parameters('clinic')]" }],
  };

  it.each([
    [
      "with a schema",
      {
        $schema: "https://schema.management.azure.com/schemas/2015-01-01/deploymentParameters.json#",
        parameters: { kind: { value: "b" }, clinic: { value: "[concat('n', 'orth')]" } },
      },
    ],
    ["without one", { $schema: undefined, parameters: { kind: { value: "b" }, clinic: { value: "north" } } }],
  ])("give values, %s", async (_, file) => {
    const result = await scan(
      { "main.json": template, "values.json": JSON.stringify(file) },
      "main.json",
      "values.json",
    );
    expect(show(resourceOf(result, "Microsoft.Storage/storageAccounts/lake").properties)).toMatchObject({
      kind: "b",
      location: "north",
    });
  });
});

describe("deployments that Azure will refuse", () => {
  const withKey = (encryption: object): object => ({
    parameters: { identity: { type: "string" } },
    resources: [{ ...ACCOUNT, identity: { type: "SystemAssigned" }, properties: { encryption } }],
  });

  it("a new account with a key of a vault that only its own identity could read", async () => {
    const { diagnostics } = await loadTemplate(withKey({ keySource: "Microsoft.Keyvault" }));
    expect(diagnostics.map(({ level, message }) => [level, message])).toEqual([
      [
        "warning",
        "Microsoft.Storage/storageAccounts/lake: Azure refuses to make an account with a key of a vault and without encryption.identity.userAssignedIdentity: its own identity is not there yet to read the key",
      ],
    ]);
  });

  it.each([
    [{ keySource: "Microsoft.Storage" }],
    [{ keySource: "Microsoft.Keyvault", identity: { userAssignedIdentity: "[parameters('identity')]" } }],
  ])("not one that is sound, or may be: %j", async (encryption) => {
    const { diagnostics } = await loadTemplate(withKey(encryption));
    expect(diagnostics).toEqual([]);
  });
});

describe("a key of a vault of the same template", () => {
  const VAULT = {
    type: "Microsoft.KeyVault/vaults",
    apiVersion: "2023-07-01",
    name: "[parameters('vault')]",
  };
  const withUri = (keyvaulturi: string, dependsOn: readonly string[] = []): object => ({
    parameters: { vault: { type: "string" } },
    resources: [
      VAULT,
      {
        ...VAULT,
        type: "Microsoft.KeyVault/vaults/keys",
        name: "[format('{0}/key', parameters('vault'))]",
        dependsOn: ["[parameters('vault')]"],
      },
      {
        ...ACCOUNT,
        dependsOn,
        properties: {
          encryption: {
            keySource: "Microsoft.Keyvault",
            identity: { userAssignedIdentity: "x" },
            keyvaultproperties: { keyvaulturi },
          },
        },
      },
    ],
  });
  const BY_TEXT = "[format('https://{0}.vault.azure.net', parameters('vault'))]";

  it("that is named by a text does not wait for it", async () => {
    const { diagnostics } = await loadTemplate(withUri(BY_TEXT));
    expect(diagnostics.map(({ message }) => message)).toEqual([
      "Microsoft.Storage/storageAccounts/lake: names Microsoft.KeyVault/vaults/${parameters('vault')} by its address, so Azure may make it before the vault is there; take the address from the vault, or say dependsOn",
    ]);
  });

  it.each([
    [
      "reads its address",
      "[reference(resourceId('Microsoft.KeyVault/vaults', parameters('vault'))).vaultUri]",
      [],
    ],
    ["says so", BY_TEXT, ["[resourceId('Microsoft.KeyVault/vaults', parameters('vault'))]"]],
    ["says so by a name", BY_TEXT, ["[parameters('vault')]"]],
    [
      "waits for the key",
      BY_TEXT,
      ["[resourceId('Microsoft.KeyVault/vaults/keys', parameters('vault'), 'key')]"],
    ],
  ])("waits for it when it %s", async (_, uri, dependsOn) => {
    const { diagnostics } = await loadTemplate(withUri(uri, dependsOn));
    expect(diagnostics).toEqual([]);
  });
});

describe("what a deployment asks for", () => {
  it("is told of its parameters, with the place of each", async () => {
    const result = await loadTemplate({
      definitions: { hidden: { type: "secureObject" } },
      parameters: {
        adminPassword: { type: "string" },
        settings: { $ref: "#/definitions/hidden", defaultValue: { token: "abc" } },
        region: { type: "string", defaultValue: "[resourceGroup().location]" },
      },
      resources: [],
    });
    const deployment = resourceOf(result, 'deployment["-"]');
    expect(deployment.properties["Parameters"]).toEqual([
      { Name: "adminPassword", Type: "string", Secure: false, Default: "none" },
      { Name: "settings", Type: "object", Secure: true, Default: "text" },
      { Name: "region", Type: "string", Secure: false, Default: "other" },
    ]);
    expect(deployment.origin?.("/Parameters/0/Secure")).toMatchObject({
      attribute: "parameters.adminPassword",
      location: { file: "-", line: 1 },
    });
  });
});

describe("values that Azure refuses for a parameter", () => {
  it.each([
    [
      "one that is not allowed",
      { type: "string", allowedValues: ["a", "b"], defaultValue: "c" },
      "takes one of 'a', 'b', and gets 'c'",
    ],
    ["one of another type", { type: "int", defaultValue: "" }, "takes an int, and gets ''"],
    [
      "a short text",
      { type: "string", minLength: 3, defaultValue: "ab" },
      "takes at least 3 characters, and gets 2",
    ],
    [
      "a short secret",
      { type: "secureString", minLength: 30, defaultValue: "ab" },
      "takes at least 30 characters, and gets less",
    ],
    [
      "a secret that is not allowed",
      { type: "secureString", allowedValues: ["a"], defaultValue: "b" },
      "takes one of 'a', and gets a value that must not be shown",
    ],
    ["a large number", { type: "int", maxValue: 3, defaultValue: 4 }, "takes at most 3, and gets 4"],
    [
      "many items",
      { type: "array", maxLength: 1, defaultValue: [1, 2] },
      "takes at most 1 items, and gets 2",
    ],
    [
      "a part",
      {
        type: "object",
        properties: { a: { type: "array", items: { type: "int", minValue: 1 } } },
        defaultValue: { a: [1, 0] },
      },
      ".a[1] takes at least 1, and gets 0",
    ],
  ])("%s", async (_, parameter, problem) => {
    const { diagnostics } = await loadTemplate({ parameters: { x: parameter }, resources: [] });
    expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
      ["arm-parameter", `the parameter x${problem.startsWith(".") ? "" : " "}${problem}`],
    ]);
  });

  it.each([
    ["in another case", { type: "string", allowedValues: ["EastUS"], defaultValue: "eastus" }],
    ["items that are allowed", { type: "array", allowedValues: ["1", "2", "3"], defaultValue: ["1", "3"] }],
    ["numbers in texts", { type: "int", defaultValue: "3" }],
    ["null of a nullable one", { type: "string", nullable: true, minLength: 3 }],
    ["what is not known", { type: "string", allowedValues: ["a"] }],
    ["what is known only at deployment", { type: "string", maxLength: 1, defaultValue: "[newGuid()]" }],
  ])("are not: %s", async (_, parameter) => {
    const { diagnostics } = await loadTemplate({ parameters: { x: parameter }, resources: [] });
    expect(diagnostics).toEqual([]);
  });

  it.each([
    ["one that is not allowed decides", "equals(parameters('x'), 'c')", 0],
    ["one that is allowed does not", "equals(parameters('x'), 'A')", 1],
    ["in lower case", "equals(toLower(parameters('x')), 'c')", 0],
  ])("a condition that compares with %s", async (_, condition, count) => {
    const { resources } = await loadTemplate({
      parameters: { x: { type: "string", allowedValues: ["a", "b"] } },
      resources: [{ ...ACCOUNT, condition: `[${condition}]` }],
    });
    expect(resources.filter(({ type }) => type.includes("storageAccounts"))).toHaveLength(count);
  });
});

describe("linked templates", () => {
  const link = (uri: string): object => ({
    variables: {
      urls: { lake: "[uri(parameters('location'), concat('nested/lake.json', parameters('token')))]" },
    },
    parameters: { location: { type: "string" }, token: { type: "secureString", defaultValue: "" } },
    resources: [
      {
        type: "Microsoft.Resources/deployments",
        apiVersion: "2022-09-01",
        name: "x",
        properties: { templateLink: { uri } },
      },
    ],
  });

  it("are found through the variable that holds their address", async () => {
    const files = {
      "main.json": link("[variables('urls').lake]"),
      "nested/lake.json": { resources: [ACCOUNT] },
    };
    const { gaps, resources } = await scan(files, "main.json");
    expect(gaps).toEqual([]);
    expect(resources.map(({ address }) => address)).toContain("x.Microsoft.Storage/storageAccounts/lake");
  });

  it("are found in the folder of the first one", async () => {
    const files = {
      "main.json": link("[concat(parameters('location'), 'nested/inner.json')]"),
      "nested/inner.json": link("[concat(parameters('location'), 'nested/lake.json')]"),
      "nested/lake.json": { resources: [ACCOUNT] },
    };
    const { gaps, resources } = await scan(files, "main.json");
    expect(gaps).toEqual([]);
    expect(resources.map(({ address }) => address)).toContain("x.x.Microsoft.Storage/storageAccounts/lake");
  });

  it("are never the template itself", async () => {
    const files = {
      "azuredeploy.json": link("[concat('https://example.com/other', '/', 'azuredeploy.json')]"),
    };
    const { gaps } = await scan(files, "azuredeploy.json");
    expect(gaps.map(({ reason }) => reason)).toEqual([
      expect.stringMatching(
        /which is the template itself \(https:\/\/example\.com\/other\/azuredeploy\.json\)$/u,
      ),
    ]);
  });
});
