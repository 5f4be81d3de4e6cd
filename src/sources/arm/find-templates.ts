import { candidateFiles, readCandidate } from "../candidate-files.ts";
import type { OnGap, WalkedFolder } from "../walk-folders.ts";
import { looksLikeArmText } from "./looks-like-template.ts";

const JSON_NAME = /\.jsonc?$/iu;

/** The templates in folders, by what they hold. */
export async function findArmTemplates(
  folders: readonly WalkedFolder[],
  onGap: OnGap,
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { path } of candidateFiles(folders, (file) => JSON_NAME.test(file), onGap)) {
    const text = await readCandidate(path, onGap);
    if (text !== undefined && looksLikeArmText(text)) found.push(path);
  }
  return found.sort();
}
