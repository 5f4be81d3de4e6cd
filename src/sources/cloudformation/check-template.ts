import type { ParsedTemplate, TemplateNode } from "../../languages/cloudformation/template-node.ts";
import { memberOf } from "../../languages/cloudformation/template-node.ts";
import { SourceError } from "../../model/errors.ts";
import type { Problem, SourceErrorCode } from "../../model/errors.ts";
import type { TemplateFile } from "./template-file.ts";
import type { Told } from "./told.ts";

/** The root of a template that can be read; throws a SourceError with everything that is wrong with its text. */
export function checkTemplate(file: TemplateFile): TemplateNode {
  const problems = problemsOf(file, file.parsed);
  const { root } = file.parsed;
  if (root === undefined || problems.length > 0) throw new SourceError(problems);
  return root;
}

/** What makes a template unreadable; empty for one that can be read. */
export function problemsOf(
  file: TemplateFile,
  { root, problems }: ParsedTemplate,
): readonly Problem<SourceErrorCode>[] {
  if (root === undefined) {
    const told = problems.length > 0 ? problems : [{ message: "the template is empty", offset: 0 }];
    return told.slice(0, 20).map((problem) => ({
      code: "cloudformation-syntax" as const,
      message: file.describe(problem),
      location: file.locate(problem.offset),
    }));
  }
  const resources = memberOf(root, "Resources");
  if (resources?.kind === "map") return [];
  const message = `${file.path}: a template without Resources; CloudFormation takes only templates that have some`;
  return [{ code: "cloudformation-no-resources", message, location: file.locate(root.offset) }];
}

/** What is wrong and leaves the rest readable: keys that stand twice, aliases that lead nowhere. */
export function tellProblems(file: TemplateFile, told: Told): void {
  for (const { message, offset } of file.parsed.problems) {
    const location = file.locate(offset);
    told.diagnose({ code: "cloudformation-syntax", level: "error", message, location });
    told.gap({ code: "cloudformation-syntax", subject: file.path, reason: message, location });
  }
}
