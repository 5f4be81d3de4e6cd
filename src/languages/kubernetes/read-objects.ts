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

/** Every object of a manifest: each document, the items of lists, and what templates of OpenShift make. */
export function readObjects(file: ManifestFile): readonly WrittenObject[] {
  return file.documents.flatMap(({ root, start }) =>
    objectsIn({ file, start, parameters: undefined }, root, undefined),
  );
}

/** True when a document is an object or a list of them, be it empty. */
export function isOfApi({ documents }: ManifestFile): boolean {
  return documents.some(({ root }) => identify(root, undefined) !== undefined);
}

type Around = Pick<WrittenObject, "file" | "start" | "parameters">;

/** What an object says that it is. */
interface Identity {
  readonly apiVersion: string;
  readonly kind: string;
}

/** `listed` is what the items of a list are whose own kind is not written. */
function objectsIn(
  around: Around,
  node: TemplateNode,
  listed: Identity | undefined,
): readonly WrittenObject[] {
  const identity = identify(node, listed);
  if (identity === undefined) return [];
  const inner = innerObjects(node, identity, around);
  if (inner === undefined) {
    return [{ ...around, node, ...identity, type: typeOf(identity.apiVersion, identity.kind) }];
  }
  return inner.parts.flatMap((part) => objectsIn(inner.around, part, inner.listed));
}

function identify(node: TemplateNode, listed: Identity | undefined): Identity | undefined {
  const apiVersion = scalarText(memberOf(node, "apiVersion")) ?? listed?.apiVersion;
  const kind = scalarText(memberOf(node, "kind")) ?? listed?.kind;
  if (apiVersion === undefined || kind === undefined || !isApiObject(apiVersion, kind)) return undefined;
  return isKustomization(apiVersion) ? undefined : { apiVersion, kind };
}

interface InnerObjects {
  readonly parts: readonly TemplateNode[];
  readonly around: Around;
  readonly listed: Identity | undefined;
}

/** The objects in a list or in a template of OpenShift; nothing for an object of its own. */
function innerObjects(
  node: TemplateNode,
  { apiVersion, kind }: Identity,
  around: Around,
): InnerObjects | undefined {
  const items = memberOf(node, "items");
  if (kind.endsWith("List") && items?.kind === "list") {
    const listed = kind === "List" ? undefined : { apiVersion, kind: kind.slice(0, -"List".length) };
    return { parts: items.items, around, listed };
  }
  const objects = memberOf(node, "objects");
  const isTemplate = typeOf(apiVersion, kind) === "template.openshift.io/Template";
  if (!isTemplate || objects?.kind !== "list") return undefined;
  return { parts: objects.items, around: { ...around, parameters: parametersOf(node) }, listed: undefined };
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
