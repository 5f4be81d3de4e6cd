import { describe, expect, it } from "vitest";
import { addFacts } from "../../../src/facts/add-facts.ts";
import { propertyAt } from "../../../src/model/resource.ts";
import { ResourceGraph } from "../../../src/model/resource-graph.ts";
import { DEFAULT_SETTINGS } from "../../rules/all-rules.ts";
import { loadManifest, show } from "../../sources/kubernetes/load-manifest.ts";

async function literalSecrets(text: string): Promise<unknown> {
  const { resources } = await loadManifest(text);
  const graph = addFacts(new ResourceGraph(resources), DEFAULT_SETTINGS);
  const [object] = graph.resources;
  return object === undefined ? undefined : show(propertyAt(object, "/Facts/LiteralSecrets"));
}

const secret = (rest: string): string => `apiVersion: v1\nkind: Secret\nmetadata: { name: a }\n${rest}\n`;
const pod = (container: string): string =>
  `apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec: { containers: [{ name: a, ${container} }] }\n`;
const variable = (name: string, value: string): string => pod(`env: [{ name: ${name}, value: "${value}" }]`);
const base64 = (text: string): string => Buffer.from(text).toString("base64");

describe("a secret in plain text", () => {
  it.each([
    ["as text", secret("stringData: { password: hunter2 }"), ["/stringData/password"]],
    ["in base64", secret(`data: { password: ${base64("hunter2")} }`), ["/data/password"]],
    [
      "that is a certificate with its key",
      secret(`data: { tls.pem: ${base64("-----BEGIN CERTIFICATE-----\n-----BEGIN PRIVATE KEY-----")} }`),
      ["/data/tls.pem"],
    ],
    [
      "in a variable whose name says so",
      variable("DB_PASSWORD", "hunter2"),
      ["/spec/containers/0/env/0/value"],
    ],
    ["in a name of several words", variable("clientSecret", "hunter2"), ["/spec/containers/0/env/0/value"]],
    [
      "in an address",
      variable("DATABASE", "postgres://user:hunter2@db/x"),
      ["/spec/containers/0/env/0/value"],
    ],
    [
      "in an address whose rest is filled in",
      variable("DATABASE", "postgres://user:hunter2@${HOST}/x"),
      ["/spec/containers/0/env/0/value"],
    ],
    [
      "in a connection string of a storage account",
      variable("LAKE", "AccountName=lake;AccountKey=c2VjcmV0"),
      ["/spec/containers/0/env/0/value"],
    ],
    ["in an argument", pod('args: ["--url=redis://:hunter2@cache"]'), ["/spec/containers/0/args/0"]],
  ])("is found %s", async (_, text, expected) => {
    expect(await literalSecrets(text)).toEqual(expected);
  });

  it.each([
    ["nothing", secret("data: {}")],
    ["an empty text", secret('stringData: { password: "" }')],
    ["a placeholder", secret("stringData: { password: <password> }")],
    ["what envsubst fills in", secret('stringData: { password: "${PASSWORD}" }')],
    ["what SOPS has encrypted", secret('stringData: { password: "ENC[AES256_GCM,data:x,type:str]" }')],
    [
      "what a plugin of Argo CD fetches",
      secret(`data: { password: ${base64("<path:vault/data/x#password>")} }`),
    ],
    [
      "a certificate",
      secret(`data: { ca.crt: ${base64("-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----")} }`),
    ],
    [
      "a variable by reference",
      pod("env: [{ name: DB_PASSWORD, valueFrom: { secretKeyRef: { name: a, key: b } } }]"),
    ],
    ["a file with a token", variable("API_TOKEN", "/var/run/secrets/token")],
    ["a flag that sounds like a secret", variable("REQUIRE_PASSWORD", "true")],
    ["an address of tokens", variable("OAUTH_TOKEN", "https://login.example/token")],
    ["another variable", variable("DB_PASSWORD", "$(OTHER)")],
    ["an address whose password is filled in", variable("DATABASE", "postgres://user:${PASSWORD}@db/x")],
    [
      "an address whose password is another variable",
      variable("DATABASE", "postgres://user:$(PASSWORD)@db/x"),
    ],
    ["the folder of a shell", variable("PWD", "work")],
    ["a port", variable("TOKEN_PORT", "8080")],
  ])("is not %s", async (_, text) => {
    expect(await literalSecrets(text)).toEqual([]);
  });

  it.each([
    [
      "of a token that a controller makes",
      secret(`type: kubernetes.io/service-account-token\ndata: { token: ${base64("hunter2")} }`),
    ],
    ["of what Helm remembers", secret(`type: helm.sh/release.v1\ndata: { release: ${base64("hunter2")} }`)],
    [
      "of what was read from a cluster",
      secret(`data: { a: ${base64("hunter2")} }`).replace(
        "name: a",
        "name: a, uid: 6b1b1a5e-0000-4000-8000-000000000001",
      ),
    ],
  ])("is not asked for %s", async (_, text) => {
    expect(await literalSecrets(text)).toBeUndefined();
  });
});
