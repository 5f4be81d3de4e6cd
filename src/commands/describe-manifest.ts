import type { Config, FailOn } from "../config/config.ts";
import { FRAMEWORKS } from "../model/framework.ts";
import type { ResultDigestedFile, ResultFramework, ResultManifest } from "../model/result-document.ts";
import type { Ruleset } from "../ruleset/ruleset.ts";

export interface ManifestInput {
  readonly config: Config;
  /** The ruleset in force: the frameworks that were selected. */
  readonly ruleset: Ruleset;
  readonly ruleFolders: readonly string[];
  readonly failOn: FailOn;
  readonly strict: boolean;
}

/** All that the scan was told besides its inputs, so that it can be repeated. */
export function describeManifest(input: ManifestInput): ResultManifest {
  const { config, ruleset, ruleFolders, failOn, strict } = input;
  const { path, digest, closed } = config;
  const complete = closed === "all" ? closed : [...closed].sort();
  return {
    ...(path !== undefined && digest !== undefined && { config: showFile(path, digest) }),
    parameters: { ...ruleset.parameters },
    frameworks: describeFrameworks(ruleset),
    ...(ruleFolders.length > 0 && { ruleFolders: [...ruleFolders] }),
    ...(complete.length > 0 && { complete }),
    failOn,
    strict,
  };
}

/** The digest is computed when a report shows it. */
function showFile(path: string, digest: () => string): ResultDigestedFile {
  return {
    path,
    get sha256() {
      return digest();
    },
  };
}

function describeFrameworks({ controls }: Ruleset): ResultFramework[] {
  return FRAMEWORKS.flatMap((framework) => {
    const catalogue = controls[framework];
    if (catalogue === undefined) return [];
    const { title, source, asOf, note } = catalogue;
    return [
      { framework, title, source: source.trim(), asOf, ...(note !== undefined && { note: note.trim() }) },
    ];
  });
}
