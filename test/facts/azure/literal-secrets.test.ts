import { describe, expect, it } from "vitest";
import { literalSecrets } from "../../../src/facts/azure/literal-secrets.ts";
import { resourceElsewhere } from "../../../src/model/resource.ts";
import { ResourceGraph } from "../../../src/model/resource-graph.ts";
import { Reference, Sensitive, Unknown, UnknownText } from "../../../src/model/value.ts";
import type { Value, ValueMap } from "../../../src/model/value.ts";
import { DEFAULT_SETTINGS } from "../../rules/all-rules.ts";

function secretsOf(type: string, properties: ValueMap, writtenType?: string): readonly Value[] {
  const resource = {
    ...resourceElsewhere("x", type, ""),
    declared: "here" as const,
    properties,
    ...(writtenType === undefined ? {} : { writtenType }),
  };
  const found = literalSecrets.compute(resource, {
    graph: new ResourceGraph([resource]),
    settings: DEFAULT_SETTINGS,
  });
  return (found ?? []) as readonly Value[];
}

function ofSetting(name: string, value: Value): readonly Value[] {
  const settings = { siteConfig: { appSettings: [{ name, value }] } };
  return secretsOf("Microsoft.Web/sites", { properties: settings });
}

const AT_SETTING = ["/properties/siteConfig/appSettings/0/value"];
const KEY = "kT9cWxG3+8pQmZ1rYv5nB0aJdLs7uHfEoXiC2wNqVgM==";

describe("a setting of an application is a secret", () => {
  it.each([
    ["by its name", "DB_PASSWORD", "hunter2hunter2"],
    ["by its name in sections", "AzureAd__ClientSecret", "a8Q~x"],
    ["by the key in it", "AzureWebJobsStorage", `DefaultEndpointsProtocol=https;AccountKey=${KEY}`],
    ["by the signature in it", "REFERENCE", "https://lake.blob.core.windows.net/ref?sv=2022&sig=aB3%2F"],
    ["by the password of a connection", "Reports", "Server=tcp:x;Uid=u;Pwd=hunter2;"],
    [
      "by a key around something else",
      "Bus",
      new UnknownText("?", [], ["Endpoint=", new Unknown("host"), `;SharedAccessKey=${KEY}`]),
    ],
    ["when only the type marks it", "DB_PASSWORD", new Sensitive("hunter2hunter2", "type")],
  ])("%s", (_, name, value) => {
    expect(ofSetting(name, value)).toEqual(AT_SETTING);
  });
});

describe("a setting of an application is no secret", () => {
  it.each([
    ["taken from a vault", "DB_PASSWORD", "@Microsoft.KeyVault(VaultName=v;SecretName=db)"],
    ["a secret that the template marks", "DB_PASSWORD", new Sensitive("hunter2hunter2")],
    ["of a resource", "DB_PASSWORD", new Reference("vault", "secret")],
    ["a name of a secret", "DB_PASSWORD_SECRET_NAME", "db-password"],
    ["a switch", "USE_SECRET", "true"],
    ["where the secret lies", "API_SECRET", "https://v.vault.azure.net/secrets/api"],
    ["a placeholder", "API_KEY", "<your key>"],
    ["the key of Application Insights, which anybody may have", "APPINSIGHTS_INSTRUMENTATIONKEY", "a1b2"],
    [
      "a connection by identity",
      "SqlConnectionString",
      "Server=tcp:x;Authentication=Active Directory Default",
    ],
    ["the emulator", "AzureWebJobsStorage", "UseDevelopmentStorage=true"],
    [
      "the key that a resource gives",
      "AzureWebJobsStorage",
      new UnknownText("?", [], ["AccountName=a;AccountKey=", new Unknown("listKeys()"), ";Endpoint=x"]),
    ],
    ["ordinary", "FUNCTIONS_WORKER_RUNTIME", "node"],
  ])("%s", (_, name, value) => {
    expect(ofSetting(name, value)).toEqual([]);
  });
});

describe("what nobody knows may be a secret", () => {
  it("in a template", () => {
    expect(ofSetting("NODE_ENV", new Unknown("parameter mode has no value"))).toEqual([
      new Unknown("parameter mode has no value"),
    ]);
  });

  it("but what a resource gives is none", () => {
    expect(ofSetting("KEY", new Unknown("?", [new Reference("account")]))).toEqual([]);
  });

  it("in settings of which nobody knows what they are", () => {
    const open = new Unknown("the template cannot be read");
    expect(secretsOf("Microsoft.Web/sites", { properties: { siteConfig: open } }).length).toBeGreaterThan(0);
  });
});

describe("settings that are resources of their own are read by their name", () => {
  it.each([
    ["appsettings", { DB_PASSWORD: "hunter2hunter2" }, ["/properties/DB_PASSWORD"]],
    ["appSettings", { "a/b_SECRET": "hunter2hunter2" }, ["/properties/a~1b_SECRET"]],
    [
      "connectionstrings",
      { reports: { type: "SQLAzure", value: "Password=hunter2;" } },
      ["/properties/reports/value"],
    ],
    ["authsettings", { clientSecret: "a8Q~x" }, ["/properties/clientSecret"]],
    ["web", { publishingPassword: "hunter2", ftpsState: "Disabled" }, []],
    ["logs", { SECRET: "x y" }, []],
  ])("%s", (name, properties, places) => {
    expect(secretsOf("Microsoft.Web/sites/config", { name, properties })).toEqual(places);
  });
});

describe("what a machine runs at its start", () => {
  const script = `#!/bin/sh\nexport CONNECTION='DefaultEndpointsProtocol=https;AccountKey=${KEY}'\n`;

  it.each([
    ["in plain text", script],
    ["in base64", Buffer.from(script).toString("base64")],
    ["with a private key", "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNz"],
  ])("holds a key: %s", (_, customData) => {
    const found = secretsOf("Microsoft.Compute/virtualMachines", {
      properties: { osProfile: { customData } },
    });
    expect(found).toEqual(["/properties/osProfile/customData"]);
  });

  it.each([
    ["a password that is made there", "$password = New-Password\nnet user genomics $password"],
    ["a key from the environment", "az storage blob list --connection-string AccountKey=$KEY"],
    ["text that is no base64", "curl https://packages.example.org/install.sh | sh"],
  ])("holds no key: %s", (_, commandLine) => {
    const found = secretsOf("Microsoft.Batch/batchAccounts/pools", {
      properties: { startTask: { commandLine } },
    });
    expect(found).toEqual([]);
  });
});

describe("in a plan of Terraform", () => {
  const TYPE = "azurerm_linux_web_app";

  it("a setting that something marks comes from what is marked", () => {
    const settings = [{ name: "DB_PASSWORD", value: new Sensitive("hunter2hunter2") }];
    expect(
      secretsOf("Microsoft.Web/sites", { properties: { siteConfig: { appSettings: settings } } }, TYPE),
    ).toEqual([]);
  });

  it("nobody knows whether what the provider marks stands in the code", () => {
    const found = secretsOf(
      "Microsoft.Compute/virtualMachines",
      { properties: { osProfile: { adminPassword: new Sensitive("hunter2hunter2") } } },
      "azurerm_linux_virtual_machine",
    );
    expect(found).toEqual([expect.any(Unknown)]);
  });
});
