import { parseTemplateJson } from "../cloudformation/parse-template-json.ts";
import { parseTemplateYamlPatiently } from "../cloudformation/parse-template-yaml-patiently.ts";
import { parseTemplateYaml } from "../cloudformation/parse-template-yaml.ts";
import type { ParsedTemplate, TemplateNode } from "../cloudformation/template-node.ts";
import { LineIndex } from "../hcl/line-index.ts";
import type { Location } from "../../model/location.ts";
import { describeProblem } from "./describe-problem.ts";
import { documentsOf, looksLikeManifestText } from "./looks-like-manifest.ts";

/** One document of a manifest, from its line of hyphens to the next one. */
export interface ManifestDocument {
  readonly root: TemplateNode;
  /** Where it begins: the places in it count from here. */
  readonly start: number;
}

/** What is wrong with a document, and where. */
interface ManifestProblem {
  readonly message: string;
  readonly location: Required<Location>;
}

/** A manifest with its text, so that everything in it has a place. A document with a mistake does not hide the others. */
export class ManifestFile {
  /** The path as reports show it. */
  readonly path: string;
  readonly text: string;
  readonly documents: readonly ManifestDocument[];
  readonly problems: readonly ManifestProblem[];
  readonly isJson: boolean;
  readonly #lines: LineIndex;

  constructor(path: string, text: string) {
    this.path = path;
    this.text = text;
    this.#lines = new LineIndex(text);
    const asJson = parseAsJson(text);
    this.isJson = asJson !== undefined;
    const parsed = asJson ?? parseDocuments(text);
    this.documents = parsed.flatMap(({ root, start }) => (root === undefined ? [] : [{ root, start }]));
    this.problems = parsed.flatMap(({ problems, start }) =>
      problems.map(({ message, offset }) => ({
        message: describeProblem(message),
        location: this.locate(start + offset),
      })),
    );
  }

  locate(offset: number): Required<Location> {
    return { file: this.path, ...this.#lines.positionAt(offset) };
  }
}

interface ParsedDocument extends ParsedTemplate {
  readonly start: number;
}

/** JSON is YAML as well, and told by its own reader when it is wrong. What a program printed before it is passed over. */
function parseAsJson(text: string): readonly ParsedDocument[] | undefined {
  const start = text.search(/\S/u);
  if (text[start] === "{") {
    const parsed = parseTemplateJson(text.slice(start));
    return parsed.root === undefined && !/^\{\s*"/u.test(text.slice(start))
      ? undefined
      : [{ ...parsed, start }];
  }
  // JSON may stand inside of a text of YAML
  if (looksLikeManifestText(text)) return undefined;
  const [behind] = text.matchAll(/^[ \t]*\{/gmu);
  if (behind === undefined) return undefined;
  const parsed = parseTemplateJson(text.slice(behind.index));
  return parsed.root === undefined ? undefined : [{ ...parsed, start: behind.index }];
}

function parseDocuments(text: string): readonly ParsedDocument[] {
  return documentsOf(text).flatMap(({ start, end }) => {
    const document = text.slice(start, end);
    return isEmpty(document) ? [] : [{ ...parseDocument(document), start }];
  });
}

function parseDocument(document: string): ParsedTemplate {
  return parseTemplateYaml(document) ?? parseTemplateYamlPatiently(document);
}

/** Comments, blank lines and the marks around documents. */
function isEmpty(document: string): boolean {
  return (
    /^(?:---|\.\.\.|[ \t\r\n]|#.*$)*$/mu.test(document) && !/^(?!---|\.\.\.|\s*(?:#|$))/mu.test(document)
  );
}
