import { dirname, join } from "node:path";
import { memberOf, scalarText } from "../../languages/cloudformation/template-node.ts";
import type { TemplateNode } from "../../languages/cloudformation/template-node.ts";
import { ManifestFile } from "../../languages/kubernetes/manifest-file.ts";

/** What a kustomization says of other files. */
export interface Kustomization {
  readonly path: string;
  /** What is written in it; nothing when it cannot be read. */
  readonly root: TemplateNode | undefined;
  /** The files, and the folders of other kustomizations, that it makes its objects of. */
  readonly takes: readonly string[];
  /** The paths of the files that are no objects of their own: what it lays over others, and what it makes others of. */
  readonly pieces: readonly string[];
  /** The folders of charts that it fills in itself. */
  readonly charts: readonly string[];
  /** It changes what it lists, or makes something of its own. */
  readonly changes: boolean;
  /** It is a part of others and makes nothing alone. */
  readonly isComponent: boolean;
}

/** The names that kustomize looks for. */
export const KUSTOMIZATION_FILES: readonly string[] = [
  "kustomization.yaml",
  "kustomization.yml",
  "Kustomization",
];

export function isKustomizationFile(name: string): boolean {
  return KUSTOMIZATION_FILES.includes(name);
}

/** Lists of paths, or of objects with a path, of pieces. */
const PIECES = [
  "patches",
  "patchesStrategicMerge",
  "patchesJson6902",
  "transformers",
  "generators",
  "configurations",
  "validators",
  "replacements",
];

/** Lists of what the objects are made of. */
const TAKES = ["resources", "bases", "components"];

/** What only names files, or the kustomization itself. */
const NEUTRAL = new Set([
  ...TAKES,
  "apiVersion",
  "kind",
  "metadata",
  "crds",
  "openapi",
  "sortOptions",
  "buildMetadata",
]);

export function readKustomization(path: string, text: string): Kustomization {
  const root = new ManifestFile(path, text).documents[0]?.root;
  const folder = dirname(path);
  const pathsOf = (keys: readonly string[]): readonly string[] =>
    keys.flatMap((key) => pathsIn(memberOf(root, key))).map((piece) => pathOf(folder, piece));
  const keys = root?.kind === "map" ? [...root.entries.keys()] : [];
  return {
    path,
    root,
    takes: pathsOf(TAKES),
    pieces: pathsOf(PIECES),
    charts: chartsOf(root).map((chart) => join(folder, chart)),
    changes: keys.length === 0 || keys.some((key) => !NEUTRAL.has(key)),
    isComponent: scalarText(memberOf(root, "kind")) === "Component",
  };
}

function pathsIn(node: TemplateNode | undefined): readonly string[] {
  return itemsOf(node).flatMap((item) => {
    const path = scalarText(item) ?? scalarText(memberOf(item, "path"));
    // a patch may be written in the place of its path
    return path === undefined || path.includes("\n") || /^[a-z+]+:\/\/|^git@|\?ref=/u.test(path)
      ? []
      : [path];
  });
}

export function itemsOf(node: TemplateNode | undefined): readonly TemplateNode[] {
  return node?.kind === "list" ? node.items : [];
}

function chartsOf(root: TemplateNode | undefined): readonly string[] {
  const home = scalarText(memberOf(memberOf(root, "helmGlobals"), "chartHome")) ?? "charts";
  return itemsOf(memberOf(root, "helmCharts")).map((chart) =>
    join(home, scalarText(memberOf(chart, "name")) ?? ""),
  );
}

/** A folder may be written with a slash behind it. */
function pathOf(folder: string, written: string): string {
  return join(folder, written.replace(/\/+$/u, ""));
}

/** What it takes from another place than these files and folders, as it is written: an address, a folder outside. */
export function takenFromElsewhere(
  { root, path }: Kustomization,
  isHere: (path: string) => boolean,
): readonly string[] {
  return TAKES.flatMap((key) => itemsOf(memberOf(root, key)))
    .flatMap((item) => scalarText(item) ?? [])
    .filter((written) => !isHere(pathOf(dirname(path), written)));
}
