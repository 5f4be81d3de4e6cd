import type { MissingTemplate, Template } from "../../languages/arm/template.ts";

/** A compiled template, which modules may be as well. */
export function readCompiled(text: string, path: string): Template | MissingTemplate {
  void text;
  return { missing: `${path} is compiled`, code: "bicep-module" };
}
