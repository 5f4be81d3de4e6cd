import { readdirSync, realpathSync } from "node:fs";
import { openConfiguration } from "../../../src/languages/hcl/evaluator/configuration.ts";
import type { Configuration } from "../../../src/languages/hcl/evaluator/configuration.ts";
import { folderHost } from "../../../src/sources/terraform/folder/folder-host.ts";
import { ModuleLoader } from "../../../src/sources/terraform/folder/module-loader.ts";
import { ProviderConfigs } from "../../../src/sources/terraform/folder/provider-configs.ts";
import { readRootInputs } from "../../../src/sources/terraform-hcl/root-inputs.ts";
import { scannedFiles } from "../../../src/sources/terraform/folder/scanned-files.ts";
import { ScanRoot } from "../../../src/sources/scan-root.ts";
import type { TerraformOptions } from "../../../src/sources/source.ts";
import { DEFAULT_SETTINGS } from "../../rules/all-rules.ts";

const NO_OPTIONS: TerraformOptions = { vars: [], varFiles: [], workspace: undefined };

/** The evaluator over a folder, without what makes resources of it. */
export function openFolder(path: string, options: TerraformOptions = NO_OPTIONS): Configuration {
  const folder = realpathSync(path);
  const root = ScanRoot.of(folder, folder);
  const loader = new ModuleLoader(folder, path, root);
  const inputs = readRootInputs({ path: folder, shown: path, names: readdirSync(folder) }, root, options);
  const host = folderHost({
    files: scannedFiles(folder, root),
    workspace: "default",
    loader,
    input: (name) => inputs.values.get(name),
    providers: new ProviderConfigs("", DEFAULT_SETTINGS, () => true),
  });
  return openConfiguration(loader.openRoot(), host, "");
}
