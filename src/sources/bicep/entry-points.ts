import type { BicepFile, TextExpression } from "../../languages/bicep/ast.ts";
import type { BicepFiles } from "./bicep-files.ts";
import { isParameterFile } from "./looks-like-bicep.ts";
import { isRemote } from "./module-reference.ts";

/** What is deployed: a template, with the values of a parameter file when there is one for it. */
export interface EntryPoint {
  /** Nothing when the parameter file is to say it. */
  readonly template: BicepFile | undefined;
  readonly parameters: BicepFile | undefined;
}

/**
 * What of the files of a folder is deployed on its own: parameter files with what they use, and the templates that no
 * other file uses. A file that only declares types, variables or functions for others is none. Of files that use each
 * other in a circle one counts.
 */
export function findEntryPoints(files: readonly BicepFile[], opened: BicepFiles): readonly EntryPoint[] {
  const entries: EntryPoint[] = [];
  const targets: string[] = [];
  const uses = new Map<string, readonly string[]>();
  for (const file of files) {
    const real = opened.realOf(file);
    if (real === undefined) continue;
    const found = pathsIn(file).flatMap(({ path, isUsing }) => {
      const target = isRemote(path) ? undefined : opened.find(path, file);
      if (target === undefined || "refused" in target) return [];
      if (isUsing) targets.push(target.real);
      return target.real === real ? [] : [target.real];
    });
    uses.set(real, found);
    if (usesSomething(file)) entries.push({ template: undefined, parameters: file });
  }
  const used = new Set([...uses.values()].flat());
  const reached = new Set<string>();
  for (const target of targets) reach(target, uses, reached);
  const candidates = files.filter((file) => !isParameterFile(file.source.path) && deploysSomething(file));
  const isFree = (file: BicepFile): boolean => !used.has(opened.realOf(file) ?? "");
  for (const file of [...candidates.filter(isFree), ...candidates]) {
    const real = opened.realOf(file);
    if (real === undefined || reached.has(real)) continue;
    reach(real, uses, reached);
    entries.push({ template: file, parameters: undefined });
  }
  return entries;
}

function usesSomething({ statements }: BicepFile): boolean {
  return statements.some((statement) => statement.kind === "using" && statement.path !== undefined);
}

/** Adds a file and all that it uses. */
function reach(start: string, uses: ReadonlyMap<string, readonly string[]>, reached: Set<string>): void {
  const waiting = [start];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (reached.has(next)) continue;
    reached.add(next);
    waiting.push(...(uses.get(next) ?? []));
  }
}

interface UsedPath {
  readonly path: string;
  readonly isUsing: boolean;
}

function pathsIn({ statements }: BicepFile): readonly UsedPath[] {
  return statements.flatMap((statement): readonly UsedPath[] => {
    switch (statement.kind) {
      case "module":
      case "import":
      case "extends":
        return usedPath(statement.path, false);
      case "using":
        return statement.path === undefined ? [] : usedPath(statement.path, true);
      default:
        return [];
    }
  });
}

function usedPath({ segments, holes }: TextExpression, isUsing: boolean): readonly UsedPath[] {
  const [path = ""] = segments;
  return holes.length === 0 ? [{ path, isUsing }] : [];
}

function deploysSomething({ statements }: BicepFile): boolean {
  return statements.some(({ kind }) => kind === "resource" || kind === "module");
}
