import type { HclValue } from "../../languages/hcl/values/hcl-value.ts";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { RootInput } from "../../languages/hcl/evaluator/shared.ts";
import { parseHcl } from "../../languages/hcl/parse-hcl.ts";
import { EvaluationError } from "../../languages/hcl/values/evaluation-error.ts";
import { parseJson } from "../../languages/hcl/values/parse-json.ts";
import { SourceError } from "../../model/errors.ts";
import { decodeText } from "../decode-text.ts";
import type { TerraformOptions } from "../source.ts";
import { selectValueFiles } from "../terraform/folder/file-names.ts";
import { readText } from "../terraform/folder/read-module.ts";
import type { UnreadableFile } from "../terraform/folder/read-module.ts";
import type { ScanRoot } from "../scan-root.ts";

/** What the user gives to the variables of the root module, by name. */
export interface RootInputs {
  readonly values: ReadonlyMap<string, RootInput>;
  /** The names that the user gave by hand, each of which should be a variable. */
  readonly named: readonly string[];
  readonly unreadable: readonly UnreadableFile[];
}

interface Folder {
  readonly path: string;
  readonly shown: string;
  readonly names: readonly string[];
}

/**
 * The values of the folder's own files, then of `--var-file`, then of `--var`; later ones win. Environment variables are
 * not read: a scan means the same on every machine. Throws a SourceError for a `--var-file` that cannot be read.
 */
export function readRootInputs(folder: Folder, root: ScanRoot, options: TerraformOptions): RootInputs {
  const values = new Map<string, RootInput>();
  const unreadable: UnreadableFile[] = [];
  for (const name of selectValueFiles(folder.names)) {
    const shown = join(folder.shown, name);
    const text = readText(join(folder.path, name), root);
    if (typeof text === "string") addFile(text, shown, values, unreadable);
    else unreadable.push({ file: shown, reason: text.reason, location: { file: shown } });
  }
  for (const file of options.varFiles) addFile(readVarFile(file), file, values, unreadable);
  const named = options.vars.map(({ name, text }) => {
    values.set(name, { kind: "text", text, from: "--var" });
    return name;
  });
  return { values, named, unreadable };
}

/** The user names this file on the command line, so it may lie anywhere. */
function readVarFile(file: string): string {
  try {
    return decodeText(readFileSync(file));
  } catch (cause) {
    const { code = String(cause) } = cause as NodeJS.ErrnoException;
    const reason =
      code === "ENOENT" ? "there is no such file; check the path of --var-file" : `cannot be read (${code})`;
    throw new SourceError([{ code: "input-unreadable", message: `${file}: ${reason}`, location: { file } }], {
      cause,
    });
  }
}

function addFile(
  text: string,
  shown: string,
  values: Map<string, RootInput>,
  unreadable: UnreadableFile[],
): void {
  const read = shown.endsWith(".json") ? readJson(text, shown) : readNative(text, shown);
  if (!(read instanceof Map)) unreadable.push(read as UnreadableFile);
  else for (const [name, input] of read as ReadonlyMap<string, RootInput>) values.set(name, input);
}

function readNative(text: string, shown: string): ReadonlyMap<string, RootInput> | UnreadableFile {
  const { body, problems } = parseHcl(text, shown);
  const [problem] = problems;
  if (problem !== undefined) {
    return { file: shown, reason: problem.message, location: problem.location, text };
  }
  return new Map(
    [...body.attributes].map(([name, { value }]) => [name, { kind: "expression", expression: value }]),
  );
}

/** In a file of values JSON is data, and `${` in it nothing but text. */
function readJson(text: string, shown: string): ReadonlyMap<string, RootInput> | UnreadableFile {
  const broken = (reason: string): UnreadableFile => ({ file: shown, reason, location: { file: shown } });
  try {
    const { data } = parseJson(text);
    if (!(data instanceof Map)) return broken("the values of variables are a JSON object");
    const inputs = new Map<string, RootInput>();
    for (const [name, value] of data as ReadonlyMap<string, HclValue>) {
      inputs.set(name, { kind: "value", value });
    }
    return inputs;
  } catch (error) {
    if (error instanceof EvaluationError) return broken(error.message);
    throw error;
  }
}
