import { dirname, join } from "node:path";
import type { MissingTemplate, Template } from "../../languages/arm/template.ts";
import type { BicepFile } from "../../languages/bicep/ast.ts";
import type { BicepHost, ImportedFile, LoadedText, Refused } from "../../languages/bicep/lower/host.ts";
import { lowerTemplate } from "../../languages/bicep/lower/lower-template.ts";
import type { ParsedTemplate } from "../../languages/cloudformation/template-node.ts";
import { matchesWildcard } from "../../model/matches-wildcard.ts";
import type { ScanRoot } from "../scan-root.ts";
import type { BicepFiles, FoundFile } from "./bicep-files.ts";
import { describeProblem } from "./describe-problem.ts";
import { isBicepFile } from "./looks-like-bicep.ts";
import { readModuleAliases } from "./module-aliases.ts";
import { readCachedModule } from "./module-cache.ts";
import { NO_ALIASES, isRemote, locateModule } from "./module-reference.ts";
import type { ModuleAliases } from "./module-reference.ts";
import { readCompiled } from "./read-compiled.ts";

export type ParseYaml = (text: string) => ParsedTemplate | undefined;

/** What the Bicep files of a scan may read: files below the scan root, and the modules that Bicep has restored. */
export class FolderHost implements BicepHost {
  readonly #files: BicepFiles;
  readonly #root: ScanRoot | undefined;
  readonly #yaml: ParseYaml | undefined;
  readonly #templates = new Map<string, Template | MissingTemplate>();
  readonly #aliases = new Map<string, ModuleAliases>();
  /** Whether the parser of YAML would have been used. */
  wantsYaml = false;

  constructor(files: BicepFiles, root: ScanRoot | undefined, yaml: ParseYaml | undefined) {
    this.#files = files;
    this.#root = root;
    this.#yaml = yaml;
  }

  /** The template of a Bicep file; one object for one file, so that a module that calls itself is met again. */
  template(file: BicepFile): Template {
    const key = this.#files.realOf(file) ?? file.source.path;
    const known = this.#templates.get(key);
    if (known !== undefined && !("missing" in known)) return known;
    const template = lowerTemplate(file, this);
    this.#templates.set(key, template);
    return template;
  }

  module(path: string, from: BicepFile): Template | MissingTemplate {
    if (isRemote(path)) return this.#remote(path, from);
    const found = this.#files.find(path, from);
    if ("refused" in found) return { missing: found.refused, code: "bicep-module" };
    const own = this.#files.realOf(from);
    if (isBicepFile(found.real)) this.#files.open(found);
    if (own !== undefined && this.#files.deploys(found.real, own)) {
      return {
        missing: `${found.shown} deploys ${from.source.path} again, in a circle`,
        code: "bicep-cycle",
      };
    }
    if (!isBicepFile(found.real)) this.#files.compiled.set(found.real, from.source.path);
    return this.#local(found);
  }

  imported(path: string, from: BicepFile): ImportedFile {
    if (isRemote(path)) return this.#asImported(this.#remote(path, from));
    const found = this.#files.find(path, from);
    if ("refused" in found) {
      return { kind: "missing", missing: { missing: found.refused, code: "bicep-import" } };
    }
    if (!isBicepFile(found.real)) return this.#asImported(this.#local(found));
    const file = this.#open(found);
    if (!("refused" in file)) return { kind: "bicep", file };
    return { kind: "missing", missing: { missing: file.refused, code: "bicep-import" } };
  }

  text(path: string, from: BicepFile, encoding: string | undefined): LoadedText | Refused {
    const found = this.#files.find(path, from);
    if ("refused" in found) return found;
    const text = this.#files.read(found, encoding);
    return typeof text === "string" ? { path: found.shown, text } : text;
  }

  base64(path: string, from: BicepFile): string | Refused {
    const found = this.#files.find(path, from);
    if ("refused" in found) return found;
    const bytes = this.#files.readBytes(found);
    return bytes instanceof Uint8Array ? Buffer.from(bytes).toString("base64") : bytes;
  }

  files(path: string, from: BicepFile, pattern: string | undefined): readonly string[] | Refused {
    const found = this.#files.find(path, from);
    if ("refused" in found) return found;
    const names = this.#files.list(found);
    if ("refused" in names) return names;
    return names
      .filter((name) => pattern === undefined || pattern === "" || matchesWildcard(pattern, name))
      .map((name) => join(path, name).replaceAll("\\", "/"))
      .sort(compareWithoutCase);
  }

  parseYaml(text: string): ParsedTemplate | Refused {
    this.wantsYaml = true;
    return this.#yaml?.(text) ?? { refused: "the file is no YAML" };
  }

  #asImported(template: Template | MissingTemplate): ImportedFile {
    return "missing" in template ? { kind: "missing", missing: template } : { kind: "template", template };
  }

  #local(found: FoundFile): Template | MissingTemplate {
    const known = this.#templates.get(found.real);
    if (known !== undefined) return known;
    const template = this.#openLocal(found);
    this.#templates.set(found.real, template);
    return template;
  }

  #openLocal(found: FoundFile): Template | MissingTemplate {
    if (isBicepFile(found.real)) {
      const file = this.#open(found);
      return "refused" in file ? { missing: file.refused, code: "bicep-module" } : this.template(file);
    }
    const text = this.#files.read(found);
    if (typeof text !== "string") return { missing: text.refused, code: "bicep-module" };
    return readCompiled(text, found.shown);
  }

  /** A file that can be read whole: half of one must not be judged. */
  #open(found: FoundFile): BicepFile | Refused {
    const file = this.#files.open(found);
    if ("refused" in file) return file;
    const [problem] = file.problems;
    return problem === undefined ? file : { refused: describeProblem(problem) };
  }

  /** A module of a registry, as Bicep has restored it to this machine: nothing is fetched. */
  #remote(path: string, from: BicepFile): Template | MissingTemplate {
    const folder = dirname(this.#files.realOf(from) ?? from.source.path);
    const aliases = this.#aliasesOf(folder);
    const located = locateModule(path, aliases);
    if (typeof located === "string") return { missing: located, code: "bicep-module" };
    const key = located.segments.join("/");
    const known = this.#templates.get(key);
    if (known !== undefined) return known;
    const cached = readCachedModule(located);
    const missing = {
      missing: `${path} is not on this machine; restore it: bicep restore ${from.source.path}`,
      code: "bicep-registry-module",
    };
    const template = cached === undefined ? missing : readCompiled(cached.text, path);
    this.#templates.set(key, template);
    return template;
  }

  #aliasesOf(folder: string): ModuleAliases {
    const known = this.#aliases.get(folder);
    if (known !== undefined) return known;
    const aliases = this.#root === undefined ? NO_ALIASES : readModuleAliases(folder, this.#root);
    this.#aliases.set(folder, aliases);
    return aliases;
  }
}

/** By code units of the capitals, as .NET compares without regard to case. */
function compareWithoutCase(left: string, right: string): number {
  const [one, other] = [left.toUpperCase(), right.toUpperCase()];
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
