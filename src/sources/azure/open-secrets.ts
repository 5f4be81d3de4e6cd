import { ArmObject, Open, OpenText, isArray } from "../../languages/arm/values/arm-value.ts";
import type { ArmValue } from "../../languages/arm/values/arm-value.ts";
import { shapeNamed, shapeOfPart, spellProperty } from "./arm-shapes.ts";
import type { ArmShape } from "./arm-shapes.ts";

/** A property for a secret, and the parameter without `secure` that its value is. */
export interface OpenSecret {
  /** `properties.osProfile.adminPassword` */
  readonly path: string;
  readonly parameter: string;
}

/** What a shape hides may be a command or a setting as well, which mostly holds no secret. */
const SECRET =
  /(?:password|passphrase|secret|token|secureValue|connectionString|(?:access|account|api|authorization|primary|sas|secondary|shared|sshPrivate|workspace)key)$/iu;

/** The properties for secrets that take the value of a parameter which is not secure. */
export function openSecrets(body: ArmObject, type: string): readonly OpenSecret[] {
  const found: OpenSecret[] = [];
  const valueOfSecret = type === "Microsoft.KeyVault/vaults/secrets" ? "properties.value" : undefined;
  visit(body, shapeNamed(type), { path: "", valueOfSecret, seen: new Set(), found });
  return found;
}

interface Visit {
  readonly path: string;
  readonly valueOfSecret: string | undefined;
  readonly seen: Set<object>;
  readonly found: OpenSecret[];
}

function visit(value: ArmValue, shape: ArmShape | undefined, at: Visit): void {
  if (shape === 1) {
    const isSecret = SECRET.test(at.path) || at.path === at.valueOfSecret;
    const parameter = value instanceof Open && isSecret ? parameterIn(value) : undefined;
    if (parameter !== undefined) at.found.push({ path: at.path, parameter });
    return;
  }
  if (shape === undefined || !(value instanceof ArmObject || isArray(value)) || at.seen.has(value)) return;
  at.seen.add(value);
  if (isArray(value)) {
    const item = shapeOfPart(shape, "*");
    for (const [index, one] of value.entries()) {
      visit(one, item, { ...at, path: `${at.path}[${String(index)}]` });
    }
    return;
  }
  for (const { key, value: member } of value.members.values()) {
    const name = spellProperty(shape, key);
    visit(member, shapeOfPart(shape, name), { ...at, path: at.path === "" ? name : `${at.path}.${name}` });
  }
}

/** The parameter that a value is, or a text is put together with. A secure one would make the value a secret. */
function parameterIn(value: Open): string | undefined {
  if (!(value instanceof OpenText)) return /^parameters\('(\w+)'\)$/u.exec(value.expression)?.[1];
  for (const piece of value.pieces) {
    const found = typeof piece === "string" ? undefined : parameterIn(piece);
    if (found !== undefined) return found;
  }
  return undefined;
}
