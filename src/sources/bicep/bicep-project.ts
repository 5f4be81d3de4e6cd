import { realpathSync } from "node:fs";
import type { MissingTemplate, Template } from "../../languages/arm/template.ts";
import type { BicepFile } from "../../languages/bicep/ast.ts";
import { lowerParameters } from "../../languages/bicep/lower/lower-parameters.ts";
import type { LoweredParameters } from "../../languages/bicep/lower/lower-parameters.ts";
import type { ScanRoot } from "../scan-root.ts";
import { BicepFiles } from "./bicep-files.ts";
import { describeProblem } from "./describe-problem.ts";
import { FolderHost } from "./folder-host.ts";
import type { ParseYaml } from "./folder-host.ts";

/** The Bicep files that one scan reads, and what becomes of them. */
export class BicepProject {
  readonly files: BicepFiles;
  readonly #host: FolderHost;

  /** Without a root nothing but given texts is read, as of standard input. */
  constructor(root: ScanRoot | undefined, yaml: ParseYaml | undefined) {
    this.files = new BicepFiles(root);
    this.#host = new FolderHost(this.files, root, yaml);
  }

  /** Whether something needs the parser of YAML. */
  get wantsYaml(): boolean {
    return this.#host.wantsYaml;
  }

  /** A text that was read already: `path` as the user names it. */
  add(path: string, text: string): BicepFile {
    return this.files.add(text, { real: path === "-" ? path : realpathSync(path), shown: path });
  }

  template(file: BicepFile): Template {
    return this.#host.template(file);
  }

  /** A parameter file with those that it extends; one that extends itself goes in a circle and is not followed. */
  parameters(file: BicepFile, around: readonly BicepFile[] = []): LoweredParameters {
    return lowerParameters(file, this.#host, (path, from) => {
      const found = this.files.find(path, from);
      const base = "refused" in found ? found : this.files.open(found);
      const missing = (reason: string): MissingTemplate => ({ code: "bicep-extends", missing: reason });
      if ("refused" in base) return missing(base.refused);
      const [problem] = base.problems;
      if (problem !== undefined) return missing(describeProblem(problem));
      if (base === file || around.includes(base)) return missing(`${base.source.path} extends itself`);
      return this.parameters(base, [...around, file]);
    });
  }

  /** The template that a parameter file is for. */
  used(path: string, file: BicepFile): Template | MissingTemplate {
    return this.#host.module(path, file);
  }
}
