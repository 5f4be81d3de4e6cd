import { dirname, join } from "node:path";
import { memberOf, scalarText } from "../../languages/cloudformation/template-node.ts";
import type { TemplateNode } from "../../languages/cloudformation/template-node.ts";
import { ManifestFile } from "../../languages/kubernetes/manifest-file.ts";
import { itemsOf } from "./kustomization.ts";
import type { Kustomization } from "./kustomization.ts";

/** Something that a kustomization changes in objects. */
export type Edit =
  /** An image, by its name without tag and digest. */
  | { readonly kind: "image"; readonly name: string }
  /** Labels and annotations of every object, by their keys. */
  | { readonly kind: "keys"; readonly of: "labels" | "annotations"; readonly keys: readonly string[] }
  /** What is laid over some objects. */
  | { readonly kind: "merge"; readonly target: Target; readonly patch: TemplateNode }
  /** Places in some objects, as JSON Pointers. */
  | { readonly kind: "places"; readonly target: Target; readonly pointers: readonly string[] }
  /** Nobody knows what. */
  | { readonly kind: "anything"; readonly target: Target };

/** The objects that are meant; what is not said fits every one. */
export interface Target {
  readonly kind: string | undefined;
  readonly name: string | undefined;
}

const EVERY: Target = { kind: undefined, name: undefined };

/** What a kustomization changes in the objects that it takes. `read` gives the text of a file, nothing for one that may not be read. */
export function editsOf(
  { root, path }: Kustomization,
  read: (path: string) => string | undefined,
): readonly Edit[] {
  const patch = (
    written: string | undefined,
    from: string | undefined,
    target: TemplateNode | undefined,
  ): readonly Edit[] => {
    const file = from === undefined ? path : join(dirname(path), from);
    const text = from === undefined ? written : read(file);
    return text === undefined
      ? [{ kind: "anything", target: targetOf(target) }]
      : patchEdits(file, text, target);
  };
  const listed = (key: string): readonly TemplateNode[] => itemsOf(memberOf(root, key));
  return [
    ...listed("images").flatMap((item): readonly Edit[] => {
      const name = scalarText(memberOf(item, "name"));
      return name === undefined ? [] : [{ kind: "image", name }];
    }),
    ...keysOf(memberOf(root, "commonLabels"), "labels"),
    ...listed("labels").flatMap((item) => keysOf(memberOf(item, "pairs"), "labels")),
    ...keysOf(memberOf(root, "commonAnnotations"), "annotations"),
    ...[...listed("patches"), ...listed("patchesJson6902")].flatMap((item) =>
      patch(
        scalarText(memberOf(item, "patch")),
        scalarText(memberOf(item, "path")),
        memberOf(item, "target"),
      ),
    ),
    ...listed("patchesStrategicMerge").flatMap((item) => {
      const text = scalarText(item);
      return text?.includes("\n") === true
        ? patch(text, undefined, undefined)
        : patch(undefined, text, undefined);
    }),
    ...(["transformers", "replacements"].some((key) => listed(key).length > 0)
      ? [{ kind: "anything", target: EVERY } as const]
      : []),
  ];
}

function keysOf(node: TemplateNode | undefined, of: "labels" | "annotations"): readonly Edit[] {
  return node?.kind === "map" ? [{ kind: "keys", of, keys: [...node.entries.keys()] }] : [];
}

/** A patch of objects by what they are, or operations on the objects of a target. */
function patchEdits(file: string, text: string, target: TemplateNode | undefined): readonly Edit[] {
  const { documents, problems } = new ManifestFile(file, text);
  if (problems.length > 0 || documents.length === 0) return [{ kind: "anything", target: targetOf(target) }];
  return documents.map(({ root }): Edit => {
    if (root.kind === "list") {
      return { kind: "places", target: targetOf(target), pointers: root.items.flatMap(pointersIn) };
    }
    const own = {
      kind: scalarText(memberOf(root, "kind")),
      name: scalarText(memberOf(memberOf(root, "metadata"), "name")),
    };
    return { kind: "merge", target: target === undefined ? own : targetOf(target), patch: root };
  });
}

/** The whole object where an operation does not say what it is about. */
function pointersIn(operation: TemplateNode): readonly string[] {
  const [path = "", from = path] = ["path", "from"].map((key) => scalarText(memberOf(operation, key)));
  return [path, from].map((pointer) => (/^\/(?:[^~]|~[01])*$/u.test(pointer) ? pointer : ""));
}

function targetOf(node: TemplateNode | undefined): Target {
  return { kind: scalarText(memberOf(node, "kind")), name: scalarText(memberOf(node, "name")) };
}
