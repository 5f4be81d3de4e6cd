import { readdirSync } from "node:fs";
import { dirname } from "node:path";
import { isConfigurationFile } from "../../terraform/folder/file-names.ts";

/** The folder that a plan was made from. */
export interface FoundFolder {
  /** As the user names it. */
  readonly path: string;
  /** By `--source`, and not only because the plan lies in it. */
  readonly isNamed: boolean;
}

/**
 * The folder that `--source` names, else the one around the plan when it holds a configuration; for a plan from standard
 * input that is the current folder.
 */
export function findSourceFolder(plan: string, named: string | undefined): FoundFolder | undefined {
  if (named !== undefined) return { path: named, isNamed: true };
  const path = plan === "-" ? "." : dirname(plan);
  return holdsConfiguration(path) ? { path, isNamed: false } : undefined;
}

export function holdsConfiguration(folder: string): boolean {
  try {
    return readdirSync(folder).some(isConfigurationFile);
  } catch {
    return false;
  }
}
