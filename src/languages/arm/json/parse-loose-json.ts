import { ArmError } from "../values/arm-error.ts";
import type { ArmValue, ArmMember } from "../values/arm-value.ts";
import { fromJson } from "../values/json.ts";
import { JsonSyntaxError, parseArmJson } from "./parse-arm-json.ts";
import type { JsonNode } from "./parse-arm-json.ts";
import { ArmObject } from "../values/arm-value.ts";

/** JSON of a text, with what .NET's parser reads beyond it: single quotes, comments. Throws an ArmError. */
export function parseLooseJson(text: string): ArmValue {
  try {
    return fromJson(JSON.parse(text));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  try {
    return valueOf(parseArmJson(text));
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error;
    throw new ArmError(`the text is not JSON: ${error.message}`, { cause: error });
  }
}

function valueOf(node: JsonNode): ArmValue {
  switch (node.kind) {
    case "object": {
      const members = new Map<string, ArmMember>();
      for (const { key, value } of node.members) members.set(key, { key, value: valueOf(value) });
      return new ArmObject(members);
    }
    case "array":
      return node.items.map(valueOf);
    case "scalar":
      return node.value;
  }
}
