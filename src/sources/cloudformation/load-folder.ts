import { readFileSync, realpathSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { SourceError } from "../../model/errors.ts";
import type { Value } from "../../model/value.ts";
import { decodeText } from "../decode-text.ts";
import { ScanRoot } from "../scan-root.ts";
import type { Input, LoadContext, LoadedInput } from "../source.ts";
import { problemsOf, tellProblems } from "./check-template.ts";
import { readAssembly } from "./cloud-assembly.ts";
import type { AssemblyStack } from "./cloud-assembly.ts";
import { loadStacks } from "./load-stacks.ts";
import type { NamedRoot } from "./load-stacks.ts";
import { TemplateOpener } from "./open-template.ts";
import type { OpenTemplate } from "./open-template.ts";
import { placeOfStack } from "./place-of-stack.ts";
import type { ToldPlace } from "./place-of-stack.ts";
import { tellAssembly } from "./tell-assembly.ts";
import { tellUploaded } from "./tell-uploaded.ts";
import type { TemplateFile } from "./template-file.ts";
import { unwrapTemplate } from "./unwrap-template.ts";
import type { Unwrapped } from "./unwrap-template.ts";
import type { Told } from "./told.ts";

interface Candidate {
  readonly path: string;
  readonly real: string;
  readonly stack: AssemblyStack | undefined;
}

interface Opened {
  readonly candidate: Candidate;
  readonly place: ToldPlace | undefined;
  readonly template: OpenTemplate;
}

/** All templates of a folder as one scan: what one exports another may import. */
export async function loadFolder(
  { path: folder, files = [] }: Input,
  context: LoadContext,
  given: ReadonlyMap<string, Value>,
  told: Told,
): Promise<LoadedInput> {
  const root = ScanRoot.of(folder, process.cwd());
  const candidates = candidatesOf(files, root);
  const opener = new TemplateOpener(root, () => Promise.resolve(candidates));
  const opened: Opened[] = [];
  for (const candidate of candidates) {
    const unwrapped = await openCandidate(candidate, opener, told);
    if (unwrapped === undefined) continue;
    const { file, place } = unwrapped;
    tellProblems(file, told);
    const template = await opener.withNested(file, candidate.real);
    opened.push({ candidate, place: place ?? candidate.stack, template });
  }
  for (const { template } of opened) tellUploaded(template, told);
  const inside = nestedPaths(opened.map(({ template }) => template));
  const outer = opened.filter(({ candidate }) => !inside.has(candidate.real));
  const roots = outer.map(({ candidate, place, template }): NamedRoot => {
    const name = candidate.stack?.stackName ?? nameOf(relative(folder, candidate.path));
    const idPrefix = `${context.idPrefix}${relative(folder, candidate.path)}::`;
    const deployment = `${idPrefix}stack[${JSON.stringify(name)}]`;
    if (candidate.stack !== undefined) tellAssembly(candidate.stack, told);
    return {
      template,
      given: new Map([...(candidate.stack?.parameters ?? []), ...given]),
      name,
      idPrefix,
      place: placeOfStack(place, { deployment, context, given }),
    };
  });
  return loadStacks(roots, told);
}

/** The template of a file; nothing for one that cannot be read, which is told. */
async function openCandidate(
  { path, real }: Candidate,
  opener: TemplateOpener,
  told: Told,
): Promise<Unwrapped | undefined> {
  const unwrapped = await unwrap(await opener.openText(path, real, decodeText(readFileSync(real))), told);
  const problems =
    "file" in unwrapped ? problemsOf(unwrapped.file, unwrapped.file.parsed) : unwrapped.problems;
  for (const { code, message, location } of problems) {
    told.gap({ code, subject: path, reason: message, ...(location === undefined ? {} : { location }) });
  }
  return "file" in unwrapped && problems.length === 0 ? unwrapped : undefined;
}

async function unwrap(file: TemplateFile, told: Told): Promise<Unwrapped | SourceError> {
  try {
    return await unwrapTemplate(file, told);
  } catch (error) {
    if (error instanceof SourceError) return error;
    throw error;
  }
}

/** The templates of the folder, those of an assembly by its manifest. */
function candidatesOf(files: readonly string[], root: ScanRoot): readonly Candidate[] {
  const candidates = new Map<string, Candidate>();
  for (const file of files) {
    const stacks = basename(file) === "manifest.json" ? readAssembly(file, root) : [];
    const paths =
      stacks.length > 0
        ? stacks.map((stack) => ({ path: stack.templatePath, stack }))
        : [{ path: file, stack: undefined }];
    for (const { path, stack } of paths) {
      const found = root.resolve(join(realpathSync(dirname(path)), basename(path)));
      if (found.ok && !candidates.has(found.path)) {
        candidates.set(found.path, { path, real: found.path, stack });
      }
    }
  }
  return [...candidates.values()];
}

/** The templates that are stacks inside of others: they are read with those. */
function nestedPaths(templates: readonly OpenTemplate[]): ReadonlySet<string> {
  const paths = new Set<string>();
  for (const { nested } of templates) {
    const inner = [...nested.values()].filter((value) => typeof value !== "string");
    for (const { path } of inner) paths.add(path);
    for (const path of nestedPaths(inner)) paths.add(path);
  }
  return paths;
}

function nameOf(path: string): string {
  return path.replace(/(?:\.template)?\.(?:ya?ml|json|template)$/iu, "");
}
