import {
  Reference,
  Sensitive,
  Unknown,
  UnknownText,
  emptyMap,
  isValueList,
  isValueMap,
  put,
} from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";
import secrets from "./azurerm-secrets.json" with { type: "json" };

const NAMES: Readonly<Record<string, string>> = secrets;

/**
 * The attributes of a type of azurerm with what the provider marks as sensitive hidden, at any depth: in a configuration it
 * stands in plain text, and no plan has marked it yet. Other types stay as they are.
 */
export function hideAzurermSecrets(type: string, attributes: ValueMap): ValueMap {
  const names = Object.hasOwn(NAMES, type) ? NAMES[type] : undefined;
  return names === undefined ? attributes : hideIn(attributes, new Set(names.split(" ")));
}

function hideIn(map: ValueMap, names: ReadonlySet<string>): ValueMap {
  const hidden = emptyMap();
  for (const [name, value] of Object.entries(map)) {
    put(
      hidden,
      name,
      names.has(name) && isWritten(value) ? new Sensitive(value, "type") : hideBelow(value, names),
    );
  }
  return hidden;
}

function hideBelow(value: Value, names: ReadonlySet<string>): Value {
  if (isValueList(value)) return value.map((item) => hideBelow(item, names));
  return isValueMap(value) ? hideIn(value, names) : value;
}

/** What is not known, and what another resource gives, shows nothing. */
function isWritten(value: Value): boolean {
  if (value === null || value instanceof Sensitive || value instanceof Reference) return false;
  return !(value instanceof Unknown) || value instanceof UnknownText;
}
