import { joinPointer, parsePointer } from "../../model/pointer.ts";
import { propertyAt } from "../../model/resource.ts";
import {
  Reference,
  Sensitive,
  Unknown,
  UnknownText,
  isValueList,
  isValueMap,
  plain,
} from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { Fact } from "../fact.ts";
import { isPlaceholder } from "../placeholder.ts";
import { partsWrittenAt } from "../written-at.ts";
import type { Place } from "../written-at.ts";
import { connectionHoldsCredential, scriptHoldsKey, settingIsSecret } from "./holds-credential.ts";
import { TYPES_WITH_SECRETS, secretPlacesOf } from "./secret-places.ts";
import type { SecretKind } from "./secret-places.ts";

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
    const found: Value[] = [];
    const isTerraform = writtenType?.startsWith("azurerm_") === true;
    for (const places of secretPlacesOf(type, plain(properties["name"]))) {
      for (const [kind, pointers] of Object.entries(places) as [SecretKind, readonly string[]][]) {
        const visit: Visit = (value, path, name) => {
          const told = isTerraform ? toldByTerraform(value, name, kind) : toldByTemplate(value, name, kind);
          if (told === true) found.push(path);
          else if (told !== false) found.push(told);
        };
        for (const pointer of pointers) {
          for (const open of collect(properties, parsePointer(pointer), { path: "" }, visit))
            found.push(open);
        }
      }
    }
    const written = found.map((pointer, index): readonly [string, Place | undefined] => [
      String(index),
      typeof pointer === "string" ? { resource, pointer } : undefined,
    ]);
    return partsWrittenAt(found, Object.fromEntries(written));
  },
};

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
 * variable that it comes from. What is not known comes from elsewhere. The schema marks no setting.
 */
function toldByTerraform(
  value: Value | undefined,
  name: Value | undefined,
  kind: SecretKind,
): boolean | Unknown {
  if (value instanceof UnknownText) return piecesHoldSecret(value, kind);
  if (typeof value === "string") return isSecret(value, name, kind);
  if (!(value instanceof Sensitive) || typeof value.value !== "string" || kind === "setting") return false;
  return (
    isSecret(value.value, name, kind) !== false &&
    new Unknown("it is sensitive, and nothing tells whether it stands in the code")
  );
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
  if (value instanceof Sensitive || value instanceof Reference || value === undefined) return [];
  if (token !== "*") {
    return isValueMap(value)
      ? collect(value[token], rest, { path: joinPointer(path, token), name }, visit)
      : [];
  }
  if (!isValueList(value) && !isValueMap(value)) return [];
  return (Object.entries(value) as [string, Value][]).flatMap(([key, item]) =>
    collect(item, rest, { path: joinPointer(path, key), name: nameOf(item) ?? key }, visit),
  );
}

function nameOf(item: Value): Value | undefined {
  return isValueMap(item) ? item["name"] : undefined;
}
