import { describe, expect, it } from "vitest";
import { addFacts } from "../../../src/facts/add-facts.ts";
import { propertyAt } from "../../../src/model/resource.ts";
import { ResourceGraph } from "../../../src/model/resource-graph.ts";
import { Unknown } from "../../../src/model/value.ts";
import { DEFAULT_SETTINGS } from "../../rules/all-rules.ts";
import { loadManifest } from "../../sources/kubernetes/load-manifest.ts";

/** By the address of a namespace, whether it is closed for what comes in and for what goes out; `?` for not known. */
async function isolations(text: string, closed: readonly string[] = []): Promise<Record<string, string>> {
  const { resources } = await loadManifest(text);
  const graph = addFacts(new ResourceGraph(resources, new Set(closed)), DEFAULT_SETTINGS);
  return Object.fromEntries(
    [...graph.ofType("core/Namespace"), ...graph.ofType("project.openshift.io/Project")].map((namespace) => {
      const told = ["Ingress", "Egress"].map((direction) => {
        const value = propertyAt(namespace, `/Facts/Isolation/${direction}`);
        return value instanceof Unknown ? "?" : JSON.stringify(value ?? null);
      });
      return [namespace.address, told.join(" ")];
    }),
  );
}

const object = (apiVersion: string, kind: string, metadata: string, rest = ""): string =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: { name: a, ${metadata} }\n${rest}---\n`;
const pod = (metadata: string): string =>
  object("v1", "Pod", metadata, "spec: { containers: [{ name: a }] }\n");
const policy = (metadata: string, spec: string): string =>
  object("networking.k8s.io/v1", "NetworkPolicy", metadata, `spec: ${spec}\n`);
const DENY = "{ podSelector: {}, policyTypes: [Ingress, Egress] }";

describe("a namespace", () => {
  it.each([
    [
      "that is only named is told of",
      pod("namespace: n") + policy("namespace: n", DENY),
      { "Namespace/n": "true true" },
    ],
    [
      "that no manifest names is told of as the current one",
      pod("") + policy("", DENY),
      { "Namespace/(current)": "true true" },
    ],
    [
      "is not closed by a policy of another one",
      pod("namespace: n") + policy("namespace: m", DENY),
      { "Namespace/n": "? ?" },
    ],
    [
      "whose policies here select some pods may be closed by the platform",
      pod("namespace: n") + policy("namespace: n", "{ podSelector: { matchLabels: { a: b } } }"),
      { "Namespace/n": "? ?" },
    ],
    [
      "is closed for what comes in when a policy says no direction",
      pod("namespace: n") + policy("namespace: n", "{ podSelector: {} }"),
      { "Namespace/n": "true ?" },
    ],
    [
      "is closed in both directions when such a policy has rules for what goes out",
      pod("namespace: n") + policy("namespace: n", "{ egress: [{ to: [{ podSelector: {} }] }] }"),
      { "Namespace/n": "true true" },
    ],
    [
      "is open when the policy for all pods lets everything through",
      pod("namespace: n") +
        policy("namespace: n", "{ policyTypes: [Ingress, Egress], ingress: [{}], egress: [{ to: [] }] }"),
      { "Namespace/n": "false false" },
    ],
    [
      "is open when one policy for all pods lets everything through, whatever another one says",
      pod("namespace: n") +
        policy("namespace: n", DENY) +
        policy("namespace: n", "{ policyTypes: [Ingress, Egress], egress: [{}] }"),
      { "Namespace/n": "true false" },
    ],
    [
      "is not known to be closed when another policy may let everything through",
      pod("namespace: n") +
        policy("namespace: n", DENY) +
        policy("namespace: n", '{ policyTypes: [Egress], egress: "${RULES}" }'),
      { "Namespace/n": "true ?" },
    ],
    [
      "is not known to be closed when such a policy may be in it",
      pod("namespace: n") +
        policy("namespace: n", DENY) +
        policy('namespace: "${N}"', "{ policyTypes: [Ingress], ingress: [{}] }"),
      { "Namespace/n": "? true" },
    ],
    [
      "is not known to be open when a policy of the whole cluster may keep out what another lets through",
      pod("namespace: n") +
        policy("namespace: n", "{ policyTypes: [Ingress, Egress], ingress: [{}], egress: [{}] }") +
        object("policy.networking.k8s.io/v1alpha1", "AdminNetworkPolicy", ""),
      { "Namespace/n": "? ?" },
    ],
    [
      "is not known to be closed when a placeholder says which pods the policy selects",
      pod("namespace: n") +
        policy("namespace: n", '{ podSelector: "${ALL}", policyTypes: [Ingress, Egress] }'),
      { "Namespace/n": "? ?" },
    ],
    [
      "is not known to be open when the policy names no namespace that is known",
      pod("namespace: n") + policy('namespace: "${N}"', DENY),
      { "Namespace/n": "? ?" },
    ],
    [
      "of which nobody knows what it is called is told of once",
      pod('namespace: "${N}"') + pod('namespace: "${M}"') + policy('namespace: "${N}"', DENY),
      { "Namespace/(not known)": "? ?" },
    ],
    [
      "that is declared without a known name is told of itself",
      object("v1", "Namespace", "").replace("name: a", 'name: "${N}"') + pod('namespace: "${N}"'),
      { "Namespace/(without name)": "? ?" },
    ],
    [
      "of the platform is not told of",
      pod("namespace: openshift-logging"),
      { "Namespace/openshift-logging": "null null" },
    ],
    [
      "without a workload is not told of",
      object("v1", "Namespace", "") + policy("namespace: a", DENY),
      { "Namespace/a": "null null" },
    ],
    [
      "whose workloads work on no health data is not told of",
      pod("namespace: n, labels: { phi: 'false' }"),
      { "Namespace/n": "null null" },
    ],
    [
      "that is a project of OpenShift is one",
      object("project.openshift.io/v1", "Project", "") + pod("namespace: a") + policy("namespace: a", DENY),
      { "Project/a": "true true" },
    ],
  ])("%s", async (_, text, expected) => {
    expect(await isolations(text)).toEqual(expected);
  });

  it.each([
    ["no policy", ""],
    ["policies for some pods", policy("namespace: n", "{ podSelector: { matchLabels: { a: b } } }")],
  ])("with %s is open where the input lists all policies", async (_, policies) => {
    expect(await isolations(pod("namespace: n") + policies, ["networking.k8s.io/NetworkPolicy"])).toEqual({
      "Namespace/n": "false false",
    });
  });
});
