import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { propertyAt } from "../../../src/model/resource.ts";
import { outcomesOf } from "../hidden-values.ts";
import { loadInput } from "../load-input.ts";
import { show } from "./load-manifest.ts";

type Files = Readonly<Record<string, string>>;

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "genoscan-kustomize-"));
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function scan(files: Files, folder = "."): ReturnType<typeof loadInput> {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return loadInput(join(root, folder));
}

const APP = `apiVersion: apps/v1
kind: Deployment
metadata: { name: app }
spec:
  template:
    spec:
      containers:
        - { name: app, image: "registry.example.org/app:1.0", securityContext: { privileged: true, runAsUser: 0 } }
        - { name: side, image: "registry.example.org/side:1.0" }
`;
const BASE: Files = { "base/app.yaml": APP, "base/kustomization.yaml": "resources: [app.yaml]\n" };
const IMAGES = "images: [{ name: registry.example.org/app, newTag: '2' }]\n";
const COMPONENT = "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\n";

describe("what only kustomize makes", () => {
  it.each<[string, Files, readonly string[]]>([
    ["nothing, where files are only listed", BASE, []],
    [
      "a kustomization beside its manifests",
      { "app.yaml": APP, "kustomization.yaml": `resources: [app.yaml]\n${IMAGES}` },
      [
        "kustomization.yaml: it changes the manifests that it lists, and what it changes is not known; scan what it makes: kubectl kustomize . > manifests.yaml && genoscan manifests.yaml",
      ],
    ],
    [
      "one whose file is called Kustomization",
      { "app.yaml": APP, Kustomization: `resources: [app.yaml]\n${IMAGES}` },
      [
        "Kustomization: it changes the manifests that it lists, and what it changes is not known; scan what it makes: kubectl kustomize . > manifests.yaml && genoscan manifests.yaml",
      ],
    ],
    [
      "each overlay, and not the base that it takes",
      {
        ...BASE,
        "base/kustomization.yaml": `resources: [app.yaml]\n${IMAGES}`,
        "dev/kustomization.yaml": "resources: [../base]\nnamespace: dev\n",
        "prod/kustomization.yaml": "resources: [../base/]\n",
      },
      [
        "dev/kustomization.yaml: it changes the manifests that it lists, and what it changes is not known; scan what it makes: kubectl kustomize dev > manifests.yaml && genoscan manifests.yaml",
        "prod/kustomization.yaml: it takes what base changes, and what that is is not known; scan what it makes: kubectl kustomize prod > manifests.yaml && genoscan manifests.yaml",
      ],
    ],
    [
      "the overlay that takes a component, and not the component",
      {
        ...BASE,
        "tls/kustomization.yaml": `${COMPONENT}${IMAGES}`,
        "prod/kustomization.yaml": "resources: [../base]\ncomponents: [../tls]\n",
      },
      [
        "prod/kustomization.yaml: it takes what tls changes, and what that is is not known; scan what it makes: kubectl kustomize prod > manifests.yaml && genoscan manifests.yaml",
      ],
    ],
    [
      "a component that nothing here takes",
      { ...BASE, "tls/kustomization.yaml": `${COMPONENT}${IMAGES}` },
      [
        "tls/kustomization.yaml: it changes the manifests that it lists, and what it changes is not known; scan what a kustomization makes that takes this component: kubectl kustomize FOLDER > manifests.yaml && genoscan manifests.yaml",
      ],
    ],
    [
      "charts inside of it, which need a flag and are not told of twice",
      {
        "app.yaml": APP,
        "kustomization.yaml": "resources: [app.yaml]\nhelmCharts: [{ name: db }]\n",
        "charts/db/Chart.yaml": "apiVersion: v2\nname: db\nversion: 1.0.0\n",
        "charts/db/templates/a.yaml": "apiVersion: v1\nkind: Pod\nmetadata:\n  name: {{ .Release.Name }}\n",
      },
      [
        "kustomization.yaml: it changes the manifests that it lists, and what it changes is not known; scan what it makes: kubectl kustomize --enable-helm . > manifests.yaml && genoscan manifests.yaml",
      ],
    ],
    [
      "what it takes from elsewhere",
      {
        "app.yaml": APP,
        "kustomization.yaml": "resources: [app.yaml, ../base, 'https://example.org/all.yaml']\n",
      },
      [
        "kustomization.yaml: it takes what is not in the scanned folder: ../base, https://example.org/all.yaml; scan what it makes: kubectl kustomize . > manifests.yaml && genoscan manifests.yaml",
      ],
    ],
    [
      "a folder whose name a shell would take apart",
      { "my app/app.yaml": APP, "my app/kustomization.yaml": `resources: [app.yaml]\n${IMAGES}` },
      [
        "my app/kustomization.yaml: it changes the manifests that it lists, and what it changes is not known; scan what it makes: kubectl kustomize 'my app' > manifests.yaml && genoscan manifests.yaml",
      ],
    ],
    [
      "kustomizations that take each other, each",
      {
        ...BASE,
        "base/kustomization.yaml": `resources: [app.yaml, ../other]\n${IMAGES}`,
        "other/kustomization.yaml": "resources: [../base]\n",
      },
      [
        "base/kustomization.yaml: it changes the manifests that it lists, and what it changes is not known; scan what it makes: kubectl kustomize base > manifests.yaml && genoscan manifests.yaml",
        "other/kustomization.yaml: it takes what base changes, and what that is is not known; scan what it makes: kubectl kustomize other > manifests.yaml && genoscan manifests.yaml",
      ],
    ],
  ])("is told of: %s", async (_, files, expected) => {
    const { gaps } = await scan(files);
    const told = gaps.map(({ subject, reason }) => `${subject}: ${reason}`.replaceAll(`${root}/`, ""));
    expect(told.map((text) => text.replaceAll(root, "."))).toEqual(expected);
  });
});

