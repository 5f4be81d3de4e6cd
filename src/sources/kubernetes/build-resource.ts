import type { TemplateNode } from "../../languages/cloudformation/template-node.ts";
import { parsePointer } from "../../model/pointer.ts";
import type { Origin, Resource } from "../../model/resource.ts";
import { Unknown, isValueMap, plain } from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";
import { hideSecrets } from "../../languages/kubernetes/hide-secrets.ts";
import type { WrittenObject } from "../../languages/kubernetes/read-objects.ts";
import type { ValueReader } from "../../languages/kubernetes/to-value.ts";
import type { Change } from "./kustomize.ts";

/** How an object becomes a resource. */
interface Building {
  readonly reader: ValueReader;
  /** Tells it from others of the same address. */
  readonly idOf: (address: string) => string;
  /** What becomes of it before it is applied. */
  readonly change: Change | undefined;
}

/** An object as a resource of the graph. */
export function buildResource(object: WrittenObject, { reader, idOf, change }: Building): Resource {
  const { node, type, apiVersion, kind, parameters, file, start } = object;
  const read = reader.read(node, parameters);
  const written = isValueMap(read) ? { ...read, apiVersion, kind } : { apiVersion, kind };
  const properties = hideSecrets(type, change === undefined ? written : change(written, kind));
  const metadata = partOf(properties, "metadata");
  const name = textOf(metadata, "name");
  const address = addressOf(kind, metadata);
  return {
    id: idOf(address),
    address,
    type,
    writtenType: `${apiVersion} ${kind}`,
    ...(name === undefined ? {} : { name }),
    properties,
    declared: "here",
    identifiers: [],
    location: file.locate(start + node.offset),
    ...(read instanceof Unknown ? { missing: () => read } : {}),
    origin: (pointer) => originIn(object, address, pointer),
  };
}

/** `genomics/Deployment/cromwell`; `ClusterRole/reader` for what is in no namespace, or does not say in which. */
function addressOf(kind: string, metadata: ValueMap | undefined): string {
  const generated = textOf(metadata, "generateName");
  const name = textOf(metadata, "name") ?? (generated === undefined ? "(without name)" : `${generated}*`);
  const namespace = textOf(metadata, "namespace");
  return [...(namespace === undefined ? [] : [namespace]), kind, name].join("/");
}

function partOf(map: ValueMap, key: string): ValueMap | undefined {
  const part = plain(map[key]);
  return isValueMap(part) ? part : undefined;
}

function textOf(map: ValueMap | undefined, key: string): string | undefined {
  const value: Value | undefined = map?.[key];
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** Where a property is written, in the words of the manifest; the object itself for one that is not there. */
function originIn({ file, node, start }: WrittenObject, address: string, pointer: string): Origin {
  const tokens = parsePointer(pointer);
  const place = tokens[0] === "Facts" ? undefined : placeOf(node, tokens);
  const attribute = attributeOf(tokens);
  return {
    address,
    ...(tokens[0] === "Facts" || attribute === "" ? {} : { attribute }),
    location: file.locate(start + (place ?? node.offset)),
  };
}

/** The place of the deepest part of the path that is written; nothing when not even the first is. */
function placeOf(root: TemplateNode, tokens: readonly string[]): number | undefined {
  let node: TemplateNode | undefined = root;
  let place: number | undefined;
  for (const token of tokens) {
    if (node?.kind === "map") {
      const entry = node.entries.get(token);
      if (entry === undefined) return place;
      place = entry.keyOffset;
      node = entry.value;
    } else if (node?.kind === "list") {
      node = node.items[Number(token)];
      if (node === undefined) return place;
      place = node.offset;
    } else return place;
  }
  return place;
}

/** `spec.template.spec.containers[0].image`, as kubectl explain writes a path. */
function attributeOf(tokens: readonly string[]): string {
  return tokens
    .map((token, index) => (/^\d+$/u.test(token) ? `[${token}]` : index === 0 ? token : `.${token}`))
    .join("");
}
