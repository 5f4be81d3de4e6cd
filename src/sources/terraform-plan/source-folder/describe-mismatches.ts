import type { Diagnostic } from "../../../model/diagnostic.ts";
import type { UnreadableFile } from "../../terraform/folder/read-module.ts";
import type { Comparison } from "./compare-configuration.ts";
import type { FoundFolder } from "./find-source-folder.ts";

/** One folder gone astray must not bury what else there is to say. */
const MOST = 5;

/** What of a plan has no place in the folder, and why. */
export function describeMismatches(
  { path }: FoundFolder,
  { differences, missing, declared }: Comparison,
  contradictions: ReadonlyMap<string, string>,
  unreadable: readonly UnreadableFile[],
): readonly Diagnostic[] {
  const broken = unreadable.slice(0, MOST).map(({ file, reason, location }): Diagnostic => {
    const message = `${file} cannot be read, so findings of what it declares have no place: ${reason}`;
    return { code: "terraform-source-unreadable", level: "warning", message, location };
  });
  if (declared === 0 && differences.size > 0 && unreadable.length === 0) {
    const message = `the folder ${path} declares no resource of the plan, so no finding has a place in it; name the folder that the plan was made from with --source`;
    return [{ code: "terraform-source-differs", level: "warning", message, location: { file: path } }];
  }
  const unopened = limit([...missing], (address, reason) => ({
    code: "terraform-source-module-missing",
    message: `${address}: ${reason}; findings of what it makes have no place`,
  }));
  const differing = limit([...differences, ...contradictions], (address, difference) => ({
    code: "terraform-source-differs",
    message: `${address}: ${difference}; the plan was made from another state of ${path}, so plan again`,
  }));
  return [...broken, ...unopened, ...differing];
}

function limit(
  found: readonly (readonly [string, string])[],
  describe: (address: string, text: string) => Pick<Diagnostic, "code" | "message">,
): readonly Diagnostic[] {
  const shown = found.slice(0, MOST).map(([address, text]) => describe(address, text));
  const [last] = shown.slice(-1);
  if (last === undefined) return [];
  const more = found.length - shown.length;
  const all =
    more === 0 ? shown : [...shown, { code: last.code, message: `and ${String(more)} more like this` }];
  return all.map((told) => ({ ...told, level: "warning" }));
}
