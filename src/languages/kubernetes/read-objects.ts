import { memberOf, scalarText } from "../cloudformation/template-node.ts";
import type { TemplateNode } from "../cloudformation/template-node.ts";
import { isApiObject, isKustomization, typeOf } from "./api-groups.ts";
import type { ManifestFile } from "./manifest-file.ts";
import type { Parameters } from "./to-value.ts";

/** One object as it is written, with its place. */
export interface WrittenObject {
  readonly file: ManifestFile;
  readonly node: TemplateNode;
  /** Where the document begins that it stands in: the places in it count from there. */
  readonly start: number;
  readonly apiVersion: string;
  readonly kind: string;
  readonly type: string;
  /** Those of the template of OpenShift that it stands in. */
  readonly parameters: Parameters | undefined;
}

/** Lists in lists, and templates in them. */
const DEEPEST = 5;

/** Every object of a manifest: each document, the items of lists, and what templates of OpenShift make. */
export function readObjects(file: ManifestFile): readonly WrittenObject[] {
  return file.documents.flatMap(({ root, start }) =>
    objectsIn({ file, start, parameters: undefined }, root, undefined, 0),
  );
}

type Around = Pick<WrittenObject, "file" | "start" | "parameters">;

/** `listKind` is what the items of a list are whose own kind is not written. */
function objectsIn(
  around: Around,
  node: TemplateNode,
  listed: { readonly apiVersion: string; readonly kind: string } | undefined,
  depth: number,
): readonly WrittenObject[] {
  const apiVersion = scalarText(memberOf(node, "apiVersion")) ?? listed?.apiVersion;
  const kind = scalarText(memberOf(node, "kind")) ?? listed?.kind;
  if (apiVersion === undefined || kind === undefined || !isApiObject(apiVersion, kind)) return [];
  if (isKustomization(apiVersion)) return [];
  const type = typeOf(apiVersion, kind);
  const items = memberOf(node, "items");
  if (kind.endsWith("List") && items?.kind === "list" && depth < DEEPEST) {
    const item = kind === "List" ? undefined : { apiVersion, kind: kind.slice(0, -"List".length) };
    return items.items.flatMap((part) => objectsIn(around, part, item, depth + 1));
  }
  const objects = memberOf(node, "objects");
  if (type === "template.openshift.io/Template" && objects?.kind === "list" && depth < DEEPEST) {
    const inside = { ...around, parameters: parametersOf(node) };
    return objects.items.flatMap((part) => objectsIn(inside, part, undefined, depth + 1));
  }
  return [{ ...around, node, apiVersion, kind, type }];
}

/** The parameters of a template with the values that they have when nobody gives others. */
function parametersOf(template: TemplateNode): Parameters {
  const parameters = memberOf(template, "parameters");
  const items = parameters?.kind === "list" ? parameters.items : [];
  return new Map(
    items.flatMap((item): readonly (readonly [string, string | undefined])[] => {
      const name = scalarText(memberOf(item, "name"));
      return name === undefined ? [] : [[name, scalarText(memberOf(item, "value"))]];
    }),
  );
}
