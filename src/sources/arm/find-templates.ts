import { candidateFiles, readCandidate } from "../candidate-files.ts";
import type { OnGap, WalkedFolder } from "../walk-folders.ts";
import { looksLikeArmText } from "./looks-like-template.ts";

const JSON_NAME = /\.jsonc?$/iu;

/** The templates in folders, by what they hold. One that Bicep made of a file beside it is left out: the file itself is read. */
export async function findArmTemplates(
  folders: readonly WalkedFolder[],
  onGap: OnGap,
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { path, name, folder } of candidateFiles(folders, (file) => JSON_NAME.test(file), onGap)) {
    const text = await readCandidate(path, onGap);
    if (text === undefined || !looksLikeArmText(text)) continue;
    const beside = name.replace(JSON_NAME, ".bicep");
    if (isMadeByBicep(text) && folder.entries.some((entry) => entry.name === beside)) continue;
    found.push(path);
  }
  return found.sort();
}

function isMadeByBicep(text: string): boolean {
  return /"_generator"\s*:\s*\{\s*"name"\s*:\s*"bicep"/u.test(text.slice(0, 10_000));
}
