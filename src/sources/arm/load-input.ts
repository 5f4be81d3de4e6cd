import { readFileSync, realpathSync } from "node:fs";
import { basename, dirname, relative } from "node:path";
import type { Template } from "../../languages/arm/template.ts";
import { AT_DEPLOYMENT, Open } from "../../languages/arm/values/arm-value.ts";
import type { Gap } from "../../model/diagnostic.ts";
import { SourceError } from "../../model/errors.ts";
import { givenValues } from "../azure/given-values.ts";
import { loadDeployments } from "../azure/load-deployments.ts";
import type { AzureDeployment } from "../azure/load-deployments.ts";
import { readParamFiles } from "../azure/param-files.ts";
import { decodeText } from "../decode-text.ts";
import { ScanRoot } from "../scan-root.ts";
import type { Input, LoadContext, LoadedInput } from "../source.ts";
import { TemplateOpener } from "./open-template.ts";

/** A template, or a folder of them. */
export async function loadInput(input: Input, context: LoadContext): Promise<LoadedInput> {
  const given = givenValues(await readParamFiles(context.paramFiles ?? []));
  return input.kind === "folder" ? loadFolder(input, context, given) : loadFile(input, context, given);
}

type Given = AzureDeployment["given"];

function loadFile({ path, text }: Input, context: LoadContext, given: Given): LoadedInput {
  const isFile = path !== "-";
  const real = isFile ? realpathSync(path) : path;
  const opener = new TemplateOpener(isFile ? ScanRoot.of(dirname(real), process.cwd()) : undefined);
  const template = opener.open(path, real, text);
  if ("message" in template) {
    const { line = 1, column = 1 } = template.location;
    throw new SourceError([
      {
        code: "arm-syntax",
        message: `${path}: not a template at line ${String(line)}, column ${String(column)}: ${template.message}; correct the template there`,
        location: template.location,
      },
    ]);
  }
  return loadDeployments(
    [{ template, given, name: nameOf(basename(path)), idPrefix: context.idPrefix }],
    context,
  );
}

/** All templates of a folder that no other one of them links to, each a deployment of its own. */
function loadFolder({ path: folder, files = [] }: Input, context: LoadContext, given: Given): LoadedInput {
  const opener = new TemplateOpener(ScanRoot.of(folder, process.cwd()));
  const gaps: Gap[] = [];
  const opened: { readonly path: string; readonly real: string; readonly template: Template }[] = [];
  for (const path of files) {
    const real = realpathSync(path);
    const template = opener.open(path, real, decodeText(readFileSync(real)));
    if ("message" in template) {
      gaps.push({ code: "arm-syntax", subject: path, reason: template.message, location: template.location });
    } else opened.push({ path, real, template });
  }
  const isNested = linkedFiles(opened, opener);
  const roots = opened.filter(({ real }) => !isNested.has(real));
  const loaded = loadDeployments(
    roots.map(({ path, template }) => {
      const name = nameOf(relative(folder, path));
      return { template, given, name, idPrefix: `${context.idPrefix}${relative(folder, path)}::` };
    }),
    context,
  );
  return { ...loaded, gaps: [...gaps, ...loaded.gaps] };
}

/** The files that are deployments inside of others: they are read with those. */
function linkedFiles(
  opened: readonly { readonly template: Template }[],
  opener: TemplateOpener,
): ReadonlySet<string> {
  for (const { template } of opened) {
    for (const { deployment } of template.resources) {
      // what an address is put together of stands in it, whatever its values are
      deployment?.template((expression) =>
        expression.kind === "literal" ? expression.value : new Open(AT_DEPLOYMENT, "…"),
      );
    }
  }
  return opener.linked;
}

function nameOf(path: string): string {
  return path.replace(/\.jsonc?$/iu, "");
}
