import { LineIndex } from "../../languages/hcl/line-index.ts";
import { parseTemplateJson } from "../../languages/cloudformation/parse-template-json.ts";
import { readTemplateText } from "../../languages/cloudformation/read-template-text.ts";
import type {
  ParsedTemplate,
  TemplateNode,
  TemplateProblem,
} from "../../languages/cloudformation/template-node.ts";
import type { Location } from "../../model/location.ts";

interface TemplateParts {
  readonly lines: LineIndex;
  readonly around: Location | undefined;
}

interface Included {
  readonly start: number;
  readonly file: TemplateFile;
}

/** A template with its text, so that everything in it has a place. */
export class TemplateFile {
  /** The path as reports show it. */
  readonly path: string;
  readonly parsed: ParsedTemplate;
  readonly #lines: LineIndex;
  /** Where the whole template stands, when it is a text inside of another one. */
  readonly #around: Location | undefined;
  /** The files that stand in this one, behind its own places. */
  readonly #included: Included[] = [];
  readonly #text: string;

  private constructor(path: string, text: string, parsed: ParsedTemplate, more?: Partial<TemplateParts>) {
    this.path = path;
    this.parsed = parsed;
    this.#text = text;
    this.#lines = more?.lines ?? new LineIndex(text);
    this.#around = more?.around;
  }

  /** False for a template that certainly includes no file. */
  get mentionsInclude(): boolean {
    return this.#text.includes("AWS::Include");
  }

  static async open(path: string, text: string): Promise<TemplateFile> {
    // what is called JSON is nothing else
    const isJson = path.endsWith(".json") && /^\s*\{/u.test(text);
    return new TemplateFile(path, text, isJson ? parseTemplateJson(text) : await readTemplateText(text));
  }

  /** A template that is a text in this one; everything in it stands where that text does. */
  async openInside(text: string, offset: number): Promise<TemplateFile> {
    const { parsed } = await TemplateFile.open(this.path, text);
    return new TemplateFile(this.path, text, parsed, { around: this.locate(offset) });
  }

  /** The same file with a part of it as the template. */
  withRoot(root: TemplateNode): TemplateFile {
    const parts = { lines: this.#lines, around: this.#around };
    return new TemplateFile(this.path, this.#text, { ...this.parsed, root }, parts);
  }

  /** Takes in another file. Its places begin where the returned number says. */
  include(file: TemplateFile): number {
    const last = this.#included.at(-1);
    const start = last === undefined ? this.#text.length + 1 : last.start + last.file.#text.length + 1;
    this.#included.push({ start, file });
    return start;
  }

  locate(offset: number): Location {
    const inside = this.#included.findLast(({ start }) => start <= offset);
    if (inside !== undefined) return inside.file.locate(offset - inside.start);
    if (this.#around !== undefined) return this.#around;
    const { line, column } = this.#lines.positionAt(offset);
    return { file: this.path, line, column };
  }

  describe({ message, offset }: TemplateProblem): string {
    const { line = 1, column = 1 } = this.locate(offset);
    return `${this.path}:${String(line)}:${String(column)}: ${message}`;
  }
}
