import { memberOf, scalarText } from "../../languages/cloudformation/template-node.ts";
import { isChangeSet, placeOfChangeSet, templateOfChangeSet } from "./change-set.ts";
import type { ToldPlace } from "./place-of-stack.ts";
import { TemplateFile } from "./template-file.ts";
import type { Told } from "./told.ts";

/** A template, and where what is printed around it says that it is deployed. */
export interface Unwrapped {
  readonly file: TemplateFile;
  readonly place?: ToldPlace;
}

/**
 * The template in what the command line of AWS prints around one: `get-template`, `describe-change-set`. Throws a
 * SourceError for a change set without the values of properties.
 */
export async function unwrapTemplate(file: TemplateFile, told: Told): Promise<Unwrapped> {
  const { root } = file.parsed;
  if (root === undefined) return { file };
  if (isChangeSet(root)) {
    return { file: file.withRoot(templateOfChangeSet(file, root, told)), place: placeOfChangeSet(root) };
  }
  const body = memberOf(root, "TemplateBody");
  if (body === undefined) return { file };
  const text = scalarText(body);
  return { file: text === undefined ? file.withRoot(body) : await TemplateFile.open(file.path, text) };
}
