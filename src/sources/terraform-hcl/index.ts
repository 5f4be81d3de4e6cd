import type { Source } from "../source.ts";
import { isConfigurationFile } from "../terraform/folder/file-names.ts";

/** A folder with a Terraform or OpenTofu configuration: its root module. */
export const terraformHcl: Source = {
  name: "terraform-hcl",
  title: "Folder with a Terraform configuration (*.tf, *.tf.json, *.tofu)",
  detect: ({ kind, names }) => kind === "folder" && names?.some(isConfigurationFile) === true,
  async parts(folder) {
    const { calledFolders } = await import("./called-folders.ts");
    return calledFolders(folder);
  },
  async load({ path }, context) {
    // parser and evaluator are read when they are needed: a plan needs neither
    const { loadFolder } = await import("./load-folder.ts");
    return loadFolder(path, context);
  },
};
