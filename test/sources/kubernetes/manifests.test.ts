import { describe, expect, it } from "vitest";
import { propertyAt } from "../../../src/model/resource.ts";
import { loadManifest, resourceOf, show } from "./load-manifest.ts";

async function typesAndAddresses(text: string): Promise<readonly string[]> {
  const { resources } = await loadManifest(text);
  return resources.map(({ type, address }) => `${type} ${address}`);
}

const named = (apiVersion: string, kind: string, metadata = "{ name: a, namespace: n }"): string =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: ${metadata}\n`;

describe("an object", () => {
  it.each([
    ["of the group without a name", named("v1", "Secret"), "core/Secret n/Secret/a"],
    ["of a group", named("apps/v1", "Deployment"), "apps/Deployment n/Deployment/a"],
    [
      "of a group that its kind has left",
      named("extensions/v1beta1", "Ingress"),
      "networking.k8s.io/Ingress n/Ingress/a",
    ],
    ["of OpenShift 3", named("v1", "Route"), "route.openshift.io/Route n/Route/a"],
    [
      "that no cluster knows by itself",
      named("example.org/v1alpha1", "Widget"),
      "example.org/Widget n/Widget/a",
    ],
    [
      "of the whole cluster",
      named("rbac.authorization.k8s.io/v1", "ClusterRole", "{ name: a }"),
      "rbac.authorization.k8s.io/ClusterRole ClusterRole/a",
    ],
    [
      "whose name the cluster makes",
      named("batch/v1", "Job", "{ generateName: align-, namespace: n }"),
      "batch/Job n/Job/align-*",
    ],
    ["without a namespace", named("v1", "Pod", "{ name: a }"), "core/Pod Pod/a"],
    ["in JSON", '{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "a"}}', "core/Pod Pod/a"],
    [
      "in JSON behind what a program printed",
      'Warning: old\n{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "a"}}',
      "core/Pod Pod/a",
    ],
  ])("%s has its type and address", async (_, text, expected) => {
    expect(await typesAndAddresses(text)).toEqual([expected]);
  });

  it("with JSON in its texts is still that object", async () => {
    const text = `${named("v1", "ConfigMap")}data:\n  a.json: |\n    {\n      "apiVersion": "v1", "kind": "Pod"\n    }\n`;
    expect(await typesAndAddresses(text)).toEqual(["core/ConfigMap n/ConfigMap/a"]);
  });

  it("of a list without kinds is what the list is of", async () => {
    const text = `apiVersion: apps/v1\nkind: DeploymentList\nitems:\n  - metadata: { name: a }\n  - metadata: { name: b }\n`;
    expect(await typesAndAddresses(text)).toEqual([
      "apps/Deployment Deployment/a",
      "apps/Deployment Deployment/b",
    ]);
  });

  it("has no property where null is written, as the API has none", async () => {
    const loaded = await loadManifest(`${named("v1", "Pod")}spec: { hostNetwork: ~, volumes: [] }\n`);
    expect(show(propertyAt(resourceOf(loaded, "n/Pod/a"), "/spec"))).toEqual({ volumes: [] });
  });

  it("that stands twice is there twice", async () => {
    const { resources } = await loadManifest(`${named("v1", "Pod")}---\n${named("v1", "Pod")}`);
    expect(resources.map(({ id }) => id)).toEqual(["n/Pod/a", "n/Pod/a#2"]);
  });
});

describe("a file of several documents", () => {
  const text = [
    "# the first comment",
    "---",
    named("v1", "Namespace", "{ name: n }"),
    "--- # behind a comment",
    named("apps/v1", "Deployment"),
    "spec:\n  template:\n    spec:\n      containers:\n        - name: c\n          image: b\n...",
    "---\n# nothing but a comment\n---",
    "a: value that is no object",
  ].join("\n");

  it("has an object for each that is one", async () => {
    expect(await typesAndAddresses(text)).toEqual([
      "core/Namespace Namespace/n",
      "apps/Deployment n/Deployment/a",
    ]);
  });

  it.each([
    ["/spec/template/spec/containers/0/image", "spec.template.spec.containers[0].image", 17],
    [
      "/spec/template/spec/containers/0/securityContext",
      "spec.template.spec.containers[0].securityContext",
      16,
    ],
    ["/spec/replicas", "spec.replicas", 12],
    ["/metadata/namespace", "metadata.namespace", 10],
  ])("tells where %s is written", async (pointer, attribute, line) => {
    const resource = resourceOf(await loadManifest(text), "n/Deployment/a");
    expect(resource.origin?.(pointer)).toMatchObject({ attribute, location: { line } });
  });

  it("is read although one of them is wrong, which is told", async () => {
    const { resources, gaps } = await loadManifest(
      `${named("v1", "Pod")}---\nkind: [\n---\n${named("v1", "Service")}`,
    );
    expect(resources.map(({ type }) => type)).toEqual(["core/Pod", "core/Service"]);
    expect(gaps).toMatchObject([{ code: "kubernetes-syntax", location: { line: 6 } }]);
  });
});

describe("what is filled in before the cluster sees it", () => {
  const image = (text: string): string => `${named("v1", "Pod")}spec: { image: "${text}" }\n`;

  it.each([
    ["envsubst", "${REGISTRY}/cromwell", "REGISTRY is filled in before the manifest is applied"],
    ["another tool", "{{ image }}", "image is filled in before the manifest is applied"],
  ])("by %s is not known", async (_, text, reason) => {
    const resource = resourceOf(await loadManifest(image(text)), "n/Pod/a");
    expect(show(propertyAt(resource, "/spec/image"))).toMatchObject({ $unknown: reason });
  });

  it("is what a template of OpenShift says, and not known where it says nothing", async () => {
    const loaded = await loadManifest(`
apiVersion: template.openshift.io/v1
kind: Template
metadata: { name: t }
parameters:
  - { name: NAME, value: cromwell }
  - { name: IMAGE }
objects:
  - apiVersion: v1
    kind: Pod
    metadata: { name: "\${NAME}-server" }
    spec: { image: "\${IMAGE}", user: "\${OTHER}" }
`);
    const { properties } = resourceOf(loaded, "Pod/cromwell-server");
    expect(show(properties["spec"])).toMatchObject({
      image: { $unknown: "parameter IMAGE of the template has no value" },
      user: "${OTHER}",
    });
  });
});
