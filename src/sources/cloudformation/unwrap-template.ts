import { memberOf, scalarText } from "../../languages/cloudformation/template-node.ts";
import { isChangeSet, templateOfChangeSet } from "./change-set.ts";
import { TemplateFile } from "./template-file.ts";
import type { Told } from "./told.ts";

/** The template in what the command line of AWS prints around one: `get-template`, `describe-change-set`. */
export async function unwrapTemplate(file: TemplateFile, told: Told): Promise<TemplateFile> {
  const { root } = file.parsed;
  if (root === undefined) return file;
  if (isChangeSet(root)) return file.withRoot(templateOfChangeSet(file, root, told));
  const body = memberOf(root, "TemplateBody");
  if (body === undefined) return file;
  const text = scalarText(body);
  return text === undefined ? file.withRoot(body) : TemplateFile.open(file.path, text);
}
