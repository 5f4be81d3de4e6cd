import { Buffer } from "node:buffer";
import { holdsSecretText, isSecretName } from "../../model/looks-secret.ts";
import { joinPointer } from "../../model/pointer.ts";
import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import {
  Sensitive,
  Unknown,
  UnknownCode,
  UnknownInput,
  UnknownText,
  isValueMap,
  plain,
} from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { Fact } from "../fact.ts";
import { isPlaceholder } from "../placeholder.ts";
import { partsWrittenAt } from "../written-at.ts";
import type { Place } from "../written-at.ts";
import { WORKLOADS, containersOf, itemsOf, podSpecOf } from "./pod-spec.ts";

/** Secrets that a controller fills in, and those in which Helm keeps what it did. */
const OF_CONTROLLERS = new Set(["kubernetes.io/service-account-token", "helm.sh/release.v1"]);

/** What tools put in place of a secret: SOPS, the plugins of Argo CD and vals. */
const FILLED_IN_LATER = /^(?:ENC\[|ref\+|vault:|<(?:path|secret):|\$\(|op:\/\/)/u;

/** What everybody may read: certificates without their keys. */
const PUBLIC = /^-----BEGIN (?:TRUSTED )?CERTIFICATE-----/u;

/** Settings that end like the name of a secret and hold none: paths, flags, numbers, addresses without a password. */
const NO_SECRET = /^(?:\/.*|\.{1,2}\/.*|true|false|yes|no|none|null|[\d.]+[smhd]?|https?:\/\/[^@?]*)$/iu;

export const literalSecrets: Fact = {
  name: "LiteralSecrets",
  types: ["core/Secret", ...WORKLOADS],
  description:
    "The places of the object that hold a secret as plain text in the code: the keys of a Secret, in base64 or not, and what containers are started with. Placeholders, what another tool fills in or has encrypted, and certificates without a key are none; a value that is not known is an item that is not known. Absent of secrets that controllers fill in, and of objects that were read from a cluster.",
  compute(resource) {
    const isOfCluster = madeByCluster(resource);
    if (isOfCluster !== false) return isOfCluster === true ? undefined : isOfCluster;
    const found = resource.type === "core/Secret" ? ofSecret(resource) : ofContainers(resource);
    if (found === undefined || found instanceof Unknown) return found;
    const places = found.map((pointer, index): readonly [string, Place | undefined] => [
      String(index),
      typeof pointer === "string" ? { resource, pointer } : undefined,
    ]);
    return partsWrittenAt(found, Object.fromEntries(places));
  },
};

/** What is given to the code from outside stands in no code. */
function comesFromOutside(held: Value): boolean {
  return held instanceof UnknownInput || (held instanceof Sensitive && held.markedBy === "input");
}

/** What a cluster has made of an object has a number there. Terraform knows it too, and reads it from what it made itself. */
function madeByCluster(resource: Resource): boolean | Unknown {
  if (isTerraform(resource)) return false;
  const uid = plain(propertyAt(resource, "/metadata/uid"));
  return uid instanceof Unknown ? uid : typeof uid === "string";
}

function isTerraform({ writtenType }: Resource): boolean {
  return writtenType?.startsWith("kubernetes_") === true;
}

function ofSecret(resource: Resource): Value[] | Unknown | undefined {
  const type = plain(propertyAt(resource, "/type"));
  if (type instanceof Unknown) return type;
  if (typeof type === "string" && OF_CONTROLLERS.has(type)) return undefined;
  return ["data", "stringData"].flatMap((part) => {
    const held = propertyAt(resource, `/${part}`) ?? null;
    if (comesFromOutside(held)) return [];
    const values = held instanceof Sensitive ? held.value : held;
    if (values instanceof Unknown) return judge(values, `/${part}`, resource, isSecret);
    if (!isValueMap(values)) return [];
    const isLiteral = (text: string): boolean => isSecret(part === "data" ? decode(text) : text);
    return Object.entries(values).flatMap(([key, value]) =>
      judge(isMarked(held) ? new Sensitive(value) : value, joinPointer(`/${part}`, key), resource, isLiteral),
    );
  });
}

/**
 * What stands in the code is a secret, what comes from elsewhere is none, and of what is marked nobody knows. In the code of
 * Terraform what stands there is known, or is one of several values.
 */
function judge(
  held: Value,
  pointer: string,
  resource: Resource,
  isLiteral: (text: string) => boolean,
): readonly Value[] {
  if (comesFromOutside(held)) return [];
  const value = held instanceof Sensitive ? held.value : held;
  if (value instanceof Unknown) {
    const mayBeWritten = value instanceof UnknownCode || (isLeftOpen(value) && !isTerraform(resource));
    return mayBeWritten ? [new Unknown(value.reason)] : [];
  }
  if (typeof value !== "string" || !isLiteral(value)) return [];
  return isMarked(held) ? [new Unknown(MARKED)] : [pointer];
}

/** What is taken from a resource, or put together around something, stands in no code. */
function isLeftOpen(value: Unknown): boolean {
  return !(value instanceof UnknownText) && value.candidates.length === 0;
}

function isSecret(text: string): boolean {
  return text.trim() !== "" && !isPlaceholder(text) && !FILLED_IN_LATER.test(text.trim()) && !isPublic(text);
}

function isPublic(text: string): boolean {
  return PUBLIC.test(text.trim()) && !text.includes("PRIVATE KEY");
}

/** Values of `data` are base64; what is none stands as it is. */
function decode(text: string): string {
  const packed = text.replaceAll(/\s/gu, "");
  return /^[A-Za-z0-9+/]*={0,2}$/u.test(packed) && packed.length % 4 === 0
    ? Buffer.from(packed, "base64").toString("utf8")
    : text;
}

/** Of what containers are started with: variables whose name says that they hold a secret, and texts with one in them. */
function ofContainers(resource: Resource): Value[] {
  return containersOf(podSpecOf(resource)).flatMap(({ container, pointer }) => {
    if (container instanceof Unknown) return [new Unknown(container.reason)];
    const variables = itemsOf(container["env"]).flatMap((item, index) =>
      ofVariable(item, `${pointer}/env/${String(index)}/value`, resource),
    );
    const words = ["command", "args"].flatMap((part) =>
      itemsOf(container[part]).flatMap((item, index) =>
        wordWithSecret(item, `${pointer}/${part}/${String(index)}`, resource),
      ),
    );
    return [...variables, ...words];
  });
}

/** An argument, or a variable of whatever name. */
function wordWithSecret(held: Value, pointer: string, resource: Resource): readonly Value[] {
  const value = held instanceof Sensitive ? held.value : held;
  if (value instanceof Unknown && !(value instanceof UnknownText)) {
    return isLeftOpen(value) && !isTerraform(resource) ? [new Unknown(value.reason)] : [];
  }
  if (comesFromOutside(held) || !holdsSecretText(value)) return [];
  return isMarked(held) ? [new Unknown(MARKED)] : [pointer];
}

function ofVariable(item: Value, pointer: string, resource: Resource): readonly Value[] {
  const variable = plain(item);
  if (variable instanceof Unknown) return [new Unknown(variable.reason)];
  if (!isValueMap(variable)) return [];
  const { name, value } = variable;
  if (value === undefined) return [];
  const found = wordWithSecret(value, pointer, resource);
  if (found.length > 0) return found;
  const called = plain(name);
  const isNamed = typeof called === "string" && isSecretName(called);
  if (!isNamed && !(called instanceof Unknown)) return [];
  const told = judge(value, pointer, resource, (text) => isSecret(text) && !NO_SECRET.test(text.trim()));
  return isNamed || told.length === 0 ? told : [new Unknown("the name of the variable is not known")];
}

/** What is marked for another reason than where it stands may come from anywhere. */
function isMarked(held: Value): boolean {
  return held instanceof Sensitive && held.markedBy === undefined;
}

const MARKED = "it is sensitive, and nothing tells whether it stands in the code";
