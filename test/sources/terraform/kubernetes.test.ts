import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { evaluate } from "../../../src/engine/evaluate.ts";
import { addFacts } from "../../../src/facts/add-facts.ts";
import { propertyAt } from "../../../src/model/resource.ts";
import type { Resource } from "../../../src/model/resource.ts";
import { ResourceGraph } from "../../../src/model/resource-graph.ts";
import { compileRule } from "../../../src/ruleset/compile-rule.ts";
import { bindParameters } from "../../../src/ruleset/parameters.ts";
import { DEFAULT_SETTINGS, PARAMETERS, RULES } from "../../rules/all-rules.ts";
import { loadInput } from "../load-input.ts";
import { show } from "../kubernetes/load-manifest.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "genoscan-terraform-"));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function load(text: string): Promise<readonly Resource[]> {
  writeFileSync(join(folder, "main.tf"), text);
  return (await loadInput(folder)).resources;
}

/** What the rules on Kubernetes say, but for passes. */
async function told(text: string): Promise<readonly string[]> {
  const graph = addFacts(new ResourceGraph(await load(text)), DEFAULT_SETTINGS);
  const rules = RULES.filter(({ path }) => path.startsWith("rules/kubernetes/")).map(({ rule }) =>
    compileRule(rule, bindParameters(PARAMETERS, {})),
  );
  return evaluate(graph, rules)
    .verdicts.filter(({ outcome }) => outcome !== "pass")
    .map(({ outcome, ruleId, resource }) => `${outcome} ${ruleId} ${resource?.address ?? ""}`)
    .sort();
}

describe("a kubernetes_manifest", () => {
  const MANIFEST = `
resource "kubernetes_manifest" "policy" {
  manifest = {
    apiVersion = "networking.k8s.io/v1"
    kind       = "NetworkPolicy"
    metadata   = { name = "deny", namespace = "genomics" }
    spec       = { podSelector = {}, policyTypes = ["Ingress"], egress = null }
  }
}
`;

  it("is the object that it holds, with the places of Terraform", async () => {
    const resource = (await load(MANIFEST)).find(({ type }) => type === "networking.k8s.io/NetworkPolicy");
    expect(resource).toMatchObject({ address: "kubernetes_manifest.policy", name: "deny" });
    expect(show(resource?.properties["spec"])).toEqual({ podSelector: {}, policyTypes: ["Ingress"] });
    expect(resource?.origin?.("/spec/policyTypes")).toMatchObject({ attribute: "manifest.spec.policyTypes" });
  });

  it("of a secret shows nothing of it", async () => {
    const [secret] = await load(`
resource "kubernetes_manifest" "secret" {
  manifest = { apiVersion = "v1", kind = "Secret", metadata = { name = "a" }, stringData = { password = "hunter2" } }
}
`);
    expect(JSON.stringify(show(secret?.properties))).not.toContain("hunter2");
  });

  it("that is not known stays under its own type", async () => {
    const resources = await load(`
variable "manifest" {}
resource "kubernetes_manifest" "any" {
  manifest = var.manifest
}
`);
    expect(resources.map(({ type }) => type)).toContain("kubernetes_manifest");
  });
});

const WORKLOAD = `
resource "kubernetes_namespace" "genomics" {
  metadata { name = "genomics" }
}
resource "kubernetes_deployment" "cromwell" {
  metadata {
    name      = "cromwell"
    namespace = kubernetes_namespace.genomics.metadata[0].name
  }
  spec {
    template {
      metadata {}
      spec {
        security_context { run_as_non_root = true }
        container {
          name  = "cromwell"
          image = "registry.example/cromwell@sha256:${"a".repeat(64)}"
          security_context {
            allow_privilege_escalation = false
            run_as_non_root            = true
          }
        }
      }
    }
  }
}
`;
const DENY = `
resource "kubernetes_network_policy_v1" "deny" {
  metadata {
    name      = "deny"
    namespace = kubernetes_namespace.genomics.metadata[0].name
  }
  spec {
    pod_selector {}
    policy_types = ["Ingress", "Egress"]
  }
}
`;

describe("the types of the Kubernetes provider", () => {
  it("are judged as manifests are", async () => {
    expect(await told(WORKLOAD + DENY)).toEqual([]);
  });

  it("leave open whether a namespace is closed whose policies are elsewhere", async () => {
    expect(await told(WORKLOAD)).toEqual([
      "unknown kubernetes-namespace-default-deny-egress kubernetes_namespace.genomics",
      "unknown kubernetes-namespace-default-deny-ingress kubernetes_namespace.genomics",
    ]);
  });

  it("have the flag of the container win over the pod once it has a block, as the provider writes it", async () => {
    const text = (WORKLOAD + DENY).replace(/ +run_as_non_root {12}= true\n/u, "");
    expect(await told(text)).toEqual(["fail kubernetes-workload-non-root kubernetes_deployment.cromwell"]);
  });

  it("are in the namespace default when they name none", async () => {
    const [pod] = await load(`
resource "kubernetes_pod_v1" "a" {
  metadata { name = "a" }
  spec {}
}
`);
    expect(pod === undefined ? undefined : show(propertyAt(pod, "/metadata/namespace"))).toBe("default");
  });

  it.each([
    ["in the code", '"hunter2"', ["fail kubernetes-secret-no-literal-value kubernetes_secret_v1.a"]],
    ["of a variable", "var.password", []],
    ["of another resource", "random_password.a.result", []],
  ])("tell of a secret %s", async (_, value, expected) => {
    const text = `
variable "password" {}
resource "random_password" "a" { length = 32 }
resource "kubernetes_secret_v1" "a" {
  metadata { name = "a" }
  data = { password = ${value} }
}
`;
    expect(await told(text)).toEqual(expected);
    const secret = (await load(text)).find(({ type }) => type === "core/Secret");
    expect(JSON.stringify(show(secret?.properties))).not.toContain("hunter2");
  });
});
