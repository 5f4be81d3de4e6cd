import { readFile } from "node:fs/promises";
import { join, sep } from "node:path";
import { candidateFiles, readCandidate } from "../candidate-files.ts";
import type { OnGap, WalkedFolder } from "../walk-folders.ts";
import { looksLikeTemplate, looksLikeTemplateText } from "./looks-like-template.ts";

const MANIFEST = "manifest.json";

/** The templates in folders, by what they hold; of a cloud assembly of CDK its manifest alone. */
export async function findTemplates(
  folders: readonly WalkedFolder[],
  onGap: OnGap,
): Promise<readonly string[]> {
  const assemblies: string[] = [];
  const others: WalkedFolder[] = [];
  for (const folder of folders) {
    if (assemblies.some((assembly) => folder.path.startsWith(`${assembly}${sep}`))) continue;
    const holdsManifest = folder.entries.some(({ name }) => name === MANIFEST);
    if (holdsManifest && (await isAssembly(join(folder.path, MANIFEST)))) assemblies.push(folder.path);
    else others.push(folder);
  }
  const found = assemblies.map((assembly) => join(assembly, MANIFEST));
  for (const { path } of candidateFiles(others, mayBeTemplate, onGap)) {
    if (isTemplate(await readCandidate(path, onGap))) found.push(path);
  }
  return found.sort();
}

function mayBeTemplate(name: string): boolean {
  return /\.(?:json|ya?ml|template)$/iu.test(name);
}

/** What `cdk synth` writes lists its stacks in a manifest. */
async function isAssembly(manifest: string): Promise<boolean> {
  try {
    return /"(?:aws:cloudformation:stack|cdk:cloud-assembly)"/u.test(await readFile(manifest, "utf8"));
  } catch {
    // it is told of when the file itself is looked at
    return false;
  }
}

/** True for the text of a template, as far as it can be told without reading all of it. */
export function isTemplate(text: string | undefined): boolean {
  if (text === undefined) return false;
  if (!/^\s*\{/u.test(text)) return looksLikeTemplateText(text);
  // a change set has no section of resources
  if (!/Resources|"ChangeSetName"/u.test(text)) return false;
  try {
    return looksLikeTemplate(JSON.parse(text));
  } catch {
    // a template with a mistake in it is one, and is told of
    return /"AWSTemplateFormatVersion"|"Type"\s*:\s*"AWS::/u.test(text) || looksLikeTemplateText(text);
  }
}
