import { existsSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, normalize } from "node:path";
import { Unknown, isValueMap } from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";
import { decodeText } from "../decode-text.ts";
import { ScanRoot } from "../scan-root.ts";
import { editsOf } from "./kustomize-edits.ts";
import type { Edit } from "./kustomize-edits.ts";
import { KustomizeTree } from "./kustomize-tree.ts";
import { KUSTOMIZATION_FILES, isKustomizationFile, readKustomization } from "./kustomization.ts";
import type { Kustomization } from "./kustomization.ts";
import { loosenObject } from "./loosen-object.ts";

/** What becomes of an object of a file. */
export type Change = (object: ValueMap, kind: string) => ValueMap;

const LARGEST = 64 * 1024 * 1024;
/** Parts of patches that are laid over objects. */
const MOST_PARTS = 500_000;

/** What the kustomizations among the files of a folder do to the manifests there. */
export class Kustomize {
  readonly #tree: KustomizeTree;
  readonly #root: ScanRoot;
  readonly #edits = new Map<Kustomization, readonly Edit[]>();
  readonly #budget = { left: MOST_PARTS };

  constructor(folder: string, files: readonly string[]) {
    this.#root = ScanRoot.of(folder, folder);
    this.#tree = new KustomizeTree(
      files
        .filter((path) => isKustomizationFile(basename(path)))
        .flatMap((path) => {
          const text = this.#read(path);
          return text === undefined ? [] : [readKustomization(path, text)];
        }),
    );
  }

  /** The kustomization beside a file that is scanned alone. */
  static beside(path: string): Kustomize {
    const folder = dirname(path);
    const names = KUSTOMIZATION_FILES.map((name) => join(folder, name));
    return new Kustomize(folder, path === "-" ? [] : names.filter((name) => existsSync(name)));
  }

  /** The kustomization that lays a file over others. */
  laysOver(file: string): string | undefined {
    return this.#tree.withPiece(normalize(file))?.path;
  }

  /** Nothing for a file that no kustomization takes, or that none changes. */
  changeOf(file: string): Change | undefined {
    const over = this.#tree.over(normalize(file)).filter(({ changes }) => changes);
    if (over.length === 0) return undefined;
    const namespaces = [...this.#tree.namespacesOf(normalize(file))];
    return (object, kind) => {
      let changed = object;
      for (const one of over) {
        const edits = this.#editsOf(one);
        changed = loosenObject(changed, kind, edits, { reason: reasonOf(one), budget: this.#budget });
      }
      return inNamespace(changed, kind, namespaces);
    };
  }

  #editsOf(one: Kustomization): readonly Edit[] {
    const known = this.#edits.get(one);
    if (known !== undefined) return known;
    const edits = editsOf(one, (path) => this.#read(path));
    this.#edits.set(one, edits);
    return edits;
  }

  /** Nothing for what lies outside of the folder, is too large, or cannot be read. */
  #read(path: string): string | undefined {
    const confined = this.#root.resolve(path);
    if (!confined.ok) return undefined;
    try {
      const found = statSync(confined.path);
      return found.isFile() && found.size <= LARGEST ? decodeText(readFileSync(confined.path)) : undefined;
    } catch {
      return undefined;
    }
  }
}

function reasonOf({ path }: Kustomization): string {
  return `${path} changes it; kubectl kustomize ${dirname(path)} tells to what`;
}

/** The kinds that are in no namespace; what kustomize does not know it puts into one. */
const OF_THE_CLUSTER =
  /^(?:Cluster\w+|Namespace|Project|Node|PersistentVolume|CustomResourceDefinition|\w*Class|\w+WebhookConfiguration|APIService|OAuth|OAuthClient|SecurityContextConstraints|\w*AdminNetworkPolicy|GlobalNetworkPolicy|PodSecurityPolicy|CSIDriver|CSINode|VolumeAttachment|CertificateSigningRequest|ValidatingAdmissionPolicy\w*)$/u;

/** An object in the namespace that kustomizations put it into, which may be several: one for each environment. */
function inNamespace(object: ValueMap, kind: string, namespaces: readonly (string | undefined)[]): ValueMap {
  const [namespace, ...others] = namespaces;
  if (namespaces.every((one) => one === undefined)) return object;
  const value: Value =
    namespace !== undefined && others.length === 0
      ? namespace
      : new Unknown(
          `kustomizations put it into several namespaces: ${namespaces.map((one) => one ?? "its own").join(", ")}`,
        );
  // kustomize calls a namespace so too
  const key = kind === "Namespace" ? "name" : "namespace";
  if (kind !== "Namespace" && OF_THE_CLUSTER.test(kind)) return object;
  const metadata = object["metadata"];
  return { ...object, metadata: isValueMap(metadata) ? { ...metadata, [key]: value } : { [key]: value } };
}
