import { Unknown, isValueList, isValueMap, plain } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";

/** Conversions of a known value that ARM asks for: see `Conversion`. */
export function convertForArm(
  value: Value,
  conversion: "commas" | "seconds" | "key-name" | "key-vault" | "key-version",
): Value | undefined {
  switch (conversion) {
    case "commas":
      return joinTexts(value);
    case "seconds":
      return typeof value === "string" && Number.isFinite(Date.parse(value))
        ? Date.parse(value) / 1000
        : value;
    case "key-name":
    case "key-vault":
    case "key-version":
      return typeof value === "string" ? keyPart(value, conversion) : value;
  }
}

/** Each item of a list as an object with the item under a name; dots lead inwards. */
export function eachUnder(value: Value, path: string): Value {
  if (!isValueList(value)) return value;
  return value.map((item) => {
    let object = item;
    for (const name of path.split(".").reverse()) object = { [name]: object };
    return object;
  });
}

function joinTexts(value: Value): Value {
  if (!isValueList(value)) return value;
  const texts = value.map((item) => plain(item));
  if (texts.every((text) => typeof text === "string")) return texts.sort().join(", ");
  const open = texts.find((text) => text instanceof Unknown);
  return open instanceof Unknown ? new Unknown(open.reason) : value;
}

/** `https://north.vault.azure.net/keys/lake/0123`; what is no such identifier stays as it is. */
function keyPart(text: string, part: "key-name" | "key-vault" | "key-version"): string | undefined {
  const [, vault, name, version] = /^(https:\/\/[^/]+\/?)keys\/([^/]+)(?:\/([^/]*))?$/u.exec(text) ?? [];
  if (vault === undefined) return part === "key-version" ? undefined : text;
  if (part === "key-version") return version === "" ? undefined : version;
  return part === "key-name" ? name : vault;
}

/** One part of each item of a list. */
export function partOfEach(value: Value, name: string): Value | undefined {
  if (!isValueList(value)) return value;
  if (value.length === 0) return undefined;
  return value.map((item) => {
    const held = plain(item);
    return isValueMap(held) ? (held[name] ?? null) : item;
  });
}
