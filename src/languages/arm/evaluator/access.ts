import { ArmError } from "../values/arm-error.ts";
import { concealErrors } from "../values/conceal-errors.ts";
import { ArmObject, Open, Read, Secure, bare, isArray, knownText } from "../values/arm-value.ts";
import type { ArmValue, ReadOfResource } from "../values/arm-value.ts";
import { mayHaveKey } from "../values/equals.ts";
import { openFrom } from "../values/open-call.ts";
import { joinText } from "../values/text.ts";
import { print, printAccess, printRead } from "../values/print.ts";
import { didYouMean } from "../../../model/did-you-mean.ts";
import type { DeclaredResource } from "./instance.ts";

export interface AccessKind {
  /** Nothing is null, and no error. */
  readonly safe: boolean;
  readonly fromEnd: boolean;
}

/** `target[key]`. Throws an ArmError for what is not there. */
export function access(target: ArmValue, key: ArmValue, kind: AccessKind): ArmValue {
  if (target instanceof Secure || key instanceof Secure) {
    const found = concealErrors(() => access(bare(target), bare(key), kind), "the access", [target, key]);
    return found === null ? null : new Secure(found);
  }
  const name = key;
  if (target instanceof Read) return accessRead(target, name, kind);
  if (target instanceof Open) return openAccess(target, name, kind);
  if (name instanceof Open) return isNone(target, name, kind) ? null : openAccess(target, name, kind);
  if (target instanceof ArmObject && typeof name === "string") return memberOf(target, name, kind);
  if (isArray(target) && typeof name === "number") return itemOf(target, name, kind);
  if (kind.safe) return null;
  throw new ArmError(
    `${describe(target)} has no ${typeof name === "number" ? "item" : "property"} ${print(name)}`,
  );
}

/** Whether a key that is not known is none of those that an object has. */
function isNone(target: ArmValue, name: Open, { safe }: AccessKind): boolean {
  return safe && target instanceof ArmObject && !mayHaveKey(target, name);
}

function memberOf(target: ArmObject, name: string, kind: AccessKind): ArmValue {
  const member = target.member(name);
  if (member !== undefined) return member.value;
  if (target.rest !== undefined) return openAccess(target.rest, name, kind);
  if (kind.safe) return null;
  const keys = [...target.members.values()].map(({ key }) => key);
  throw new ArmError(`the object has no property ${print(name)}${didYouMean(name, keys)}`);
}

function itemOf(target: readonly ArmValue[], index: number, { safe, fromEnd }: AccessKind): ArmValue {
  const item = target[fromEnd ? target.length - index : index];
  if (item !== undefined) return item;
  if (safe) return null;
  throw new ArmError(
    `the array has ${String(target.length)} items, and no item ${fromEnd ? "^" : ""}${String(index)}`,
  );
}

function openAccess(target: ArmValue, key: ArmValue, { safe, fromEnd }: AccessKind): ArmValue {
  const parts = [target, key];
  if (fromEnd) {
    return openFrom(parts, `${safe ? "tryIndexFromEnd" : "indexFromEnd"}(${print(target)}, ${print(key)})`);
  }
  if (safe) return openFrom(parts, `tryGet(${print(target)}, ${print(key)})`);
  const text = target instanceof Open ? target.traits.cut : undefined;
  const segment = text === undefined || typeof key !== "number" ? {} : { segment: { text, index: key } };
  return openFrom(parts, printAccess(print(target), key), segment);
}

/** A member of a resource: what its declaration says, else what it has at run time. */
function accessRead(target: Read, key: ArmValue, kind: AccessKind): ArmValue {
  if ((typeof key !== "string" && typeof key !== "number") || kind.fromEnd) {
    return openAccess(target, key, kind);
  }
  const resource = target.resource as DeclaredResource | undefined;
  const whole = target.read.path.length === 0 ? valueOfWhole(target.read, resource, key) : undefined;
  if (whole !== undefined) return whole;
  const path = [...target.read.path, key];
  return kind.safe
    ? safely(() => readAt(target.read.id, resource, path))
    : readAt(target.read.id, resource, path);
}

/** An output that a deployment does not have is null where one asks for it with care. */
function safely(read: () => ArmValue): ArmValue {
  try {
    return read();
  } catch (error) {
    if (error instanceof ArmError) return null;
    throw error;
  }
}

function valueOfWhole(
  { id }: ReadOfResource,
  resource: DeclaredResource | undefined,
  key: string | number,
): ArmValue | undefined {
  switch (String(key).toLowerCase()) {
    case "id":
    case "resourceid":
      return id;
    case "name":
      return resource?.writtenName;
    case "type":
      return resource?.type;
    case "apiversion":
      return resource?.apiVersion;
    default:
      return undefined;
  }
}

/**
 * What a resource has at a path. `outputs.x` of a module is short for `properties.outputs.x.value`. A declared value is
 * taken when it is a scalar: a declared object may have more at run time.
 */
export function readAt(
  id: ArmValue,
  resource: DeclaredResource | undefined,
  written: readonly (string | number)[],
): ArmValue {
  const path = resource?.isDeployment === true ? pathOfOutput(written) : written;
  const declared = resource?.valueAt(path);
  if (declared !== undefined && (resource?.isDeployment === true || isScalar(declared))) return declared;
  return idOfInline(id, resource, path) ?? new Read(printRead({ id, path }), { id, path }, resource);
}

/**
 * The id of what a resource of Microsoft.Network declares inside of itself: `properties.subnets[0].id` of a network is its
 * own id, `subnets` and the name of the first one. Lists are kept in their order.
 */
function idOfInline(
  id: ArmValue,
  resource: DeclaredResource | undefined,
  path: readonly (string | number)[],
): ArmValue | undefined {
  const [properties, list, index, last, ...more] = path;
  if (resource === undefined || typeof list !== "string" || typeof index !== "number") return undefined;
  if (more.length > 0 || `${String(properties)}/${String(last)}`.toLowerCase() !== "properties/id") {
    return undefined;
  }
  if (!/^microsoft\.network\/[^/]+$/iu.test(knownText(resource.type))) return undefined;
  const item = bare(resource.valueAt([properties ?? "", list, index]) ?? null);
  const name = item instanceof ArmObject && item.isClosed ? item.get("name") : undefined;
  return name === undefined || item === null ? undefined : joinText([id, `/${list}/`, name]);
}

function pathOfOutput(path: readonly (string | number)[]): readonly (string | number)[] {
  const [first, name, ...more] = path;
  if (typeof first !== "string" || first.toLowerCase() !== "outputs" || name === undefined) return path;
  return ["properties", "outputs", name, "value", ...more];
}

function isScalar(value: ArmValue): boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

function describe(target: ArmValue): string {
  if (target === null) return "null";
  if (isArray(target)) return "an array";
  return target instanceof ArmObject ? "an object" : `the ${typeof target} ${print(target).slice(0, 80)}`;
}
