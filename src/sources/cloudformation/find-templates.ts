import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { decodeText } from "../decode-text.ts";
import { walkFolders } from "../walk-folders.ts";
import { looksLikeTemplate, looksLikeTemplateText } from "./looks-like-template.ts";

const MOST_FILES = 20_000;
/** CloudFormation takes a megabyte at most; what generators write may be larger for a while. */
const LARGEST = 64 * 1024 * 1024;

/**
 * The templates in a folder and below, by what they hold; of a cloud assembly of CDK its manifest alone. Hidden folders
 * and installed packages are left out, symbolic links are not followed.
 */
export async function findTemplates(folder: string): Promise<readonly string[]> {
  const found: string[] = [];
  let files = 0;
  for await (const { path: around, entries, stay } of walkFolders(folder)) {
    const manifest = join(around, "manifest.json");
    if (entries.some(({ name }) => name === "manifest.json") && (await isAssembly(manifest))) {
      found.push(manifest);
      stay();
      continue;
    }
    for (const entry of entries) {
      const mayBe = entry.isFile() && /\.(?:json|ya?ml|template)$/iu.test(entry.name);
      if (!mayBe || files >= MOST_FILES) continue;
      files += 1;
      const path = join(around, entry.name);
      if (await isTemplate(path)) found.push(path);
    }
  }
  return found.sort();
}

/** What `cdk synth` writes lists its stacks in a manifest. */
async function isAssembly(manifest: string): Promise<boolean> {
  try {
    return /"(?:aws:cloudformation:stack|cdk:cloud-assembly)"/u.test(await readFile(manifest, "utf8"));
  } catch {
    return false;
  }
}

async function isTemplate(path: string): Promise<boolean> {
  try {
    if ((await stat(path)).size > LARGEST) return false;
    const text = decodeText(await readFile(path));
    if (!/^\s*\{/u.test(text)) return looksLikeTemplateText(text);
    return text.includes('"Resources"') && looksLikeTemplate(JSON.parse(text));
  } catch {
    // what cannot be read is no template; JSON with an error in it is told when it is named
    return false;
  }
}
