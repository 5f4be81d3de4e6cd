import { LineIndex } from "../../languages/hcl/line-index.ts";
import { parseTemplateJson } from "../../languages/cloudformation/parse-template-json.ts";
import { readTemplateYaml } from "../../languages/cloudformation/read-template-yaml.ts";
import type {
  ParsedTemplate,
  TemplateNode,
  TemplateProblem,
} from "../../languages/cloudformation/template-node.ts";
import type { Location } from "../../model/location.ts";

/** A template with its text, so that everything in it has a place. */
export class TemplateFile {
  /** The path as reports show it. */
  readonly path: string;
  readonly parsed: ParsedTemplate;
  readonly #lines: LineIndex;

  private constructor(path: string, lines: LineIndex, parsed: ParsedTemplate) {
    this.path = path;
    this.parsed = parsed;
    this.#lines = lines;
  }

  static async open(path: string, text: string): Promise<TemplateFile> {
    if (/^\s*\{/u.test(text)) return new TemplateFile(path, new LineIndex(text), parseTemplateJson(text));
    return new TemplateFile(path, new LineIndex(text), await readTemplateYaml(text));
  }

  /** The same file with a part of it as the template. */
  withRoot(root: TemplateNode): TemplateFile {
    return new TemplateFile(this.path, this.#lines, { ...this.parsed, root });
  }

  locate(offset: number): Location {
    const { line, column } = this.#lines.positionAt(offset);
    return { file: this.path, line, column };
  }

  describe({ message, offset }: TemplateProblem): string {
    const { line = 1, column = 1 } = this.locate(offset);
    return `${this.path}:${String(line)}:${String(column)}: ${message}`;
  }
}
