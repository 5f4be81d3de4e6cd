import { readFileSync, realpathSync } from "node:fs";
import { basename, dirname, relative } from "node:path";
import type { Template } from "../../languages/arm/template.ts";
import type { ArmValue } from "../../languages/arm/values/arm-value.ts";
import type { BicepFile } from "../../languages/bicep/ast.ts";
import type { Diagnostic, Gap } from "../../model/diagnostic.ts";
import { SourceError } from "../../model/errors.ts";
import { givenValues } from "../azure/given-values.ts";
import { loadDeployments } from "../azure/load-deployments.ts";
import type { AzureDeployment } from "../azure/load-deployments.ts";
import { readParamFiles } from "../azure/param-files.ts";
import { decodeText } from "../decode-text.ts";
import { ScanRoot } from "../scan-root.ts";
import type { Input, LoadContext, LoadedInput } from "../source.ts";
import { BicepProject } from "./bicep-project.ts";
import { describeProblem } from "./describe-problem.ts";
import { findEntryPoints } from "./entry-points.ts";
import type { EntryPoint } from "./entry-points.ts";
import type { ParseYaml } from "./folder-host.ts";
import { isParameterFile } from "./looks-like-bicep.ts";
import { openEntry } from "./open-entry.ts";
import { readAnnotations } from "../read-annotations.ts";
import { commentedFile } from "./commented-file.ts";
import { readParamFile } from "./read-param-file.ts";

/** A Bicep file with its modules, a parameter file with what it uses, or a folder of them. */
export async function loadInput(input: Input, context: LoadContext): Promise<LoadedInput> {
  const json = await readParamFiles(context.paramFiles ?? []);
  const run = (yaml: ParseYaml | undefined): LoadedBicep =>
    input.kind === "folder" ? loadFolder(input, context, json, yaml) : loadFile(input, context, json, yaml);
  const loaded = run(undefined);
  if (!loaded.wantsYaml) return loaded.result;
  // few files read YAML, and its parser takes longer to load than all of Bicep
  const { parseTemplateYamlPatiently } =
    await import("../../languages/cloudformation/parse-template-yaml-patiently.ts");
  return run(parseTemplateYamlPatiently).result;
}

interface LoadedBicep {
  readonly result: LoadedInput;
  readonly wantsYaml: boolean;
}

function loadFile(
  { path, text }: Input,
  context: LoadContext,
  json: readonly Template[],
  yaml: ParseYaml | undefined,
): LoadedBicep {
  const root = path === "-" ? undefined : ScanRoot.of(dirname(realpathSync(path)), process.cwd());
  const project = new BicepProject(root, yaml);
  const file = project.add(path, text);
  refuse(file);
  const entry: EntryPoint = isParameterFile(path)
    ? { template: undefined, parameters: file }
    : { template: file, parameters: undefined };
  const name = nameOf(basename(path));
  return load(project, [{ entry, name, idPrefix: context.idPrefix }], context, json);
}

/** Half a file must not be judged. All that is wrong in it is told. */
function refuse({ problems }: BicepFile): void {
  if (problems.length === 0) return;
  throw new SourceError(
    problems.map((problem) => ({
      code: "bicep-syntax",
      message: describeProblem(problem),
      location: problem.location,
    })),
  );
}

function loadFolder(
  { path: folder, files = [] }: Input,
  context: LoadContext,
  json: readonly Template[],
  yaml: ParseYaml | undefined,
): LoadedBicep {
  const project = new BicepProject(ScanRoot.of(folder, process.cwd()), yaml);
  const gaps: Gap[] = [];
  const readable: BicepFile[] = [];
  for (const path of files) {
    const file = project.add(path, decodeText(readFileSync(path)));
    if (file.problems.length === 0) readable.push(file);
    for (const { code, message, location } of file.problems) {
      gaps.push({ code, subject: path, reason: message, location });
    }
  }
  const entries = findEntryPoints(readable, project.files).map((entry): NamedEntry => {
    const shown = relative(folder, (entry.parameters ?? entry.template)?.source.path ?? folder);
    return { entry, name: nameOf(shown), idPrefix: `${context.idPrefix}${shown}::` };
  });
  const { result, wantsYaml } = load(project, entries, context, json);
  return { result: { ...result, gaps: [...gaps, ...result.gaps] }, wantsYaml };
}

interface NamedEntry extends Pick<AzureDeployment, "name" | "idPrefix"> {
  readonly entry: EntryPoint;
}

function load(
  project: BicepProject,
  entries: readonly NamedEntry[],
  context: LoadContext,
  json: readonly Template[],
): LoadedBicep {
  const diagnostics: Diagnostic[] = [];
  const gaps: Gap[] = [];
  const written = (context.paramFiles ?? [])
    .filter(isParameterFile)
    .map((path) => readParamFile(path, project));
  const values: ReadonlyMap<string, ArmValue> = givenValues([...json, ...written]);
  const deployments = entries.flatMap(({ entry, name, idPrefix }): readonly AzureDeployment[] => {
    const opened = openEntry(entry, project);
    diagnostics.push(...opened.diagnostics);
    gaps.push(...opened.gaps);
    if (opened.template === undefined) return [];
    const given = new Map([...opened.given, ...values]);
    return [{ template: opened.template, given, name, idPrefix }];
  });
  const loaded = loadDeployments(deployments, context);
  const read = readAnnotations(project.files.opened().map(commentedFile));
  return {
    wantsYaml: project.wantsYaml,
    result: {
      resources: loaded.resources,
      diagnostics: [...read.diagnostics, ...diagnostics, ...loaded.diagnostics],
      annotations: read.annotations,
      gaps: [...gaps, ...loaded.gaps],
    },
  };
}

function nameOf(path: string): string {
  return path.replace(/\.bicep(?:param)?$/iu, "");
}
