import { joinPointer, parsePointer } from "../../model/pointer.ts";
import type { Resource } from "../../model/resource.ts";
import {
  Reference,
  Sensitive,
  Unknown,
  UnknownCode,
  UnknownInput,
  UnknownText,
  isValueList,
  isValueMap,
  plain,
} from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import { partsWrittenAt } from "../written-at.ts";
import type { Fact } from "../fact.ts";
import type { Place } from "../written-at.ts";
import { SECRET_PLACES, SETTING_PLACES } from "./password-places.ts";
import { settingIsSecret, textIsSecret } from "./setting-is-secret.ts";

const PARAMETER = "AWS::SSM::Parameter";

export const literalPasswords: Fact = {
  name: "LiteralPasswords",
  types: [...Object.keys(SECRET_PLACES), ...Object.keys(SETTING_PLACES), PARAMETER],
  description:
    "The places of the resource where a password, a key or a token stands as plain text in the code, of an environment those whose name says so. What is given to the code from outside, taken from another resource, read at deployment, or an obvious placeholder is none; what is not known in another way is an item that is not known. A parameter of Systems Manager is looked at when it is encrypted.",
  compute(resource) {
    const found: Value[] = [];
    const type = resource.type === PARAMETER ? plain(resource.properties["Type"]) : undefined;
    if (type instanceof Unknown) found.push(new Unknown(type.reason));
    const search: Search = { found, isTerraform: resource.writtenType?.startsWith("aws_") === true };
    for (const place of placesOf(resource)) {
      collect(resource.properties, parsePointer(place), "", search, tellSecret);
    }
    for (const place of SETTING_PLACES[resource.type] ?? []) {
      collect(resource.properties, parsePointer(place), "", search, tellSetting);
    }
    if (found.length === 0) return found;
    const places = found.map((pointer, index): readonly [string, Place | undefined] => [
      String(index),
      typeof pointer === "string" ? { resource, pointer } : undefined,
    ]);
    return partsWrittenAt(found, Object.fromEntries(places));
  },
};

function placesOf({ type, properties }: Resource): readonly string[] {
  if (type !== PARAMETER) return SECRET_PLACES[type] ?? [];
  return plain(properties["Type"]) === "SecureString" ? ["/Value"] : [];
}

interface Search {
  readonly found: Value[];
  readonly isTerraform: boolean;
}

type Tell = (value: Value, path: string, key: string, search: Search) => void;

/** Follows a place to what stands there; `*` is every item of a list or member of an object. */
function collect(
  held: Value | undefined,
  tokens: readonly string[],
  path: string,
  search: Search,
  tell: Tell,
): void {
  const [token, ...rest] = tokens;
  if (held === undefined || held === null) return;
  if (token === undefined) {
    tell(held, path, path.slice(path.lastIndexOf("/") + 1), search);
    return;
  }
  const value = held instanceof Sensitive && held.markedBy !== "input" ? held.value : held;
  if (value instanceof Unknown) {
    if (mayBeWritten(value, search)) search.found.push(new Unknown(value.reason));
    return;
  }
  if (token === "*" && (isValueList(value) || isValueMap(value))) {
    for (const [key, item] of Object.entries(value)) {
      collect(item, rest, joinPointer(path, key), search, tell);
    }
  } else if (isValueMap(value)) collect(value[token], rest, joinPointer(path, token), search, tell);
}

function tellSecret(value: Value, path: string, _key: string, { found, ...search }: Search): void {
  const written = writtenText(value, { found, ...search });
  if (written instanceof Unknown) found.push(written);
  else if (written !== undefined && textIsSecret(written)) found.push(path);
}

/** A member of an object by its name, or an item of a list with a name of its own. */
function tellSetting(item: Value, path: string, key: string, search: Search): void {
  const whole = plain(item);
  if (/^\d+$/u.test(key) && whole instanceof Unknown) {
    if (mayBeWritten(whole, search)) search.found.push(new Unknown(whole.reason));
    return;
  }
  const named = isValueMap(item);
  const name = named ? plain(item["Name"]) : key;
  const value = named ? item["Value"] : item;
  const written = value === undefined ? undefined : writtenText(value, search);
  if (written === undefined) return;
  if (name instanceof Unknown) search.found.push(new Unknown(name.reason));
  else if (typeof name === "string" && settingIsSecret(name, typeof written === "string" ? written : "?")) {
    search.found.push(typeof written === "string" ? (named ? joinPointer(path, "Value") : path) : written);
  }
}

/** What stands there in the code; nothing for what comes from elsewhere, an unknown where nothing tells. */
function writtenText(value: Value, search: Search): string | Unknown | undefined {
  if (value instanceof Reference) return undefined;
  if (value instanceof Sensitive) {
    if (value.markedBy === "input") return undefined;
    const inner = writtenText(value.value, search);
    if (typeof inner !== "string" || value.markedBy === "type") return inner;
    return new Unknown("it is sensitive, and nothing tells whether it stands in the code");
  }
  if (value instanceof Unknown) return mayBeWritten(value, search) ? new Unknown(value.reason) : undefined;
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}

/** What is put together around something stands in no code; what Terraform does not know mostly comes from elsewhere. */
function mayBeWritten(value: Unknown, { isTerraform }: Search): boolean {
  if (value instanceof UnknownCode) return true;
  if (isTerraform || value instanceof UnknownInput || value instanceof UnknownText) return false;
  return value.candidates.length === 0;
}
