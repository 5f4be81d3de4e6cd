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
import aws from "./aws-secrets.json" with { type: "json" };
import azurerm from "./azurerm-secrets.json" with { type: "json" };

/** The names of what the providers mark, by type. */
const AWS: Readonly<Record<string, string>> = aws;
const AZURERM: Readonly<Record<string, string>> = azurerm;
/** The provider marks no other attributes of what it manages. */
const KUBERNETES: Readonly<Record<string, string>> = {
  kubernetes_secret: "binary_data data",
  kubernetes_secret_v1: "binary_data data",
};

/**
 * The attributes of a type of aws, azurerm or kubernetes with what the provider marks as sensitive hidden, at any depth: in a configuration it
 * stands in plain text, and no plan has marked it yet. Other types stay as they are.
 */
export function hideMarkedSecrets(type: string, attributes: ValueMap): ValueMap {
  const marked = type.startsWith("aws_") ? AWS : type.startsWith("kubernetes_") ? KUBERNETES : AZURERM;
  const names = Object.hasOwn(marked, type) ? marked[type] : undefined;
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
export function isWritten(value: Value): boolean {
  if (value === null || value instanceof Sensitive || value instanceof Reference) return false;
  return !(value instanceof Unknown) || value instanceof UnknownText;
}
