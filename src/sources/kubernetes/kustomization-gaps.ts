import { dirname, normalize } from "node:path";
import type { Gap } from "../../model/diagnostic.ts";
import { takenFromElsewhere } from "./kustomization.ts";
import type { Kustomization } from "./kustomization.ts";
import type { KustomizeTree } from "./kustomize-tree.ts";

/**
 * What only kustomize makes: told of the kustomizations that people apply, as those that others take say nothing alone.
 * `files` are those that were looked at.
 */
export function kustomizationGaps(tree: KustomizeTree, files: ReadonlySet<string>): readonly Gap[] {
  const isHere = (path: string): boolean => files.has(normalize(path)) || tree.hasFolder(path);
  return tree.outermost.flatMap((outer) => {
    const all = tree.within(outer);
    const elsewhere = [...new Set(all.flatMap((one) => takenFromElsewhere(one, isHere)))];
    const changing = all.filter(({ changes }) => changes);
    if (changing.length === 0 && elsewhere.length === 0) return [];
    return [
      {
        code: "kubernetes-kustomization",
        subject: outer.path,
        reason: `${describe(outer, changing, elsewhere)}; ${howToRender(outer, all)}`,
        location: { file: outer.path },
      },
    ];
  });
}

function describe(
  outer: Kustomization,
  changing: readonly Kustomization[],
  elsewhere: readonly string[],
): string {
  const parts: string[] = [];
  const others = changing.filter((one) => one !== outer).map(({ path }) => dirname(path));
  if (changing.includes(outer)) {
    parts.push("it changes the manifests that it lists, and what it changes is not known");
  } else if (others.length > 0) {
    parts.push(`it takes what ${others.join(" and ")} changes, and what that is is not known`);
  }
  if (elsewhere.length > 0) {
    parts.push(`it takes what is not in the scanned folder: ${elsewhere.slice(0, 3).join(", ")}`);
  }
  return parts.join(", and ");
}

function howToRender({ path, isComponent }: Kustomization, all: readonly Kustomization[]): string {
  // a component makes nothing alone, and nothing here takes it
  const folder = isComponent ? "FOLDER" : quoted(dirname(path));
  const what = isComponent
    ? "scan what a kustomization makes that takes this component"
    : "scan what it makes";
  const helm = all.some(({ charts }) => charts.length > 0) ? " --enable-helm" : "";
  return `${what}: kubectl kustomize${helm} ${folder} > manifests.yaml && genoscan manifests.yaml`;
}

function quoted(path: string): string {
  return /^[\w./~@%+=:,-]+$/u.test(path) ? path : `'${path.replaceAll("'", String.raw`'\\''`)}'`;
}
