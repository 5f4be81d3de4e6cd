import { Sensitive, emptyMap, isValueList, isValueMap, put } from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";
import { isWritten } from "./marked-secrets.ts";

/** What people write secrets into, though azurerm marks none of it: each value of a map, and the text of an argument. */
const SETTINGS: ReadonlySet<string> = new Set([
  "app_settings",
  "arguments",
  "command_line",
  "commands",
  "common_environment_properties",
  "custom_data",
  "environment_variables",
  "script_content",
  "settings",
  "user_data",
  "workflow_parameters",
]);

/** A block of one variable. */
const VARIABLES: ReadonlySet<string> = new Set(["env", "environment_variable"]);

/** The attributes of a type of azurerm that no lens reads, with the values of settings and environments hidden. */
export function hideSettings(type: string, attributes: ValueMap): ValueMap {
  return type.startsWith("azurerm_") ? hideIn(attributes) : attributes;
}

function hideIn(map: ValueMap): ValueMap {
  const hidden = emptyMap();
  for (const [name, value] of Object.entries(map)) {
    put(hidden, name, SETTINGS.has(name) ? hideTexts(value) : hideBelow(name, value));
  }
  return hidden;
}

function hideBelow(name: string, value: Value): Value {
  if (isValueList(value)) return value.map((item) => hideBelow(name, item));
  if (!isValueMap(value)) return value;
  if (!VARIABLES.has(name) || value["value"] === undefined) return hideIn(value);
  return { ...value, value: hideTexts(value["value"]) };
}

function hideTexts(value: Value): Value {
  if (isValueList(value)) return value.map(hideTexts);
  if (!isValueMap(value)) return isWritten(value) ? new Sensitive(value, "type") : value;
  const hidden = emptyMap();
  for (const [key, part] of Object.entries(value)) put(hidden, key, hideTexts(part));
  return hidden;
}
