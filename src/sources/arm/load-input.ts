import { readFileSync, realpathSync } from "node:fs";
import { basename, dirname, relative } from "node:path";
import { ScanRoot } from "../scan-root.ts";
import type { Input, LoadContext, OpenedInput } from "../source.ts";
import { azureScanOf } from "../azure/azure-scan.ts";
import { givenValues } from "../azure/given-values.ts";
import { readParamFiles } from "../azure/param-files.ts";
import { decodeText } from "../decode-text.ts";
import { OpenedTemplates } from "./opened-templates.ts";

/** A template, or a folder of them. */
export async function loadInput(input: Input, context: LoadContext): Promise<OpenedInput> {
  const given = givenValues(await readParamFiles(context.paramFiles ?? []));
  const { path, text } = input;
  const folder = input.kind === "folder" ? path : undefined;
  const root = path === "-" ? undefined : ScanRoot.of(folder ?? dirname(realpathSync(path)), process.cwd());
  const opened = new OpenedTemplates(root, azureScanOf(context.scan), { context, given });
  if (folder === undefined) {
    const real = path === "-" ? path : realpathSync(path);
    opened.addOnly({ path, real, text, name: nameOf(basename(path)), idPrefix: context.idPrefix });
    return opened;
  }
  for (const file of input.files ?? []) {
    const shown = relative(folder, file);
    const real = realpathSync(file);
    const idPrefix = `${context.idPrefix}${shown}::`;
    opened.add({ path: file, real, text: decodeText(readFileSync(real)), name: nameOf(shown), idPrefix });
  }
  return opened;
}

function nameOf(path: string): string {
  return path.replace(/\.jsonc?$/iu, "");
}