/** Properties of the deployment after `kustomization.yaml` beside it, with `?` for what is not known. */
async function deployment(
  kustomization: string,
  pointers: readonly string[],
  more: Files = {},
): Promise<readonly unknown[]> {
  const { resources } = await scan({
    "app.yaml": APP,
    "kustomization.yaml": `resources: [app.yaml]\n${kustomization}`,
    ...more,
  });
  const found = resources.find(({ type }) => type === "apps/Deployment");
  return pointers.map((pointer) => {
    const shown = show(found && propertyAt(found, pointer)) as { readonly $unknown?: string } | undefined;
    return shown?.$unknown === undefined ? shown : "?";
  });
}

const CONTAINERS = "/spec/template/spec/containers";
const [IMAGE, SIDE, CONTEXT, USER] = [
  `${CONTAINERS}/0/image`,
  `${CONTAINERS}/1/image`,
  `${CONTAINERS}/0/securityContext/privileged`,
  `${CONTAINERS}/0/securityContext/runAsUser`,
];
const WRITTEN = ["registry.example.org/app:1.0", "registry.example.org/side:1.0", true, 0];

describe("what a kustomization changes", () => {
  it.each<[string, string, readonly unknown[]]>([
    ["nothing where it gives names", "namePrefix: a-\n", WRITTEN],
    ["an image by its name", IMAGES, ["?", WRITTEN[1], true, 0]],
    [
      "what a patch says of a container",
      `patches:
  - patch: |
      apiVersion: apps/v1
      kind: Deployment
      metadata: { name: app }
      spec: { template: { spec: { containers: [{ name: app, securityContext: { privileged: null } }] } } }
`,
      [WRITTEN[0], WRITTEN[1], "?", 0],
    ],
    [
      "where an operation leads",
      `patches:
  - target: { kind: Deployment }
    patch: '[{ "op": "add", "path": "/spec/template/spec/containers/0/securityContext/runAsUser", "value": 1 }]'
`,
      [WRITTEN[0], WRITTEN[1], true, "?"],
    ],
    [
      "a list that an operation adds to",
      `patchesJson6902:
  - target: { kind: Deployment, name: app }
    patch: '[{ "op": "add", "path": "/spec/template/spec/containers/-", "value": {} }]'
`,
      ["?", "?", "?", "?"],
    ],
    [
      "nothing of an object that a patch is not about",
      `patches:
  - target: { kind: Deployment, name: other }
    patch: '[{ "op": "remove", "path": "/spec" }]'
`,
      WRITTEN,
    ],
    [
      "what a patch is about by labels",
      `patches:
  - target: { labelSelector: a=b }
    patch: '[{ "op": "remove", "path": "/spec" }]'
`,
      ["?", "?", "?", "?"],
    ],
    [
      "an object that a patch takes away",
      `patches:
  - patch: |
      { apiVersion: apps/v1, kind: Deployment, metadata: { name: app }, $patch: delete }
`,
      ["?", "?", "?", "?"],
    ],
    ["everything, by a transformer", "transformers: [t.yaml]\n", ["?", "?", "?", "?"]],
    ["what a patch that is not there is about", "patches: [{ path: p.yaml }]\n", ["?", "?", "?", "?"]],
    [
      "what a patch outside of the folder is about",
      "patches: [{ path: ../../../../../../../../etc/hosts, target: { kind: Deployment } }]\n",
      ["?", "?", "?", "?"],
    ],
  ])("is not known: %s", async (_, kustomization, expected) => {
    expect(await deployment(kustomization, [IMAGE, SIDE, CONTEXT, USER])).toEqual(expected);
  });

  it("is what a file says that is laid over it, which is no object of its own", async () => {
    const patch =
      "kind: Deployment\nmetadata: { name: app }\nspec: { template: { spec: { hostNetwork: false } } }\n";
    const pointers = ["/spec/template/spec/hostNetwork", IMAGE];
    const more = { "p.yaml": `apiVersion: apps/v1\n${patch}` };
    expect(await deployment("patchesStrategicMerge: [p.yaml]\n", pointers, more)).toEqual(["?", WRITTEN[0]]);
  });

  it("is one label of several", async () => {
    const pointers = ["/metadata/labels/phi", "/metadata/labels/other", "/metadata/name"];
    expect(await deployment("labels: [{ pairs: { phi: 'false' } }]\n", pointers)).toEqual([
      "?",
      undefined,
      "app",
    ]);
  });

  it.each<[string, Files, string, string]>([
    [
      "of its own",
      { ...BASE, "base/kustomization.yaml": "resources: [app.yaml]\nnamespace: a\n" },
      "a/Deployment/app",
      "a",
    ],
    [
      "of the outermost one",
      {
        ...BASE,
        "base/kustomization.yaml": "resources: [app.yaml]\nnamespace: a\n",
        "prod/kustomization.yaml": "resources: [../base]\nnamespace: b\n",
      },
      "b/Deployment/app",
      "b",
    ],
    [
      "that differs by environment, which is not known",
      {
        ...BASE,
        "dev/kustomization.yaml": "resources: [../base]\nnamespace: dev\n",
        "prod/kustomization.yaml": "resources: [../base]\nnamespace: prod\n",
      },
      "Deployment/app",
      "kustomizations put it into several namespaces: dev, prod",
    ],
  ])("is the namespace %s", async (_, files, address, namespace) => {
    const { resources } = await scan(files);
    expect(resources.map((one) => one.address)).toEqual([address]);
    const [shown] = resources.map((one) => show(propertyAt(one, "/metadata/namespace")));
    expect((shown as { $unknown?: string }).$unknown ?? shown).toBe(namespace);
  });

  it("reaches what is beside a component, and not what others take", async () => {
    const { resources } = await scan({
      ...BASE,
      "tls/kustomization.yaml": `${COMPONENT}${IMAGES}`,
      "prod/kustomization.yaml": "resources: [../base]\ncomponents: [../tls]\n",
      "alone/app.yaml": APP,
      "alone/kustomization.yaml": "resources: [app.yaml]\n",
    });
    const images = resources.map((one) => show(propertyAt(one, IMAGE)));
    expect(images).toEqual([
      WRITTEN[0],
      { $unknown: expect.stringContaining("kubectl kustomize") as unknown },
    ]);
  });

  it("is no finding: an image whose digest an overlay sets", async () => {
    const rule = "kubernetes-workload-image-digest";
    const digest = `images:\n  - { name: registry.example.org/app, digest: "sha256:${"a".repeat(64)}" }\n  - { name: registry.example.org/side, newTag: "2" }\n`;
    const raw = outcomesOf((await scan(BASE)).resources);
    expect(raw.get(`${rule} Deployment/app`)).toBe("fail");
    const laidOver = await scan({ ...BASE, "prod/kustomization.yaml": `resources: [../base]\n${digest}` });
    expect(outcomesOf(laidOver.resources).get(`${rule} Deployment/app`)).toBe("unknown");
  });

  it("is not known of a file that is scanned alone beside it", async () => {
    const { resources } = await scan(
      { "app.yaml": APP, "kustomization.yaml": `resources: [app.yaml]\n${IMAGES}` },
      "app.yaml",
    );
    expect(resources.map((one) => show(propertyAt(one, IMAGE)))).toEqual([
      { $unknown: expect.stringContaining("kubectl kustomize") as unknown },
    ]);
  });

  it("is no object when it is a patch that is scanned alone", async () => {
    const { problems } = await scan(
      { "p.yaml": APP, "kustomization.yaml": "patches: [{ path: p.yaml }]\n" },
      "p.yaml",
    );
    expect(problems.map(({ message }) => message)).toEqual([expect.stringContaining("lays this over")]);
  });

  it("is everything where a patch nests more than is looked at", async () => {
    const level = (at: number): string =>
      `a${String(at)}: &a${String(at)} { ${"bcdefghi".replaceAll(/./gu, (key) => `${key}: *a${String(at - 1)}, `)} }\n`;
    const bomb = Array.from({ length: 12 }, (_, at) => (at === 0 ? "a0: &a0 { z: 1 }\n" : level(at))).join(
      "",
    );
    const patch = `apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: app }\n${bomb}spec: *a11\n`;
    const more = { "p.yaml": patch };
    expect(await deployment("patches: [{ path: p.yaml }]\n", [IMAGE, "/metadata/name"], more)).toEqual([
      "?",
      "app",
    ]);
  });
});
