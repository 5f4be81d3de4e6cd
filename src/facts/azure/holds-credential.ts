import { isSecretName } from "../../model/looks-secret.ts";
import { isPlaceholder } from "../placeholder.ts";

/** What App Service replaces with a secret of a vault. */
const OF_VAULT = /^@Microsoft\.KeyVault\(/iu;

/** Words that are a setting, and no password. */
const SWITCH = /^(?:true|false|null|none|\d{1,5})$/iu;

/** A key or a signature: its form tells that it is one. */
const KEY = /(?:\b(?:AccountKey|SharedAccessKey|SharedSecret)\s*=\s*|[?&;]sig=)([^\s;"'&]*)/giu;
const PRIVATE_KEY = /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----/u;
const PASSWORD = /\b(?:Password|Pwd)\s*=\s*([^;"']*)/giu;
/** The published key of the emulator of storage, which opens nothing. */
const EMULATOR_KEY =
  "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

/** Whether a text that people write commands in holds a key: the form of keys is told from anything else, that of passwords is not. */
export function scriptHoldsKey(text: string): boolean {
  return holdsKey(text) || holdsKey(decoded(text));
}

export function connectionHoldsCredential(text: string): boolean {
  return holdsKey(text) || found(text, PASSWORD);
}

/** Whether the name of a setting says that its value is a secret. A text for a connection may do without one. */
export function settingIsSecret(name: string, text: string): boolean {
  if (OF_VAULT.test(text)) return false;
  if (connectionHoldsCredential(text)) return true;
  const isNamed = isSecretName(name) && !/conn(?:ection)?[_-]?str(?:ing)?$/iu.test(name);
  return isNamed && !isPlaceholder(text) && !SWITCH.test(text) && !/^https?:\/\//iu.test(text);
}

function holdsKey(text: string): boolean {
  return PRIVATE_KEY.test(text) || found(text, KEY);
}

function found(text: string, pattern: RegExp): boolean {
  return [...text.matchAll(pattern)].some(([, value = ""]) => {
    const isElsewhere = /^[$%{<@#(\\]/u.test(value);
    return !isElsewhere && !isPlaceholder(value) && value !== EMULATOR_KEY;
  });
}

function decoded(text: string): string {
  const isEncoded = /^[A-Za-z0-9+/\s]{16,}={0,2}\s*$/u.test(text);
  return isEncoded ? Buffer.from(text, "base64").toString("latin1") : "";
}
