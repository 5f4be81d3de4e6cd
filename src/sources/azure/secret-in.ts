import { Open, OpenText, Secure, isArray } from "../../languages/arm/values/arm-value.ts";
import type { ArmValue } from "../../languages/arm/values/arm-value.ts";
import { print } from "../../languages/arm/values/print.ts";

/** What is made of a secret and does not give it away. */
const REDUCED =
  /^(?:!|bool|contains|empty|endsWith|equals|greater|greaterOrEquals|guid|indexOf|int|lastIndexOf|length|less|lessOrEquals|not|startsWith|uniqueString)\(/iu;

/** What functions that list keys tell beside them. */
const NO_SECRET = /\.(?:creationTime|enabled|id|keyName|location|name|permissions|type)$/u;

/** What secret a text holds, in words: `the parameter password`, `listKeys()`; nothing for a text that holds none. */
export function secretIn(value: ArmValue): string | undefined {
  if (value instanceof Secure) return secretInside(value.value);
  if (value instanceof OpenText) {
    for (const piece of value.pieces) {
      const found = typeof piece === "string" ? undefined : secretIn(piece);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  return value instanceof Open ? listedBy(value) : undefined;
}

function secretInside(value: Exclude<ArmValue, Secure>): string | undefined {
  if (value instanceof Open) {
    if (REDUCED.test(value.expression)) return undefined;
    const names = new Set(
      [...value.expression.matchAll(/\bparameters\('(\w+)'\)/gu)].map(([, name]) => name),
    );
    const [only] = names;
    return only === undefined || names.size > 1 ? "a secret" : `the parameter ${only}`;
  }
  const isLeft = value === null || typeof value === "number" || typeof value === "boolean" || value === "";
  return isLeft || (isArray(value) && value.length === 0) ? undefined : "a secret";
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
