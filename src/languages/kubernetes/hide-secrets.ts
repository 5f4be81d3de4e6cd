import { holdsSecretText, isSecretName } from "../../model/looks-secret.ts";
import {
  Sensitive,
  Unknown,
  UnknownText,
  emptyMap,
  isValueList,
  isValueMap,
  put,
} from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";

/** A copy of the whole object, which kubectl keeps in a note on it. */
const COPY = "kubectl.kubernetes.io/last-applied-configuration";

/** The object with everything in it marked that may be a secret: it can be judged and is never shown. */
export function hideSecrets(type: string, object: ValueMap): ValueMap {
  const hidden = emptyMap();
  for (const [key, value] of Object.entries(object)) put(hidden, key, hidePart(type, key, value));
  return hidden;
}

function hidePart(type: string, key: string, value: Value): Value {
  if (type === "core/Secret" && (key === "data" || key === "stringData")) return hideAll(value);
  return key === "metadata" ? hideCopy(value) : hideTexts(value);
}

/** What stands in a secret has no other purpose; the names of its keys may be shown. */
function hideAll(value: Value): Value {
  return isValueMap(value) ? mapParts(value, hideWritten) : hideWritten(value);
}

/** What is not known at all shows nothing; of a text that something fills in the rest is written. */
function hideWritten(value: Value): Value {
  return value instanceof Unknown && !(value instanceof UnknownText) ? value : new Sensitive(value, "type");
}

function hideCopy(metadata: Value): Value {
  if (!isValueMap(metadata) || !isValueMap(metadata["annotations"])) return metadata;
  const { annotations } = metadata;
  if (!Object.hasOwn(annotations, COPY)) return metadata;
  return {
    ...metadata,
    annotations: { ...annotations, [COPY]: new Sensitive(annotations[COPY] ?? "", "type") },
  };
}

/** A variable whose name says that it holds a secret, and texts that look like one. */
function hideTexts(value: Value): Value {
  if (holdsSecretText(value)) return new Sensitive(value, "type");
  if (isValueList(value)) return value.map(hideTexts);
  if (!isValueMap(value)) return value;
  const { name, value: held } = value;
  const isSecret = typeof name === "string" && isSecretName(name) && held !== undefined;
  return mapParts(value, (part, key) => (isSecret && key === "value" ? hideWritten(part) : hideTexts(part)));
}

function mapParts(map: ValueMap, change: (part: Value, key: string) => Value): ValueMap {
  const changed = emptyMap();
  for (const [key, part] of Object.entries(map)) put(changed, key, change(part, key));
  return changed;
}
