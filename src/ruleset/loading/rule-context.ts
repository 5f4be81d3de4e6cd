import type { ParametersDocument } from "../parameters-document.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** What a rule file is checked against. */
export interface RuleContext {
  /** The folder that ids are counted from: in `rules`, rules/aws/s3/a.yaml is aws-s3-a. */
  readonly folder: string;
  readonly parameters: ParametersDocument;
  /** The ids of the controls of each framework. */
  readonly controls: Readonly<Record<string, Iterable<string>>>;
  /** The properties of the providers' types. Without it types and pointers are not looked up. */
  readonly knownTypes?: Vocabulary;
  /** What may be read below `/Facts`. Without it such pointers are not looked up. */
  readonly knownFacts?: Vocabulary;
}

/** The id of the rule in a file: its path below the folder, joined by hyphens. */
export function ruleIdOf(path: string, folder: string): string {
  const forward = path.replaceAll("\\", "/");
  const root = `${folder.replaceAll("\\", "/").replace(/\/+$/, "")}/`;
  const below = forward.startsWith(root) ? forward.slice(root.length) : forward;
  return below
    .replace(/\.ya?ml$/, "")
    .split("/")
    .join("-");
}
