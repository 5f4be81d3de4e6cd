import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { TerraformOptions } from "../../../src/sources/source.ts";

/** The arguments of `terraform plan` as genoscan takes them; files stand in the folder of the file. */
export function readArguments(file: string): TerraformOptions {
  const args = JSON.parse(readFileSync(file, "utf8")) as readonly string[];
  const vars: { readonly name: string; readonly text: string }[] = [];
  const varFiles: string[] = [];
  for (const [index, option] of args.entries()) {
    const given = args[index + 1] ?? "";
    if (option === "-var-file") varFiles.push(join(dirname(file), given));
    if (option !== "-var") continue;
    const [name = "", ...text] = given.split("=");
    vars.push({ name, text: text.join("=") });
  }
  return { vars, varFiles, workspace: undefined };
}
