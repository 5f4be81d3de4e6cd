import { readFileSync, realpathSync } from "node:fs";
import type { Template } from "../../languages/arm/template.ts";
import { ConfigError } from "../../model/errors.ts";
import { decodeText } from "../decode-text.ts";
import type { BicepProject } from "./bicep-project.ts";
import { describeProblem } from "./describe-problem.ts";

/** The values in a `.bicepparam` file that the command line names. Throws a ConfigError for one that cannot be read. */
export function readParamFile(path: string, project: BicepProject): Template {
  const file = project.files.add(readText(path), { real: realpathSync(path), shown: path });
  const [problem] = file.problems;
  if (problem !== undefined) throw failure(describeProblem(problem));
  return project.parameters(file).template;
}

function readText(path: string): string {
  try {
    return decodeText(readFileSync(path));
  } catch (error) {
    throw failure(`${path}: cannot be read (${(error as NodeJS.ErrnoException).code ?? String(error)})`);
  }
}

function failure(message: string): ConfigError {
  return new ConfigError([{ code: "usage", message: `--param-file ${message}` }]);
}
