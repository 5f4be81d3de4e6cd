import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { TemplateNode } from "../../languages/cloudformation/template-node.ts";
import type { Gap } from "../../model/diagnostic.ts";
import { SourceError } from "../../model/errors.ts";
import type { Problem, SourceErrorCode } from "../../model/errors.ts";
import type { Resource } from "../../model/resource.ts";
import { decodeText } from "../decode-text.ts";
import { readAnnotations } from "../read-annotations.ts";
import type { CommentedFile } from "../read-annotations.ts";
import type { Input, LoadContext, LoadedInput } from "../source.ts";
import { buildResource } from "./build-resource.ts";
import { CHART_FILE, HOW_TO_RENDER, isChartTemplate } from "./charts.ts";
import { Kustomize } from "./kustomize.ts";
import type { Change } from "./kustomize.ts";
import { isKustomizationFile } from "./kustomization.ts";
import { ManifestFile } from "../../languages/kubernetes/manifest-file.ts";
import { isOfApi, readObjects } from "../../languages/kubernetes/read-objects.ts";
import { ValueReader } from "../../languages/kubernetes/to-value.ts";
import { writtenParts } from "./written-parts.ts";

/** A manifest, or the manifests of a folder as what one cluster holds. */
export async function loadInput(input: Input, context: LoadContext): Promise<LoadedInput> {
  const loader = new ManifestLoader(context.idPrefix);
  if (input.kind === "folder") {
    const files = input.files ?? [];
    const kustomize = new Kustomize(input.path, files);
    for (const path of files.filter((one) => !isKustomizationFile(basename(one)))) {
      const text = decodeText(readFileSync(path));
      loader.tell(path, await loader.add(path, text, kustomize.changeOf(path)));
    }
    return loader.finish();
  }
  const { path, text } = input;
  if (isInChart(path) || isChartTemplate(text)) throw new SourceError([chartProblem(path)]);
  const kustomize = Kustomize.beside(path);
  const outer = kustomize.laysOver(path);
  if (outer !== undefined) throw new SourceError([pieceProblem(path, outer)]);
  const problems = await loader.add(path, text, kustomize.changeOf(path));
  // of several documents those that can be read are read
  if (!loader.holdsObjects) {
    const told = problems.map((problem) => ({ ...problem, message: `${path}: ${problem.message}` }));
    throw new SourceError(told.length > 0 ? told : [emptyProblem(path)]);
  }
  loader.tell(path, problems);
  return loader.finish();
}

class ManifestLoader {
  readonly resources: Resource[] = [];
  /** Whether there is an object, or a list of them, be it empty. */
  holdsObjects = false;
  readonly #gaps: Gap[] = [];
  readonly #commented: CommentedFile[] = [];
  readonly #ids = new Map<string, number>();
  readonly #reader = new ValueReader();
  readonly #idPrefix: string;

  constructor(idPrefix: string) {
    this.#idPrefix = idPrefix;
  }

  /** Takes in the objects of a file; what is wrong with it. */
  async add(path: string, text: string, change?: Change): Promise<readonly Problem<SourceErrorCode>[]> {
    const file = new ManifestFile(path, text);
    this.holdsObjects ||= isOfApi(file);
    const names = new Map<TemplateNode, string>();
    for (const object of readObjects(file)) {
      const resource = buildResource(object, {
        reader: this.#reader,
        idOf: (address) => this.#idOf(address),
        change,
      });
      names.set(object.node, resource.address);
      this.resources.push(resource);
    }
    if (!file.isJson && /#.*genoscan\s*:/iu.test(text)) {
      const { readComments } = await import("./read-comments.ts");
      this.#commented.push({
        comments: readComments(text),
        parts: () => writtenParts(file, names),
        locate: (offset) => file.locate(offset),
        isInstalled: false,
      });
    }
    return file.problems.slice(0, 20).map(({ message, location }) => ({
      code: "kubernetes-syntax",
      message: `not a manifest at line ${String(location.line)}, column ${String(location.column)}: ${message}`,
      location,
    }));
  }

  /** What is wrong with a part of a file leaves the scan incomplete. */
  tell(path: string, problems: readonly Problem<SourceErrorCode>[]): void {
    for (const { message, location } of problems) {
      this.#gaps.push({
        code: "kubernetes-syntax",
        subject: path,
        reason: message,
        ...(location && { location }),
      });
    }
  }

  /** The same object may stand in several files: one for each environment. */
  #idOf(address: string): string {
    const count = (this.#ids.get(address) ?? 0) + 1;
    this.#ids.set(address, count);
    return `${this.#idPrefix}${address}${count === 1 ? "" : `#${String(count)}`}`;
  }

  finish(): LoadedInput {
    const { annotations, diagnostics } = readAnnotations(this.#commented);
    return {
      resources: this.resources,
      diagnostics,
      gaps: this.#gaps,
      annotations,
    };
  }
}

/** A template of a chart, below the folder of the chart that it belongs to. */
function isInChart(path: string): boolean {
  let folder = dirname(path);
  for (let level = 0; level < 4; level += 1) {
    if (/(?:^|[\\/])templates$/u.test(folder) && existsSync(join(dirname(folder), CHART_FILE))) return true;
    folder = dirname(folder);
  }
  return false;
}

function chartProblem(path: string): Problem<SourceErrorCode> {
  return {
    code: "kubernetes-chart-template",
    message: `${path}: this is a template of a Helm chart, which only Helm fills in; ${HOW_TO_RENDER}`,
    location: { file: path },
  };
}

function pieceProblem(path: string, outer: string): Problem<SourceErrorCode> {
  return {
    code: "kubernetes-kustomization-piece",
    message: `${path}: ${outer} lays this over other manifests, and alone it is no object; scan what it makes: kubectl kustomize ${dirname(outer)} > manifests.yaml && genoscan manifests.yaml`,
    location: { file: path },
  };
}

function emptyProblem(path: string): Problem<SourceErrorCode> {
  return {
    code: "input-not-recognised",
    message: `${path}: there is no object of Kubernetes in it: each has an apiVersion, a kind and metadata with a name; of a kustomization scan what it makes: kubectl kustomize FOLDER > manifests.yaml`,
    location: { file: path },
  };
}
