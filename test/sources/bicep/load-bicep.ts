import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Resource } from "../../../src/model/resource.ts";
import type { Value } from "../../../src/model/value.ts";
import { readInputs } from "../../../src/sources/read-inputs.ts";
import type { ReadResult } from "../../../src/sources/read-inputs.ts";
import { showValue } from "../../../src/triage/show-value.ts";
import { DEFAULT_SETTINGS } from "../../rules/all-rules.ts";

/** Files of a folder by their paths. */
export type Files = Readonly<Record<string, string>>;

/** Scans files that are written into a folder for the time of the scan: the one named first, some, or all with `"."`. */
export async function loadBicep(
  files: Files,
  path: string | readonly string[] = Object.keys(files)[0] ?? ".",
  paramFiles: readonly string[] = [],
): Promise<ReadResult> {
  const folder = mkdtempSync(join(tmpdir(), "genoscan-test-bicep-"));
  try {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(join(folder, dirname(name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    const read = await readInputs(
      [path].flat().map((one) => join(folder, one)),
      {
        settings: DEFAULT_SETTINGS,
        paramFiles: paramFiles.map((file) => join(folder, file)),
      },
    );
    return withoutFolder(read, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Messages and subjects as if the folder were the current one. */
function withoutFolder(read: ReadResult, folder: string): ReadResult {
  const cut = (text: string): string => text.replaceAll(`${folder}/`, "");
  return {
    ...read,
    gaps: read.gaps.map((gap) => ({ ...gap, subject: cut(gap.subject), reason: cut(gap.reason) })),
    diagnostics: read.diagnostics.map((told) => ({ ...told, message: cut(told.message) })),
    problems: read.problems.map((problem) => ({ ...problem, message: cut(problem.message) })),
  };
}

export function resourceOf({ resources }: ReadResult, address: string): Resource {
  const found = resources.find((resource) => resource.address === address);
  if (found === undefined) {
    throw new Error(
      `there is no ${address}, only ${resources.map((resource) => resource.address).join(", ")}`,
    );
  }
  return found;
}

/** The addresses of what is declared, deployments of modules and the input itself not. */
export function addressesOf({ resources }: ReadResult): readonly string[] {
  return resources
    .filter(({ declared, type }) => declared === "here" && !/deployments?$/iu.test(type))
    .map(({ address }) => address);
}

/** A value as inspect prints it. */
export function show(value: Value | undefined): unknown {
  if (value === undefined) return undefined;
  return showValue(value, (id) => id, { text: Infinity, items: Infinity, depth: 200 }).value;
}

/** The value of an expression, in a property of a resource. */
export async function valueOf(expression: string, declarations = ""): Promise<unknown> {
  const text = `${declarations}
resource probe 'Genoscan.Test/probes@2024-01-01' = {
  name: 'probe'
  value: ${expression}
}
`;
  const read = await loadBicep({ "main.bicep": text });
  if (read.problems.length > 0) throw new Error(read.problems[0]?.message);
  return show(resourceOf(read, "probe").properties["value"]);
}
