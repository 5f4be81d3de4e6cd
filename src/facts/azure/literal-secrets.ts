import { joinPointer, parsePointer } from "../../model/pointer.ts";
import { propertyAt } from "../../model/resource.ts";
import {
  Reference,
  Sensitive,
  Unknown,
  UnknownCode,
  UnknownText,
  isValueList,
  isValueMap,
  plain,
} from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";
import type { Fact } from "../fact.ts";
import { isPlaceholder } from "../placeholder.ts";
import { partsWrittenAt } from "../written-at.ts";
import type { Place } from "../written-at.ts";
import { connectionHoldsCredential, scriptHoldsKey, settingIsSecret } from "./holds-credential.ts";
import { TYPES_WITH_SECRETS, secretPlacesOf } from "./secret-places.ts";
import type { SecretKind, SecretPlaces } from "./secret-places.ts";

/** Settings that hold a secret only when they write into a storage account with its key. */
const SETTINGS = /^Microsoft\.Synapse\/workspaces\/(?:extendedA|a)uditingSettings$/u;

export const literalSecrets: Fact = {
  name: "LiteralSecrets",
  types: TYPES_WITH_SECRETS,
  description:
    "The places of the resource that hold a secret as plain text in the code: passwords, keys, tokens; of what people write freely (settings, environments, commands, user data) those whose name says so, or whose text holds a key or, in the text of a connection, a password. A value that the input marks as secure, one that is taken from a resource and an obvious placeholder are none; one that is not known at all is an item that is not known. Absent of settings for audits that hold no key.",
  compute(resource) {
    const { type, properties, writtenType } = resource;
    if (SETTINGS.test(type) && propertyAt(resource, "/properties/storageAccountAccessKey") === undefined) {
      return undefined;
    }
    const isTerraform = writtenType?.startsWith("azurerm_") === true;
    const found = secretPlacesOf(type, plain(properties["name"])).flatMap((places) =>
      secretsIn(properties, places, isTerraform ? toldByTerraform : toldByTemplate),
    );
    const written = found.map((pointer, index): readonly [string, Place | undefined] => [
      String(index),
      typeof pointer === "string" ? { resource, pointer } : undefined,
    ]);
    return partsWrittenAt(found, Object.fromEntries(written));
  },
};

/** Whether a secret stands in plain text at a place, by what it is called and what the place is for. */
type Tell = (value: Value | undefined, name: Value | undefined, kind: SecretKind) => boolean | Unknown;

function secretsIn(properties: ValueMap, places: SecretPlaces, tell: Tell): readonly Value[] {
  const found: Value[] = [];
  for (const [kind, pointers] of Object.entries(places) as [SecretKind, readonly string[]][]) {
    const visit: Visit = (value, path, name) => {
      const told = tell(value, name, kind);
      if (told === true) found.push(path);
      else if (told !== false) found.push(told);
    };
    for (const pointer of pointers) {
      found.push(...collect(properties, parsePointer(pointer), { path: "" }, visit));
    }
  }
  return found;
}

interface Position {
  readonly path: string;
  /** What the setting is called that stands here. */
  readonly name?: Value | undefined;
}

type Visit = (value: Value | undefined, path: string, name: Value | undefined) => void;

/** Whether a secret stands there in plain text: that of a template is known, unless something has to be given to it. */
function toldByTemplate(
  value: Value | undefined,
  name: Value | undefined,
  kind: SecretKind,
): boolean | Unknown {
  if (value instanceof UnknownText) return piecesHoldSecret(value, kind);
  if (value instanceof Unknown) return value.candidates.length === 0 && new Unknown(value.reason);
  return typeof value === "string" && isSecret(value, name, kind);
}

/**
 * What stands in the code of Terraform is known, or marked: as sensitive by the provider's schema in a plan, and by the
 * variable that it comes from. What is not known comes from elsewhere, unless it is one of several. The schema marks no setting.
 */
function toldByTerraform(
  value: Value | undefined,
  name: Value | undefined,
  kind: SecretKind,
): boolean | Unknown {
  if (value instanceof UnknownText) return piecesHoldSecret(value, kind);
  // by what it is called: a text that may be any is a secret where one belongs
  if (value instanceof UnknownCode) return isSecret("not known", name, kind) && new Unknown(value.reason);
  if (typeof value === "string") return isSecret(value, name, kind);
  if (!(value instanceof Sensitive) || kind === "setting") return false;
  const { value: hidden } = value;
  const isGroup = isValueMap(hidden) || isValueList(hidden);
  const mayHold =
    typeof hidden === "string" ? isSecret(hidden, name, kind) !== false : isGroup && kind === "secret";
  return mayHold && new Unknown("it is sensitive, and nothing tells whether it stands in the code");
}

/** What is put together around something stands in no code, but for a credential that does. */
function piecesHoldSecret({ pieces }: UnknownText, kind: SecretKind): boolean {
  if (kind === "secret") return false;
  const holds = kind === "script" ? scriptHoldsKey : connectionHoldsCredential;
  return pieces.some((piece) => typeof piece === "string" && holds(piece));
}

function isSecret(text: string, name: Value | undefined, kind: SecretKind): boolean | Unknown {
  switch (kind) {
    case "secret":
      return !isPlaceholder(text);
    case "connection":
      return connectionHoldsCredential(text);
    case "script":
      return scriptHoldsKey(text);
    case "setting": {
      const called = plain(name);
      if (called instanceof Unknown) return connectionHoldsCredential(text) || new Unknown(called.reason);
      return settingIsSecret(typeof called === "string" ? called : "", text);
    }
  }
}

/** Visits what stands at a place; gives lists and objects on the way that are not known as a whole, and may hold a secret. */
function collect(
  held: Value | undefined,
  tokens: readonly string[],
  { path, name }: Position,
  visit: Visit,
): readonly Unknown[] {
  const [token, ...rest] = tokens;
  const value = held instanceof Sensitive && held.markedBy === "type" ? held.value : held;
  if (token === undefined) {
    visit(value, path, name);
    return [];
  }
  if (value instanceof Unknown) return [new Unknown(value.reason)];
  if (value instanceof Sensitive) visit(value, path, name);
  if (value instanceof Sensitive || value instanceof Reference || value === undefined) return [];
  if (token !== "*") {
    return isValueMap(value)
      ? collect(value[token], rest, { path: joinPointer(path, token), name }, visit)
      : [];
  }
  if (!isValueList(value) && !isValueMap(value)) return [];
  return Object.entries(value).flatMap(([key, item]: [string, Value]) =>
    collect(item, rest, { path: joinPointer(path, key), name: nameOf(item) ?? key }, visit),
  );
}

function nameOf(item: Value): Value | undefined {
  return isValueMap(item) ? item["name"] : undefined;
}
