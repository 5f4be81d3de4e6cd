import type { Configuration } from "../../languages/hcl/evaluator/configuration.ts";
import { locate } from "../../languages/hcl/evaluator/locate.ts";
import type { MissingModule } from "../../languages/hcl/evaluator/missing-module.ts";
import type { Gap } from "../../model/diagnostic.ts";
import { explainSyntax } from "./explain-syntax.ts";
import type { ModuleLoader } from "../terraform/folder/module-loader.ts";
import type { UnreadableFile } from "../terraform/folder/read-module.ts";
import type { RootInputs } from "./root-inputs.ts";

/** What of a configuration could not be read: files, modules, and what is larger than genoscan evaluates. */
export async function findGaps(
  configuration: Configuration,
  loader: ModuleLoader,
  inputs: RootInputs,
  withheld: ReadonlyMap<string, string>,
): Promise<readonly Gap[]> {
  const unreadable = [...loader.loaded().flatMap((module) => module.unreadable), ...inputs.unreadable];
  const files: Gap[] = [];
  for (const file of unreadable) files.push(await fileGap(file));
  for (const [subject, reason] of withheld) files.push({ code: "terraform-file-withheld", subject, reason });
  return [...files, ...moduleGaps(configuration.missing), ...limitGaps(configuration)];
}

async function fileGap({ file, reason, location, text }: UnreadableFile): Promise<Gap> {
  const explained = text === undefined ? undefined : await explainSyntax(file, text);
  return { code: "terraform-unreadable", subject: file, reason: explained ?? reason, location };
}

/** One for each call, however many instances it has. */
function moduleGaps(missing: readonly MissingModule[]): readonly Gap[] {
  const gaps = new Map<object, Gap>();
  for (const { address, section, reason } of missing) {
    if (gaps.has(section.block)) continue;
    const subject = address.replace(/\[[^\]]*\]$/u, "");
    gaps.set(section.block, {
      code: "terraform-module-missing",
      subject,
      reason,
      location: locate(section.file, section.block.start),
    });
  }
  return [...gaps.values()];
}

function limitGaps({ interpreter, unlisted }: Configuration): readonly Gap[] {
  const limits = interpreter.meter.exceeded === undefined ? [] : [interpreter.meter.exceeded];
  const told = limits.map(
    (limit) => `not evaluated to the end: ${limit}; what depends on the rest is unknown`,
  );
  return [...told, ...unlisted].map((reason) => ({
    code: "terraform-limit",
    subject: "configuration",
    reason,
  }));
}
