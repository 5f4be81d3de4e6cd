import { dirname, join } from "node:path";
import { memberOf, scalarText } from "../../languages/cloudformation/template-node.ts";
import type { TemplateNode } from "../../languages/cloudformation/template-node.ts";
import { ManifestFile } from "../../languages/kubernetes/manifest-file.ts";

/** What a kustomization says of other files. */
export interface Kustomization {
  /** The paths of the files that are no objects of their own: what it lays over others, and what it makes others of. */
  readonly pieces: readonly string[];
  /** It changes what it lists, or makes something of its own. */
  readonly changes: boolean;
}

/** The names that kustomize looks for. */
export function isKustomizationFile(name: string): boolean {
  return /^kustomization\.ya?ml$/u.test(name) || name === "Kustomization";
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

/** What only names files, or the kustomization itself. */
const NEUTRAL = new Set([
  "apiVersion",
  "kind",
  "metadata",
  "resources",
  "bases",
  "crds",
  "openapi",
  "sortOptions",
  "buildMetadata",
]);

export function readKustomization(path: string, text: string): Kustomization {
  const root = new ManifestFile(path, text).documents[0]?.root;
  if (root?.kind !== "map") return { pieces: [], changes: true };
  const pieces = PIECES.flatMap((key) => pathsIn(memberOf(root, key))).map((piece) =>
    join(dirname(path), piece),
  );
  const changes = [...root.entries.keys()].some((key) => !NEUTRAL.has(key));
  return { pieces, changes };
}

function pathsIn(node: TemplateNode | undefined): readonly string[] {
  if (node?.kind !== "list") return [];
  return node.items.flatMap((item) => scalarText(item) ?? scalarText(memberOf(item, "path")) ?? []);
}
