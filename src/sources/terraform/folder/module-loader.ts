import { readdirSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { ModuleRequest, OpenedModule } from "../../../languages/hcl/evaluator/shared.ts";
import { isConfigurationFile } from "./file-names.ts";
import { readInstalledModules } from "./installed-modules.ts";
import type { InstalledModule } from "./installed-modules.ts";
import { readModule } from "./read-module.ts";
import type { LoadedModule } from "./read-module.ts";
import type { ScanRoot } from "../../scan-root.ts";

/** Opens the modules that a root module calls: local ones, and those that `terraform init` has installed. */
export class ModuleLoader {
  readonly #folder: string;
  readonly #shown: string;
  readonly #root: ScanRoot;
  readonly #loaded = new Map<string, LoadedModule>();
  #installed: ReadonlyMap<string, InstalledModule> | undefined;

  /** `folder` is the real path of the root module, `shown` how the user names it. */
  constructor(folder: string, shown: string, root: ScanRoot) {
    this.#folder = folder;
    this.#shown = shown;
    this.#root = root;
  }

  /** Every module that was opened so far. */
  loaded(): readonly LoadedModule[] {
    return [...this.#loaded.values()];
  }

  openRoot(): Extract<OpenedModule, { kind: "module" }> {
    return this.#open(this.#folder);
  }

  open({ source, path, folder }: ModuleRequest): OpenedModule {
    if (/^\.{1,2}(?:\/|\\|$)/u.test(source)) return this.#openLocal(join(folder, source), source);
    this.#installed ??= readInstalledModules(this.#folder, this.#root);
    const installed = this.#installed.get(path);
    if (installed === undefined) {
      return missing(
        `${source} is not installed here; run terraform init (or terraform get), then scan again`,
      );
    }
    if (!isSameSource(installed.source, source)) {
      return missing(
        `what is installed comes from ${installed.source}, and the call says ${source}; run terraform init again`,
      );
    }
    return this.#openLocal(join(this.#folder, installed.folder), source);
  }

  #openLocal(path: string, source: string): OpenedModule {
    const confined = this.#root.resolve(path);
    if (!confined.ok) {
      if (confined.isMissing) return missing(`there is no folder ${source}`);
      return missing(
        `${source} leads out of the folder that is scanned; run genoscan in a folder that holds both`,
      );
    }
    const isFolder = statSync(confined.path, { throwIfNoEntry: false })?.isDirectory() === true;
    if (!isFolder || !readdirSync(confined.path).some(isConfigurationFile)) {
      return missing(`there is no Terraform configuration in ${source}`);
    }
    return this.#open(confined.path);
  }

  #open(folder: string): Extract<OpenedModule, { kind: "module" }> {
    const path = relative(this.#folder, folder);
    let module = this.#loaded.get(folder);
    if (module === undefined) {
      module = readModule(folder, join(this.#shown, path), this.#root);
      this.#loaded.set(folder, module);
    }
    const [broken] = module.unreadable;
    return {
      kind: "module",
      config: module.config,
      path: path === "" ? "." : path.split(sep).join("/"),
      folder,
      ...(broken !== undefined && { incomplete: `${broken.file} cannot be read` }),
    };
  }
}

function missing(reason: string): OpenedModule {
  return { kind: "missing", reason };
}

/** Terraform writes the host of its public registry into modules.json and leaves the rest as it is or makes it longer. */
function isSameSource(installed: string, called: string): boolean {
  const isRegistry = /^(?:[\w.-]+\.[a-z]+\/)?[\w-]+\/[\w-]+\/[\w-]+(?:\/\/.*)?$/iu;
  if (!isRegistry.test(called) || /^(?:github|bitbucket)\.(?:com|org)\//u.test(called)) return true;
  const bare = (source: string) => source.replace(/^registry\.(?:terraform\.io|opentofu\.org)\//u, "");
  return bare(installed) === bare(called);
}
