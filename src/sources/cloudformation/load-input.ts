import { realpathSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import type { Value } from "../../model/value.ts";
import { ScanRoot } from "../scan-root.ts";
import type { Input, LoadContext, LoadedInput } from "../source.ts";
import { checkTemplate, tellProblems } from "./check-template.ts";
import { loadFolder } from "./load-folder.ts";
import { loadStacks } from "./load-stacks.ts";
import { TemplateOpener } from "./open-template.ts";
import { readParamFiles } from "./param-files.ts";
import { besideManifest, placeOfStack } from "./place-of-stack.ts";
import { tellAssembly } from "./tell-assembly.ts";
import { tellUploaded } from "./tell-uploaded.ts";
import { TemplatesAround } from "./templates-around.ts";
import { Told } from "./told.ts";
import { unwrapTemplate } from "./unwrap-template.ts";

/** A template, what the command line wraps around one, or a folder of them. */
export async function loadInput(input: Input, context: LoadContext): Promise<LoadedInput> {
  const told = new Told();
  const given = await readParamFiles(context.paramFiles ?? []);
  if (input.kind === "folder") return loadFolder(input, context, given, told);
  return loadFile(input, context, given, told);
}

async function loadFile(
  { path, text }: Input,
  context: LoadContext,
  given: ReadonlyMap<string, Value>,
  told: Told,
): Promise<LoadedInput> {
  const isFile = path !== "-";
  const real = isFile ? realpathSync(path) : path;
  const opener = isFile ? openerOf(path, real) : new TemplateOpener(undefined);
  const { file, place: toldPlace } = await unwrapTemplate(await opener.openText(path, real, text), told);
  checkTemplate(file);
  tellProblems(file, told);
  const template = await opener.withNested(file, real);
  tellUploaded(template, told);
  const name = basename(path).replace(/(?:\.template)?\.(?:ya?ml|json|template)$/iu, "");
  const deployment = `${context.idPrefix}stack[${JSON.stringify(name)}]`;
  const stack = toldPlace === undefined && isFile ? besideManifest(real) : undefined;
  if (stack !== undefined) tellAssembly(stack, told);
  const place = placeOfStack(toldPlace ?? stack, { deployment, context, given });
  const values = new Map([...(stack?.parameters ?? []), ...given]);
  return loadStacks([{ template, place, idPrefix: context.idPrefix, given: values, name }], told);
}

/** Opens a file and, inside of the scan root, the templates that it names. */
function openerOf(path: string, real: string): TemplateOpener {
  const root = ScanRoot.of(dirname(real), process.cwd());
  const around = new TemplatesAround(root.folder, (found) =>
    join(dirname(path), relative(dirname(real), found)),
  );
  return new TemplateOpener(root, (name) => around.named(name));
}
