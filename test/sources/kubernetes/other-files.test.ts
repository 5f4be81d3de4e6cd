import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  looksLikeManifest,
  looksLikeManifestText,
} from "../../../src/languages/kubernetes/looks-like-manifest.ts";
import { loadInput } from "../load-input.ts";

describe("no manifest is", () => {
  it.each([
    [
      "a template of CloudFormation",
      "AWSTemplateFormatVersion: 2010-09-09\nResources:\n  B: { Type: AWS::S3::Bucket }",
    ],
    [
      "a workflow of GitHub",
      "name: x\non: push\njobs:\n  a:\n    steps:\n      - run: |\n          apiVersion: v1\n          kind: Pod",
    ],
    ["a Compose file", "services:\n  db:\n    image: postgres"],
    ["the values of a chart", "image:\n  repository: x\nextra:\n  - apiVersion: v1\n    kind: Secret"],
    ["the file of a chart", "apiVersion: v2\nname: cromwell\nversion: 1.0.0\nkind: application"],
    ["a kubeconfig", "apiVersion: v1\nkind: Config\nusers: []"],
    ["a configuration of a kubelet", "apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration"],
    ["a cluster of eksctl", "apiVersion: eksctl.io/v1alpha5\nkind: ClusterConfig\nmetadata: { name: a }"],
    ["a configuration of Skaffold", "apiVersion: skaffold/v4beta6\nkind: Config\nmetadata: { name: a }"],
    ["an entry of Backstage", "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: { name: a }"],
    ["an object in a text", "text: |\n  apiVersion: v1\n  kind: Pod"],
  ])("%s", (_, text) => {
    expect(looksLikeManifestText(text)).toBe(false);
  });

  it.each([
    [[]],
    [null],
    [{ apiVersion: 1, kind: "Pod" }],
    [{ apiVersion: "v1", kind: "pod" }],
    [{ apiVersion: "2022-09-01", kind: "StorageV2" }],
  ])("the JSON %j", (json) => {
    expect(looksLikeManifest(json)).toBe(false);
  });

  it.each([
    ["in block style", "kind: Pod\napiVersion: v1\nmetadata: { name: a }"],
    ["in quotes", '\'apiVersion\': "v1"\n"kind": Pod'],
    ["in flow style", "{ apiVersion: v1, kind: Pod }"],
    ["behind another document", "a: 1\n---\napiVersion: v1\nkind: Pod"],
    ["indented as a whole", "  apiVersion: v1\n  kind: Pod"],
    ["with carriage returns", "apiVersion: v1\r\nkind: Pod\r\n"],
    ["with comments", "# a\napiVersion: v1 # b\nkind: Pod # c"],
  ])("but an object %s", (_, text) => {
    expect(looksLikeManifestText(text)).toBe(true);
  });
});

describe("a folder", () => {
  let root: string;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "genoscan-manifests-"));
  });

  afterEach(() => rmSync(root, { recursive: true, force: true }));

  function write(path: string, text: string): void {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }

  const POD = "apiVersion: v1\nkind: Pod\nmetadata: { name: a }\n";

  it("gives the manifests in it, wherever they lie", async () => {
    write("a.yaml", POD);
    write("b/c.yml", POD);
    write("b/d.json", JSON.stringify({ apiVersion: "v1", kind: "Service", metadata: { name: "s" } }));
    write("b/values.yaml", "replicas: 1\n");
    const { inputs, resources, gaps } = await loadInput(root);
    expect(inputs).toMatchObject([{ source: "kubernetes", status: "read", resources: 3 }]);
    expect(resources.map(({ id }) => id)).toEqual(["Pod/a", "Pod/a#2", "Service/s"]);
    expect(gaps).toEqual([]);
  });

  it("tells of a chart what to do with it, once", async () => {
    write("a.yaml", POD);
    write("chart/Chart.yaml", "apiVersion: v2\nname: cromwell\nversion: 1.0.0\n");
    write("chart/templates/a.yaml", "apiVersion: v1\nkind: Pod\nmetadata:\n  name: {{ .Release.Name }}\n");
    write("chart/templates/b.yaml", POD);
    write("chart/charts/db/Chart.yaml", "apiVersion: v2\nname: db\nversion: 1.0.0\n");
    write("chart/charts/db/templates/a.yaml", POD);
    const { resources, gaps } = await loadInput(root);
    expect(resources).toHaveLength(1);
    expect(gaps).toMatchObject([{ code: "kubernetes-chart", subject: join(root, "chart") }]);
    expect(gaps[0]?.reason).toContain("helm template CHART");
  });

  it("reads what a kustomization lists, leaves out what it lays over that, and tells of it", async () => {
    write("base/pod.yaml", POD);
    write("base/kustomization.yaml", "resources: [pod.yaml]\n");
    write(
      "prod/kustomization.yaml",
      "resources: [../base]\npatches:\n  - path: patch.yaml\npatchesStrategicMerge: [more.yaml]\n",
    );
    write("prod/patch.yaml", POD);
    write("prod/more.yaml", POD);
    const { resources, gaps } = await loadInput(root);
    expect(resources.map(({ location }) => location?.file)).toEqual([join(root, "base/pod.yaml")]);
    expect(gaps).toMatchObject([
      { code: "kubernetes-kustomization", subject: join(root, "prod/kustomization.yaml") },
    ]);
    expect(gaps[0]?.reason).toContain(`kubectl kustomize ${join(root, "prod")}`);
  });

  it.each([
    [
      "a template of a chart",
      "templates/a.yaml",
      `${POD}  labels: {{ include "x" . }}\n`,
      /helm template CHART/,
    ],
    ["a kustomization", "kustomization.yaml", "resources:\n  - a.yaml\n", /kubectl kustomize/],
    [
      "a kustomization that says what it is",
      "k.yaml",
      "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n",
      /kubectl kustomize/,
    ],
    [
      "a manifest with a mistake",
      "a.yaml",
      `${POD}spec: {\n`,
      /a\.yaml: not a manifest at line \d+, column \d+: a bracket or brace is not closed/,
    ],
  ])("file that is %s is told of as such", async (_, path, text, expected) => {
    write(path, text);
    const { problems } = await loadInput(join(root, path));
    expect(problems.map(({ message }) => message)).toEqual([expect.stringMatching(expected)]);
  });

  it("is read in part where a key stands twice", async () => {
    write("a.yaml", `${POD}metadata: { name: b }\n`);
    const { resources, gaps } = await loadInput(join(root, "a.yaml"));
    expect(resources).toHaveLength(1);
    expect(gaps.map(({ reason }) => reason)).toEqual([
      "not a manifest at line 4, column 1: a key stands twice in one object",
    ]);
  });
});
