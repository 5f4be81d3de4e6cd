import { readdirSync, realpathSync } from "node:fs";
import { openConfiguration } from "../../languages/hcl/evaluator/configuration.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { LoadContext, LoadedInput, TerraformOptions } from "../source.ts";
import { buildResources } from "../terraform/build-resources.ts";
import { checkDeclarations } from "./check-declarations.ts";
import { describeProblems } from "./describe-problems.ts";
import { findGaps } from "./find-gaps.ts";
import { folderHost } from "../terraform/folder/folder-host.ts";
import { ModuleLoader } from "../terraform/folder/module-loader.ts";
import { ProviderConfigs } from "../terraform/folder/provider-configs.ts";
import { fitOfProvider, majorsOfProvider } from "./provider-version.ts";
import { readRootInputs } from "./root-inputs.ts";
import { readAnnotations } from "../read-annotations.ts";
import { commentedFile } from "../terraform/folder/commented-file.ts";
import { scannedFiles } from "../terraform/folder/scanned-files.ts";
import { ScanRoot } from "../scan-root.ts";
import { readWorkspace } from "../terraform/folder/workspace.ts";
import { writtenResource } from "./written-resource.ts";

const NO_OPTIONS: TerraformOptions = { vars: [], varFiles: [], workspace: undefined };

/** Evaluates the root module in a folder, as the user named it. */
export async function loadFolder(path: string, context: LoadContext): Promise<LoadedInput> {
  const { idPrefix, settings, terraform = NO_OPTIONS } = context;
  const current = process.cwd();
  const folder = realpathSync(path);
  const root = ScanRoot.of(folder, current);
  const shown = path === "." ? "" : path;
  const loader = new ModuleLoader(folder, shown, root);
  const inputs = readRootInputs({ path: folder, shown, names: readdirSync(folder) }, root, terraform);
  const resourceIds = new Set<string>();
  const isResource = (id: string): boolean => resourceIds.has(id);
  const providers = new ProviderConfigs(idPrefix, settings, isResource);
  const files = scannedFiles(folder, root);
  const host = folderHost({
    files,
    workspace: terraform.workspace ?? readWorkspace(folder, root),
    loader,
    input: (name) => inputs.values.get(name),
    providers,
  });
  const configuration = openConfiguration(loader.openRoot(), host, idPrefix);
  for (const { id } of configuration.resources) resourceIds.add(id);
  const modules = loader.loaded().map(({ config }) => config);
  const majors = majorsOfProvider(folder, root, modules);
  const written = configuration.resources.map((instance) =>
    writtenResource(instance, providers, isResource, majors),
  );
  const built = buildResources(written);
  const read = readAnnotations(modules.flatMap(({ files: parsed }) => parsed).map(commentedFile));
  const diagnostics: readonly Diagnostic[] = [
    ...read.diagnostics,
    ...describeProblems(configuration, loader, inputs),
    ...checkDeclarations(configuration, fitOfProvider(majors)),
    ...built.diagnostics,
  ];
  return {
    resources: [...built.resources, ...providers.deployments()],
    diagnostics,
    annotations: read.annotations,
    gaps: await findGaps(configuration, loader, inputs, files.withheld),
  };
}
