import { Open, OpenText, Secure } from "../../languages/arm/values/arm-value.ts";
import type { ArmValue } from "../../languages/arm/values/arm-value.ts";
import { print } from "../../languages/arm/values/print.ts";

/** What is made of a secret and does not give it away. */
const REDUCED =
  /^(?:!|bool|contains|empty|endsWith|equals|greater|greaterOrEquals|guid|indexOf|int|lastIndexOf|length|less|lessOrEquals|not|startsWith|uniqueString)\(/iu;

/** What functions that list keys tell beside them. */
const NO_SECRET = /\.(?:creationTime|enabled|id|keyName|location|name|permissions|type)$/u;

/** Names that people give to secrets. */
const SECRET_NAME =
  /(?:password|passwd|pwd|passphrase|secret|token|credentials?|connectionString|(?:access|account|admin|api|auth|authorization|function|host|master|primary|private|secondary|shared|storage|workspace)_?key\d?)$/iu;

/** The values of secure parameters that are known, with the names of the parameters. */
export type GivenSecrets = ReadonlyMap<string, string>;

/**
 * What secret a text holds, in words: `the parameter password`, `listKeys()`; nothing for a text that holds none. What is
 * marked as secure is mostly more than a secret: the names of resources that one secure object gives, a suffix. A part or
 * piece of it counts where it, or the place that it goes to, is named like a secret.
 */
export function secretIn(value: ArmValue, place: string, given: GivenSecrets): string | undefined {
  if (value instanceof Secure) return secretInside(value.value, place, given);
  if (value instanceof OpenText) {
    for (const piece of value.pieces) {
      const found = typeof piece === "string" ? undefined : secretIn(piece, place, given);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  return value instanceof Open ? listedBy(value) : undefined;
}

function secretInside(
  value: Exclude<ArmValue, Secure>,
  place: string,
  given: GivenSecrets,
): string | undefined {
  const isNamed = SECRET_NAME.test(place.replace(/(?:\[\w*\])+$/u, ""));
  if (value instanceof Open) return secretMade(value, isNamed);
  if (typeof value !== "string" || value === "") return undefined;
  const parameter = given.get(value);
  return parameter === undefined ? (isNamed ? "a secret" : undefined) : `the parameter ${parameter}`;
}

function secretMade({ expression }: Open, isNamed: boolean): string | undefined {
  if (REDUCED.test(expression)) return undefined;
  const whole = /^parameters\('(\w+)'\)$/u.exec(expression)?.[1];
  if (whole !== undefined) return `the parameter ${whole}`;
  for (const [, name = "", path = ""] of expression.matchAll(/\bparameters\('(\w+)'\)((?:\.\w+)*)/gu)) {
    if (SECRET_NAME.test(`${name}${path}`)) return `the parameter ${name}`;
  }
  if (expression.startsWith("getSecret(")) return "getSecret()";
  return isNamed ? "a secret" : undefined;
}

/** https://learn.microsoft.com/azure/azure-resource-manager/bicep/linter-rule-outputs-should-not-contain-secrets */
function listedBy(open: Open): string | undefined {
  const expression = print(open);
  if (REDUCED.test(expression) || NO_SECRET.test(expression)) return undefined;
  for (const { path } of open.reads) {
    const [name] = path;
    if (typeof name === "string" && /^list[A-Z]/u.test(name)) return `${name}()`;
  }
  return undefined;
}
