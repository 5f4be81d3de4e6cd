import type { Source } from "../source.ts";
import { isBicepFile, looksLikeBicep } from "./looks-like-bicep.ts";

/** Bicep files with their modules, parameter files with what they use, folders of them. */
export const bicep: Source = {
  name: "bicep",
  title: "Bicep: .bicep files with their modules, .bicepparam files, folders of them",
  detect: ({ kind, json, path, text, files }) => {
    if (kind === "folder") return files !== undefined;
    return isBicepFile(path) || (json === undefined && looksLikeBicep(text));
  },
  readsText: (text, path) => isBicepFile(path) || looksLikeBicep(text),
  async filesIn(folders, onGap) {
    const { findBicepFiles } = await import("./find-bicep-files.ts");
    return findBicepFiles(folders, onGap);
  },
  async load(input, context) {
    // parser and evaluator are read when they are needed
    const { loadInput } = await import("./load-input.ts");
    return loadInput(input, context);
  },
};
