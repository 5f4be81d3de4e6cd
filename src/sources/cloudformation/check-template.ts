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
  if (root !== undefined && problems.length === 0) return root;
  throw new SourceError(problems.map((problem) => ({ ...problem, message: placed(problem, file) })));
}

function placed({ code, message, location }: Problem<SourceErrorCode>, { path }: TemplateFile): string {
  const { line = 1, column = 1 } = location ?? {};
  const place = code === "cloudformation-syntax" ? `${path}:${String(line)}:${String(column)}` : path;
  return `${place}: ${message}`;
}

/** What makes a template unreadable, without the file; empty for one that can be read. */
export function problemsOf(
  file: TemplateFile,
  { root, problems }: ParsedTemplate,
): readonly Problem<SourceErrorCode>[] {
  if (root === undefined) {
    const told = problems.length > 0 ? problems : [{ message: "the template is empty", offset: 0 }];
    return told.slice(0, 20).map((problem) => ({
      code: "cloudformation-syntax" as const,
      message: problem.message,
      location: file.locate(problem.offset),
    }));
  }
  const resources = memberOf(root, "Resources");
  if (resources?.kind === "map") return [];
  const message = "a template without Resources; CloudFormation takes only templates that have some";
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
