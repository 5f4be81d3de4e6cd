import { joinPointer } from "../../model/pointer.ts";
import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import { Sensitive, Unknown, isValueList, isValueMap, plain } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import { conceal } from "../conceal.ts";
import type { Fact } from "../fact.ts";
import { writtenAt } from "../written-at.ts";

/** Where a type describes what its containers are given. */
const PLACES: Readonly<Record<string, readonly string[]>> = {
  "AWS::Batch::JobDefinition": ["ContainerProperties", "EcsProperties", "EksProperties", "NodeProperties"],
  "AWS::ECS::TaskDefinition": ["ContainerDefinitions", "Volumes"],
};

/** What leads from there to containers, their rights and their volumes. */
const STEPS = new Set([
  "Container",
  "Containers",
  "EcsProperties",
  "EksProperties",
  "Host",
  "HostPath",
  "InitContainers",
  "NodeRangeProperties",
  "PodProperties",
  "SecurityContext",
  "TaskProperties",
  "Volumes",
]);

const DEEPEST = 20;

export const hostReach: Fact = {
  name: "HostReach",
  types: Object.keys(PLACES),
  description:
    "By what containers of a task or job reach the machine that they run on: Kind is privileged (everything that the machine may do), with the Container, or path (a folder or socket of the machine), with the Path. A part that is not known is an item that is not known.",
  fields: { Container: true, Kind: true, Path: true },
  compute: (resource) =>
    (PLACES[resource.type] ?? []).flatMap((property) => {
      const found: Value[] = [];
      collect(propertyAt(resource, `/${property}`), `/${property}`, "", { resource, found }, 0);
      return found;
    }),
};

interface Search {
  readonly resource: Resource;
  readonly found: Value[];
}

function collect(
  held: Value | undefined,
  at: string,
  container: string,
  search: Search,
  depth: number,
): void {
  if (held === undefined || depth > DEEPEST) return;
  if (held instanceof Sensitive) {
    const hidden: Value[] = [];
    collect(held.value, at, container, { ...search, found: hidden }, depth);
    search.found.push(...hidden.map(conceal));
    return;
  }
  const value = plain(held);
  if (value instanceof Unknown) search.found.push(new Unknown(value.reason));
  else if (isValueList(value)) {
    for (const [index, item] of value.entries()) {
      collect(item, joinPointer(at, String(index)), container, search, depth + 1);
    }
  } else if (isValueMap(value)) {
    const name = plain(value["Name"]);
    const called = typeof name === "string" ? name : container;
    for (const [key, part] of Object.entries(value)) {
      const pointer = joinPointer(at, key);
      if (STEPS.has(key)) collect(part, pointer, called, search, depth + 1);
      else if (key === "Privileged") tell(part, pointer, search, (found) => privileged(found, called));
      else if (isPath(key, at)) tell(part, pointer, search, pathOf);
    }
  }
}

function isPath(key: string, at: string): boolean {
  return (key === "SourcePath" && at.endsWith("/Host")) || (key === "Path" && at.endsWith("/HostPath"));
}

function tell(
  held: Value,
  pointer: string,
  { resource, found }: Search,
  describe: (value: Value | undefined) => Value | undefined,
): void {
  const item = describe(plain(held));
  if (item !== undefined) found.push(writtenAt(item, resource, pointer));
}

/** What is not known may be a privilege, and is no path. */
function privileged(value: Value | undefined, container: string): Value | undefined {
  if (value instanceof Unknown) return { Kind: new Unknown(value.reason), Container: container };
  return value === true || value === "true" ? { Kind: "privileged", Container: container } : undefined;
}

function pathOf(value: Value | undefined): Value | undefined {
  if (value instanceof Unknown) return { Kind: "path", Path: new Unknown(value.reason) };
  return typeof value === "string" && value !== "" ? { Kind: "path", Path: value } : undefined;
}
