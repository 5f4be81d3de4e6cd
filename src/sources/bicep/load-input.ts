import { readFileSync, realpathSync } from "node:fs";
import { basename, dirname, relative } from "node:path";
import type { Template } from "../../languages/arm/template.ts";
import type { ArmValue } from "../../languages/arm/values/arm-value.ts";
import type { BicepFile } from "../../languages/bicep/ast.ts";
import type { Diagnostic, Gap } from "../../model/diagnostic.ts";
import { SourceError } from "../../model/errors.ts";
import { givenValues } from "../azure/given-values.ts";
import { azureScanOf } from "../azure/azure-scan.ts";
import { buildDeployments } from "../azure/build-deployments.ts";
import { OpenedDeployment } from "../azure/opened-deployment.ts";
import type { AzureDeployment } from "../azure/opened-deployment.ts";
import { readParamFiles } from "../azure/param-files.ts";
import { decodeText } from "../decode-text.ts";
import { ScanRoot } from "../scan-root.ts";
import type { Input, LoadContext, LoadedInput, OpenedInput } from "../source.ts";
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
export async function loadInput(input: Input, context: LoadContext): Promise<OpenedInput> {
  const json = await readParamFiles(context.paramFiles ?? []);
  const run = (yaml: ParseYaml | undefined): OpenedBicep =>
    input.kind === "folder" ? openFolder(input, context, json, yaml) : openFile(input, context, json, yaml);
  const opened = run(undefined);
  if (!opened.project.wantsYaml) return join(opened, context);
  // few files read YAML, and its parser takes longer to load than all of Bicep
  const { parseTemplateYamlPatiently } =
    await import("../../languages/cloudformation/parse-template-yaml-patiently.ts");
  return join(run(parseTemplateYamlPatiently), context);
}

interface OpenedBicep {
  readonly project: BicepProject;
  readonly deployments: readonly OpenedDeployment[];
  readonly diagnostics: readonly Diagnostic[];
  readonly gaps: readonly Gap[];
}

/** Tells the other inputs what is in this one. */
function join(opened: OpenedBicep, context: LoadContext): OpenedInput {
  const { project, deployments } = opened;
  const scan = azureScanOf(context.scan);
  for (const file of project.files.opened()) {
    const real = project.files.realOf(file);
    if (real === undefined || file.problems.length > 0) continue;
    scan.addBicep(real, { shown: file.source.path, template: () => project.template(file) });
  }
  for (const [real, by] of project.files.compiled) scan.addModule(real, by);
  for (const deployment of deployments) scan.addMaker(deployment);
  return {
    finish(): LoadedInput {
      scan.settle();
      const built = buildDeployments(deployments, scan);
      const read = readAnnotations(project.files.opened().map(commentedFile));
      return {
        resources: built.resources,
        diagnostics: [...read.diagnostics, ...opened.diagnostics, ...built.diagnostics],
        annotations: read.annotations,
        gaps: [...opened.gaps, ...built.gaps],
      };
    },
  };
}

function openFile(
  { path, text }: Input,
  context: LoadContext,
  json: readonly Template[],
  yaml: ParseYaml | undefined,
): OpenedBicep {
  const root = path === "-" ? undefined : ScanRoot.of(dirname(realpathSync(path)), process.cwd());
  const project = new BicepProject(root, yaml);
  const file = project.add(path, text);
  refuse(file);
  const entry: EntryPoint = isParameterFile(path)
    ? { template: undefined, parameters: file }
    : { template: file, parameters: undefined };
  const name = nameOf(basename(path));
  return open(project, [{ entry, name, idPrefix: context.idPrefix }], context, json);
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

function openFolder(
  { path: folder, files = [] }: Input,
  context: LoadContext,
  json: readonly Template[],
  yaml: ParseYaml | undefined,
): OpenedBicep {
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
  const opened = open(project, entries, context, json);
  return { ...opened, gaps: [...gaps, ...opened.gaps] };
}

interface NamedEntry extends Pick<AzureDeployment, "name" | "idPrefix"> {
  readonly entry: EntryPoint;
}

function open(
  project: BicepProject,
  entries: readonly NamedEntry[],
  context: LoadContext,
  json: readonly Template[],
): OpenedBicep {
  const diagnostics: Diagnostic[] = [];
  const gaps: Gap[] = [];
  const written = (context.paramFiles ?? [])
    .filter(isParameterFile)
    .map((path) => readParamFile(path, project));
  const values: ReadonlyMap<string, ArmValue> = givenValues([...json, ...written]);
  const deployments = entries.flatMap(({ entry, name, idPrefix }): readonly OpenedDeployment[] => {
    const opened = openEntry(entry, project);
    diagnostics.push(...opened.diagnostics);
    gaps.push(...opened.gaps);
    if (opened.template === undefined) return [];
    const given = new Map([...opened.given, ...values]);
    return [new OpenedDeployment({ template: opened.template, given, name, idPrefix }, context)];
  });
  return { project, deployments, diagnostics, gaps };
}

function nameOf(path: string): string {
  return path.replace(/\.bicep(?:param)?$/iu, "");
}
