import type { Source } from "../source.ts";
import { looksLikeTemplate, looksLikeTemplateText } from "./looks-like-template.ts";

/** Templates of CloudFormation, in YAML or JSON; folders of them; what CDK synthesises. */
export const cloudformation: Source = {
  name: "cloudformation",
  title: "CloudFormation, SAM and CDK: templates in YAML or JSON, folders of them, cdk.out",
  readsText: looksLikeTemplateText,
  detect: ({ kind, json, text, files }) => {
    if (kind === "folder") return files !== undefined;
    return json === undefined ? looksLikeTemplateText(text) : looksLikeTemplate(json);
  },
  async filesIn(folders, onGap) {
    const { findTemplates } = await import("./find-templates.ts");
    return findTemplates(folders, onGap);
  },
  async load(input, context) {
    // parser and evaluator are read when they are needed
    const { loadInput } = await import("./load-input.ts");
    return loadInput(input, context);
  },
};
