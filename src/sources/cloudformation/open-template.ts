import { readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { memberOf, scalarText } from "../../languages/cloudformation/template-node.ts";
import type { TemplateMap, TemplateNode } from "../../languages/cloudformation/template-node.ts";
import { decodeText } from "../decode-text.ts";
import type { ScanRoot } from "../scan-root.ts";
import { assetFile } from "./cloud-assembly.ts";
import { withIncludes } from "./include-files.ts";
import { TemplateFile } from "./template-file.ts";
import { uploadedTemplate } from "./uploaded-template.ts";
import type { LocalTemplate, TemplatesNamed } from "./uploaded-template.ts";

/** A template with those that its stacks inside are made of. */
export interface OpenTemplate {
  readonly file: TemplateFile;
  /** The real path, by which two ways to one file are told. */
  readonly path: string;
  readonly root: TemplateNode;
  /** By the logical id of the resource that is the stack: its template, or why it is not read. */
  readonly nested: ReadonlyMap<string, OpenTemplate | string>;
  /** It is the file that is called as the address of an uploaded template ends. */
  readonly isUploaded?: true;
}

const STACKS = new Set([
  "AWS::CloudFormation::Stack",
  "AWS::CloudFormation::StackSet",
  "AWS::Serverless::Application",
]);
const DEEPEST = 20;
const TOO_MANY = "there are more stacks in stacks than genoscan reads";
const LARGEST = 64 * 1024 * 1024;
const MOST_STACKS = 2_000;

/** Opens templates and, through their stacks, the local ones that they name; nothing outside of the scan root. */
export class TemplateOpener {
  readonly #root: ScanRoot | undefined;
  readonly #templatesNamed: TemplatesNamed;
  readonly #files = new Map<string, TemplateFile>();
  #stacks = 0;

  /** Without a root nothing but the given text is read, as of standard input. */
  constructor(root: ScanRoot | undefined, templatesNamed: TemplatesNamed = nothingNamed) {
    this.#root = root;
    this.#templatesNamed = templatesNamed;
  }

  /** `path` as the user names it, `real` as the file system does. */
  async openText(path: string, real: string, text: string): Promise<TemplateFile> {
    const known = this.#files.get(real);
    if (known !== undefined) return known;
    const file = await TemplateFile.open(path, text);
    this.#files.set(real, file);
    return file;
  }

  /** The template of a file that could be read, with its stacks. */
  async withNested(file: TemplateFile, real: string, around: readonly string[] = []): Promise<OpenTemplate> {
    const root = await withIncludes(file, real, (path, beside) => this.#openBeside(path, beside, file));
    const nested = new Map<string, OpenTemplate | string>();
    const resources = memberOf(root, "Resources");
    if (resources?.kind === "map") {
      for (const [logicalId, { value }] of resources.entries) {
        if (STACKS.has(scalarText(memberOf(value, "Type")) ?? "")) {
          const opened = await this.#openNested(value, file, [...around, real]);
          const uploaded =
            typeof opened === "string" ? await this.#openUploaded(value, [...around, real]) : undefined;
          nested.set(logicalId, uploaded ?? opened);
        }
      }
    }
    return { file, path: real, root: root ?? { kind: "map", entries: new Map(), offset: 0 }, nested };
  }

  /** Without that, the address ends with the hash of the file, which the list of assets of the outermost stack tells. */
  #assetPath(node: TemplateNode, outermost: string): string | undefined {
    const hash = findText(memberOf(memberOf(node, "Properties"), "TemplateURL"), HASH);
    return hash === undefined || this.#root === undefined
      ? undefined
      : assetFile(outermost, hash, this.#root);
  }

  async #openNested(
    node: TemplateNode,
    parent: TemplateFile,
    around: readonly string[],
  ): Promise<OpenTemplate | string> {
    const body = scalarText(memberOf(memberOf(node, "Properties"), "TemplateBody"));
    if (body !== undefined) return this.#openBody(node, body, parent, around);
    const path = nestedPath(node) ?? this.#assetPath(node, around[0] ?? "");
    if (path === undefined) return "its template is not a local file";
    if (this.#isTooMuch(around)) return TOO_MANY;
    const opened = await this.#openBeside(path, around.at(-1) ?? "", parent);
    if (typeof opened === "string") return opened;
    const { file, real } = opened;
    if (around.includes(real)) return `${file.path} holds this stack itself`;
    return this.withNested(file, real, around);
  }

  /** The file at a path beside another one, as a template; or why it is not read. */
  async #openBeside(
    path: string,
    beside: string,
    parent: TemplateFile,
  ): Promise<{ readonly file: TemplateFile; readonly real: string } | string> {
    const shown = join(dirname(parent.path), path);
    const found = this.#root?.resolve(join(dirname(beside), path));
    if (found === undefined) return "standard input has no files beside it";
    if (!found.ok) {
      return found.isMissing ? `there is no file ${shown}` : `${shown} lies outside of the scanned folder`;
    }
    const file = await this.#openFile(shown, found.path);
    return typeof file === "string" ? file : { file, real: found.path };
  }

  /** A template that stands as text in a stack set. */
  async #openBody(
    node: TemplateNode,
    body: string,
    parent: TemplateFile,
    around: readonly string[],
  ): Promise<OpenTemplate | string> {
    if (this.#isTooMuch(around)) return TOO_MANY;
    const file = await parent.openInside(body, node.offset);
    if (file.parsed.root === undefined) return "its TemplateBody is no template";
    // a path of its own, so that nobody takes it for the file that it stands in
    return this.withNested(file, `${around.at(-1) ?? ""}#${String(node.offset)}`, around);
  }

  #isTooMuch(around: readonly string[]): boolean {
    this.#stacks += 1;
    return around.length > DEEPEST || this.#stacks > MOST_STACKS;
  }

  /** A template that is uploaded first, by its name among those of the folder. */
  async #openUploaded(node: TemplateNode, around: readonly string[]): Promise<OpenTemplate | undefined> {
    const local = await uploadedTemplate(node, around.at(-1) ?? "", this.#templatesNamed);
    if (local === undefined || around.includes(local.real)) return undefined;
    if (this.#isTooMuch(around)) return undefined;
    const file = await this.#openFile(local.path, local.real);
    if (typeof file === "string") return undefined;
    return { ...(await this.withNested(file, local.real, around)), isUploaded: true };
  }

  /** The template of a file, or why it is none. */
  async #openFile(shown: string, real: string): Promise<TemplateFile | string> {
    const found = statSync(real);
    if (!found.isFile() || found.size > LARGEST) return `${shown} is no template`;
    const file = await this.openText(shown, real, decodeText(readFileSync(real)));
    if (file.parsed.root !== undefined) return file;
    const [problem] = file.parsed.problems;
    return problem === undefined ? `${shown} is empty` : file.describe(problem);
  }
}

