import type { Dirent } from "node:fs";
import { readFile, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { decodeText } from "../decode-text.ts";
import { looksLikeTemplate, looksLikeTemplateText } from "./looks-like-template.ts";

const DEEPEST = 12;
const MOST_FOLDERS = 5_000;
const MOST_FILES = 20_000;
/** CloudFormation takes a megabyte at most; what generators write may be larger for a while. */
const LARGEST = 64 * 1024 * 1024;

/**
 * The templates in a folder and below, by what they hold; of a cloud assembly of CDK its manifest alone. Hidden folders
 * and installed packages are left out, symbolic links are not followed.
 */
export async function findTemplates(folder: string): Promise<readonly string[]> {
  const found: string[] = [];
  const waiting = [{ path: folder, depth: 0 }];
  let files = 0;
  for (let seen = 0; waiting.length > 0 && seen < MOST_FOLDERS; seen += 1) {
    const next = waiting.shift();
    if (next === undefined) break;
    const entries = await list(next.path);
    const manifest = join(next.path, "manifest.json");
    if (entries.some(({ name }) => name === "manifest.json") && (await isAssembly(manifest))) {
      found.push(manifest);
      continue;
    }
    for (const entry of entries) {
      const path = join(next.path, entry.name);
      if (entry.isDirectory() && next.depth < DEEPEST && !isLeftOut(entry.name)) {
        waiting.push({ path, depth: next.depth + 1 });
      } else if (entry.isFile() && /\.(?:json|ya?ml|template)$/iu.test(entry.name) && files < MOST_FILES) {
        files += 1;
        if (await isTemplate(path)) found.push(path);
      }
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

async function list(path: string): Promise<readonly Dirent[]> {
  try {
    return await readdir(path, { withFileTypes: true });
  } catch {
    return [];
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

function isLeftOut(name: string): boolean {
  return name.startsWith(".") || name === "node_modules";
}
