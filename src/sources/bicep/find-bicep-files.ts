import { candidateFiles } from "../candidate-files.ts";
import type { OnGap, WalkedFolder } from "../walk-folders.ts";
import { isBicepFile } from "./looks-like-bicep.ts";

/** The Bicep files in folders. */
export function findBicepFiles(folders: readonly WalkedFolder[], onGap: OnGap): readonly string[] {
  return [...candidateFiles(folders, isBicepFile, onGap)].map(({ path }) => path).sort();
}
