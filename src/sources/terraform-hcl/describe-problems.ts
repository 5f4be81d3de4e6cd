import type { Configuration } from "../../languages/hcl/evaluator/configuration.ts";
import { locate } from "../../languages/hcl/evaluator/locate.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { didYouMean } from "../../model/did-you-mean.ts";
import { ownOfOpenTofu } from "../terraform/folder/file-names.ts";
import type { ModuleLoader } from "../terraform/folder/module-loader.ts";
import type { RootInputs } from "./root-inputs.ts";

/** What there is to say about a configuration that is no gap: Terraform itself would stop there. */
export function describeProblems(
  configuration: Configuration,
  loader: ModuleLoader,
  inputs: RootInputs,
): readonly Diagnostic[] {
  const duplicates = loader.loaded().flatMap(({ duplicates: found }) =>
    found.map(({ name, first, second }): Diagnostic => {
      const { file, line } = locate(first.file, first.block.start);
      const message = `${name} is declared twice, first at ${file}:${String(line)}; genoscan reads the first one`;
      return {
        code: "terraform-duplicate",
        level: "error",
        message,
        location: locate(second.file, second.block.start),
      };
    }),
  );
  const refused = configuration.problems.map(({ message, location }): Diagnostic => {
    return {
      code: "terraform-evaluation",
      level: "warning",
      message: `Terraform would refuse this: ${message}`,
      location,
    };
  });
  const replaced = loader.loaded().flatMap((module) => module.replaced.map(describeReplaced));
  return [...duplicates, ...replaced, ...refused, ...undeclared(configuration, inputs)];
}

function describeReplaced(file: string): Diagnostic {
  const message = `${file} is not read: OpenTofu reads ${ownOfOpenTofu(file)} in its place; what you deploy with Terraform, scan without that file`;
  return { code: "terraform-file-replaced", level: "warning", message, location: { file } };
}

function undeclared({ root }: Configuration, { named }: RootInputs): readonly Diagnostic[] {
  const { variables } = root.config;
  return named
    .filter((name) => !variables.has(name))
    .map((name) => {
      const message = `--var ${name}: the configuration has no such variable${didYouMean(name, variables.keys())}`;
      return { code: "terraform-undeclared-variable", level: "warning", message };
    });
}
