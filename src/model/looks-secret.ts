import { UnknownText } from "./value.ts";
import type { Value } from "./value.ts";

/**
 * Names of settings that hold a secret, not those that name one or tell something about it. `PWD` and `OLDPWD` are the
 * folders that a shell is in.
 */
const NAME =
  /(?:passw(?:or)?d|passphrase|(?<!^old)(?<=.)pwd|secret|(?:^|[_-])(?:token|sas)|(?:auth|access|api|bearer|sas)[_-]?token|(?:private|account|access|api|shared|secret)[_-]?key|credentials?|conn(?:ection)?[_-]?str(?:ing)?)$/iu;
const CAMEL = /[a-z]Token$/u;

/** Parts of a text that are a secret, wherever they stand. */
const TEXT =
  /(?:AccountKey|SharedAccess(?:Key|Signature))=[A-Za-z0-9+]|[?&]sig=[A-Za-z0-9%]|-----BEGIN [A-Z ]*PRIVATE KEY|\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@]*:[^\s/@$<{%*][^\s/@]*@|(?<![A-Z0-9])AKIA[A-Z2-7]{16}(?![A-Z0-9])/u;

/** True for the name of a variable or setting that says that it holds a password, a key or a token. */
export function isSecretName(name: string): boolean {
  return NAME.test(name) || CAMEL.test(name);
}

/**
 * True for a text with a secret in it: a connection string with its key, a private key, an address with a password. Of one that
 * is not known as a whole, what is written counts.
 */
export function holdsSecretText(value: Value): boolean {
  if (typeof value === "string") return TEXT.test(value);
  if (!(value instanceof UnknownText)) return false;
  // a slash ends what stands for a password
  return TEXT.test(value.pieces.map((piece) => (typeof piece === "string" ? piece : "/")).join(""));
}
