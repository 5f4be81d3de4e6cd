import { dirname, join, sep } from "node:path";
import { memberOf } from "../../languages/cloudformation/template-node.ts";
import type { TemplateNode } from "../../languages/cloudformation/template-node.ts";

/** A template of the scanned folder. */
export interface LocalTemplate {
  /** As the user names it. */
  readonly path: string;
  readonly real: string;
}

/** The templates that may be meant, those with a name at least. */
export type TemplatesNamed = (name: string) => Promise<readonly LocalTemplate[]>;

/**
 * The local file of a template that is uploaded before it is used: `https://${Bucket}.s3.amazonaws.com/core/network.yaml`
 * is the one template of the folder with that name; of several the one whose folders have the names in the address, too,
 * or else the one below the template `around` it.
 */
export async function uploadedTemplate(
  resource: TemplateNode,
  around: string,
  templatesNamed: TemplatesNamed,
): Promise<LocalTemplate | undefined> {
  const properties = memberOf(resource, "Properties");
  const address = endOf(memberOf(properties, "TemplateURL") ?? memberOf(properties, "Location"));
  if (address === undefined) return undefined;
  const names = address.split("/").reverse();
  const [name = ""] = names;
  if (!/^[\w.-]+\.(?:json|ya?ml|template)$/iu.test(name)) return undefined;
  const templates = await templatesNamed(name);
  const near = templates.map((template) => ({ template, alike: countAlike(template.real, names) }));
  const most = Math.max(0, ...near.map(({ alike }) => alike));
  const named = near.filter(({ alike }) => alike === most && most > 0).map(({ template }) => template);
  const below = named.filter(({ real }) => real.startsWith(join(dirname(around), sep)));
  const [found, ...others] = named.length === 1 ? named : below;
  return others.length === 0 ? found : undefined;
}

/** How many names from the end two paths have in common. */
function countAlike(path: string, names: readonly string[]): number {
  const own = path.split(/[/\\]/u).reverse();
  const different = names.findIndex((name, index) => name !== own[index]);
  return different < 0 ? names.length : different;
}

/** The text at the end of an address, behind the last part that is filled in. */
function endOf(node: TemplateNode | undefined): string | undefined {
  if (node?.kind === "scalar") {
    const [text = ""] = String(node.value).split("?");
    return text.slice(text.lastIndexOf("}") + 1);
  }
  const sub = memberOf(node, "Fn::Sub");
  if (sub !== undefined) return endOf(sub.kind === "list" ? sub.items[0] : sub);
  const joined = memberOf(node, "Fn::Join");
  const pieces = joined?.kind === "list" ? joined.items[1] : undefined;
  return pieces?.kind === "list" ? endOf(pieces.items.at(-1)) : undefined;
}
