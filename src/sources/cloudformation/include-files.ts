import { memberOf, scalarText } from "../../languages/cloudformation/template-node.ts";
import type {
  TemplateEntry,
  TemplateMap,
  TemplateNode,
} from "../../languages/cloudformation/template-node.ts";
import type { TemplateFile } from "./template-file.ts";

const INCLUDE = "AWS::Include";
const MOST_FILES = 200;

/** The file at a path beside another one, with its real path, or why it is not read. */
export type OpenBeside = (
  path: string,
  beside: string,
) => Promise<{ readonly file: TemplateFile; readonly real: string } | string>;

/**
 * The template with the local files that AWS::Include puts into it, as `aws cloudformation package` uploads them. One that is
 * not read stays a macro, with the reason.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/transform-aws-include.html
 */
export async function withIncludes(
  file: TemplateFile,
  real: string,
  openBeside: OpenBeside,
): Promise<TemplateNode | undefined> {
  const { root } = file.parsed;
  if (root === undefined || !file.mentionsInclude) return root;
  return new Includer(file, openBeside).read(root, [real]);
}

class Includer {
  readonly #file: TemplateFile;
  readonly #openBeside: OpenBeside;
  #files = 0;

  constructor(file: TemplateFile, openBeside: OpenBeside) {
    this.#file = file;
    this.#openBeside = openBeside;
  }

  /** `around` are the real paths of the files that the node stands in, the innermost last. */
  async read(node: TemplateNode, around: readonly string[], isRoot = true): Promise<TemplateNode> {
    if (node.kind === "list") {
      const items: TemplateNode[] = [];
      for (const item of node.items) items.push(await this.read(item, around, false));
      return { ...node, items };
    }
    if (node.kind !== "map") return node;
    const entries = new Map<string, TemplateEntry>();
    const included: TemplateMap[] = [];
    for (const [key, entry] of node.entries) {
      const isMacro = key === "Fn::Transform" || (isRoot && key === "Transform");
      const read = isMacro ? await this.#include(entry.value, around) : undefined;
      if (read?.kind === "map") included.push(read);
      // one that is not read is a macro in this place, wherever its name stands
      else if (read !== undefined) entries.set("Fn::Transform", { ...entry, value: read });
      else entries.set(key, { ...entry, value: await this.read(entry.value, around, false) });
    }
    // what the template writes itself counts
    for (const map of included) {
      for (const [key, entry] of map.entries) if (!entries.has(key)) entries.set(key, entry);
    }
    return { ...node, entries };
  }

  /** What a macro puts in its place; nothing for another macro. */
  async #include(macro: TemplateNode, around: readonly string[]): Promise<TemplateNode | undefined> {
    if (scalarText(memberOf(macro, "Name")) !== INCLUDE) return undefined;
    const { offset } = macro;
    const location = scalarText(memberOf(memberOf(macro, "Parameters"), "Location"));
    const opened =
      location === undefined || /^[a-z][a-z0-9+.-]*:/iu.test(location)
        ? `${INCLUDE} puts ${location ?? "a file"} here at deployment`
        : await this.#open(location, around);
    if (typeof opened === "string") return { kind: "conflict", reason: opened, offset };
    const { root } = opened.file.parsed;
    if (root?.kind !== "map") {
      return { kind: "conflict", reason: `${INCLUDE}: ${location ?? ""} holds no names and values`, offset };
    }
    const moved = shifted(root, this.#file.include(opened.file));
    return this.read(moved, [...around, opened.real], false);
  }

  async #open(
    location: string,
    around: readonly string[],
  ): Promise<{ readonly file: TemplateFile; readonly real: string } | string> {
    this.#files += 1;
    if (this.#files > MOST_FILES) return `${INCLUDE}: there are more files than genoscan reads`;
    const opened = await this.#openBeside(location, around.at(-1) ?? "");
    if (typeof opened === "string") return `${INCLUDE}: ${opened}`;
    return around.includes(opened.real) ? `${INCLUDE}: ${location} includes itself` : opened;
  }
}

/** A node with its places moved behind those of another file. */
function shifted(node: TemplateNode, by: number): TemplateNode {
  const offset = node.offset + by;
  if (node.kind === "list") return { ...node, items: node.items.map((item) => shifted(item, by)), offset };
  if (node.kind !== "map") return { ...node, offset };
  const entries = new Map(
    [...node.entries].map(([key, { keyOffset, value }]) => [
      key,
      { keyOffset: keyOffset + by, value: shifted(value, by) },
    ]),
  );
  return { ...node, entries, offset };
}
