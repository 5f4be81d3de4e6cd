import type { Source } from "../source.ts";
import { looksLikeArmTemplate, looksLikeArmText } from "./looks-like-template.ts";

/** ARM templates: written, compiled from Bicep, or what `az group export` writes; folders of them. */
export const arm: Source = {
  name: "arm",
  title: "ARM: templates in JSON (also what az group export writes), folders of them",
  detect: ({ kind, json, text, files }) => {
    if (kind === "folder") return files !== undefined;
    return json === undefined ? looksLikeArmText(text) : looksLikeArmTemplate(json);
  },
  readsText: looksLikeArmText,
  async filesIn(folders, onGap) {
    const { findArmTemplates } = await import("./find-templates.ts");
    return findArmTemplates(folders, onGap);
  },
  async load(input, context) {
    // parser and evaluator are read when they are needed
    const { loadInput } = await import("./load-input.ts");
    return loadInput(input, context);
  },
};
