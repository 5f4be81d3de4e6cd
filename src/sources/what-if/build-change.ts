import { ArmObject, bare, isArray } from "../../languages/arm/values/arm-value.ts";
import type { ArmValue } from "../../languages/arm/values/arm-value.ts";
import { parsePointer } from "../../model/pointer.ts";
import type { Origin, Resource } from "../../model/resource.ts";
import { Unknown, emptyMap, isValueMap, put } from "../../model/value.ts";
import type { ValueMap } from "../../model/value.ts";
import { withApiDefaults } from "../azure/api-defaults.ts";
import { shapeNamed, spellType } from "../azure/arm-shapes.ts";
import type { ModelWriter } from "../azure/to-model.ts";
import type { Change } from "./read-change.ts";

export interface ChangeContext {
  readonly id: string;
  readonly address: string;
  readonly deployment: string;
  readonly writer: ModelWriter;
}

/** A resource as it will be. */
export function buildChange(change: Change, { id, address, deployment, writer }: ChangeContext): Resource {
  const type = spellType(change.type);
  const body = writer.value(change.after, shapeNamed(type));
  const declared = envelope(isValueMap(body) ? body : emptyMap(), change, writer);
  const properties = change.unread === undefined ? withApiDefaults(type, declared, () => false) : declared;
  const { parsed, resourceId } = change;
  const unread = change.unread === undefined ? undefined : new Unknown(change.unread);
  return {
    id,
    address,
    type,
    ...(type === change.type ? {} : { writtenType: change.type }),
    ...(parsed === undefined ? {} : { name: parsed.name }),
    properties,
    declared: "here",
    placement: {
      cloud: "azure",
      region: properties["location"],
      account: parsed?.subscription,
      deployment,
    },
    identifiers: [
      ...(resourceId === undefined ? [] : [resourceId]),
      ...(parsed === undefined || parsed.name === "default" ? [] : [parsed.name]),
    ],
    location: change.source.locate(change.start),
    ...(change.isPossible ? { uncertain: new Unknown("the what-if says only that it may change") } : {}),
    ...(unread === undefined ? {} : { missing: () => unread }),
    origin: (pointer) => originOf(change, address, pointer),
  };
}

/** What the service writes beside the body, and what is no property of the template. */
const LEFT_OUT: ReadonlySet<string> = new Set(["id", "type", "name"]);

function envelope(body: ValueMap, { parsed }: Change, writer: ModelWriter): ValueMap {
  const properties = emptyMap();
  if (parsed !== undefined) {
    properties["name"] = parsed.name;
    if (parsed.parent !== undefined) properties["parent"] = writer.reference(parsed.parent);
    else if (isExtension(parsed.scope, parsed.type)) properties["scope"] = writer.reference(parsed.scope);
  }
  for (const [key, value] of Object.entries(body)) {
    const isSet = Object.hasOwn(properties, key);
    if (!LEFT_OUT.has(key) || (key === "name" && !isSet)) put(properties, key, value);
  }
  return properties;
}

/** It extends a resource, or lies in a subscription, group or management group by its nature. */
function isExtension(scope: string, type: string): boolean {
  return (
    /\/providers\//iu.test(scope) || /^microsoft\.(?:authorization|insights\/diagnosticsettings)/iu.test(type)
  );
}

function originOf(change: Change, address: string, pointer: string): Origin {
  const tokens = parsePointer(pointer);
  const whole = change.source.locate(change.start);
  if (tokens.length === 0 || tokens[0] === "Facts") return { address, location: whole };
  let value: ArmValue = change.after;
  let start: number | undefined;
  for (const token of tokens) {
    const inner: ArmValue = bare(value);
    if (inner instanceof ArmObject) {
      const member = inner.member(token);
      if (member === undefined) break;
      start = member.written?.start ?? start;
      value = member.value;
    } else if (isArray(inner)) {
      const item = inner[Number(token)];
      if (item === undefined) break;
      value = item;
    } else break;
  }
  const attribute = `after.${tokens
    .map((token) => (/^\d+$/u.test(token) ? `[${token}]` : token))
    .join(".")
    .replaceAll(".[", "[")}`;
  return { address, attribute, location: start === undefined ? whole : change.source.locate(start) };
}
