import type { TerraformOptions } from "../sources/source.ts";
import type { InspectArguments } from "./arguments.ts";
import { usageError } from "./usage-error.ts";

/** What `--var`, `--var-file`, `--workspace` and `--source` say. Throws a ConfigError for a variable without a value. */
export function terraformOptions(
  args: Pick<InspectArguments, "var" | "var-file" | "workspace" | "source">,
): TerraformOptions {
  const vars = (args.var ?? []).map((text) => {
    const split = text.indexOf("=");
    if (split < 1) throw usageError(`--var ${text}: write --var NAME=VALUE`);
    return { name: text.slice(0, split).trim(), text: text.slice(split + 1) };
  });
  return { vars, varFiles: args["var-file"] ?? [], workspace: args.workspace, source: args.source };
}
