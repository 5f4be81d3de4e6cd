import { isSecretName } from "../../model/looks-secret.ts";
import { isPlaceholder } from "../placeholder.ts";

/** Words that are a setting, and no password. */
const SWITCH = /^(?:true|false|null|none|enabled|disabled|\d{1,5})$/iu;

/** An ARN, an address, a parameter of Systems Manager or a secret by its path: where the secret is, not what it is. */
const WHERE = /^(?:arn:|https?:\/\/(?![^/]*:[^/]*@)|\/|[\w.-]+\/)/iu;

/** Whether the name of a setting says that its value is a secret, and the value may be one: its own name is none. */
export function settingIsSecret(name: string, text: string): boolean {
  if (!isSecretName(name) || text.toUpperCase() === name.toUpperCase()) return false;
  return !isPlaceholder(text) && !SWITCH.test(text) && !WHERE.test(text);
}

/** A document of settings is one when one of its parts is; a text that is none, when it is no placeholder. */
export function textIsSecret(text: string): boolean {
  const parts = partsOf(text);
  if (parts === undefined) return !isPlaceholder(text);
  const texts = Object.entries(parts).filter((part): part is [string, string] => typeof part[1] === "string");
  return texts.some(([name, value]) => settingIsSecret(name, value));
}

function partsOf(text: string): Readonly<Record<string, unknown>> | undefined {
  if (!text.trimStart().startsWith("{")) return undefined;
  try {
    return JSON.parse(text) as Readonly<Record<string, unknown>>;
  } catch {
    return undefined;
  }
}