function nothingNamed(): Promise<readonly LocalTemplate[]> {
  return Promise.resolve([]);
}

/** The hashes of the files that CDK uploads. */
const HASH = /\/([0-9a-f]{64})\.json/u;

/** CDK writes the file beside the address that the template will have; others write the path itself. */
function nestedPath(resource: TemplateNode): string | undefined {
  const metadata = memberOf(resource, "Metadata");
  const asset = scalarText(memberOf(metadata, "aws:asset:path"));
  if (asset !== undefined && scalarText(memberOf(metadata, "aws:asset:property")) === "TemplateURL") {
    return asset;
  }
  const properties = memberOf(resource, "Properties");
  const path =
    scalarText(memberOf(properties, "TemplateURL")) ?? scalarText(memberOf(properties, "Location"));
  return path === undefined || /^[a-z][a-z0-9+.-]*:/iu.test(path) ? undefined : path;
}

/** What the pattern captures in the first text of a value that it fits. */
function findText(node: TemplateNode | undefined, pattern: RegExp): string | undefined {
  if (node?.kind === "scalar") return pattern.exec(String(node.value))?.[1];
  const parts = node?.kind === "list" ? node.items : node?.kind === "map" ? entryValues(node) : [];
  for (const part of parts) {
    const found = findText(part, pattern);
    if (found !== undefined) return found;
  }
  return undefined;
}

function entryValues(node: TemplateMap): readonly TemplateNode[] {
  return [...node.entries.values()].map(({ value }) => value);
}
