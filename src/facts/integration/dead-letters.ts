import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import {
  Reference,
  Sensitive,
  Unknown,
  isValueList,
  isValueMap,
  plain,
  mayBeSomethingElse,
} from "../../model/value.ts";
import type { Value } from "../../model/value.ts";

/** Where a type names the queue for what could not be handled. */
const NAMING: Readonly<Record<string, readonly string[]>> = {
  "AWS::Events::Rule": ["/Targets"],
  "AWS::Lambda::EventInvokeConfig": ["/DestinationConfig"],
  "AWS::Lambda::EventSourceMapping": ["/DestinationConfig"],
  "AWS::Lambda::Function": ["/DeadLetterConfig"],
  "AWS::Pipes::Pipe": ["/SourceParameters"],
  "AWS::SNS::Subscription": ["/RedrivePolicy"],
  "AWS::SQS::Queue": ["/RedrivePolicy"],
  "AWS::Scheduler::Schedule": ["/Target"],
};

/** Below them, the properties that do; any other names who handles it. */
const FAILED = new Set(["DeadLetterConfig", "deadLetterTargetArn", "OnFailure"]);

/** What holds them, when it is not known as a whole. */
const PARTS = /(?:Config|Parameters)$/u;

/** The queues that take what something else could not handle. */
export interface DeadLetters {
  /** By id, and by the ARN or URL where that is all that is told. */
  readonly named: ReadonlySet<string>;
  /** A queue of which nothing is told: it may be any. */
  readonly open: Unknown | undefined;
}

const FOUND = new WeakMap<ResourceGraph, DeadLetters>();

/** Gathered once for a graph. */
export function deadLettersOf(graph: ResourceGraph): DeadLetters {
  const before = FOUND.get(graph);
  if (before !== undefined) return before;
  const search: Search = { named: new Set(), open: undefined };
  for (const [type, pointers] of Object.entries(NAMING)) {
    for (const resource of graph.ofType(type)) {
      if (resource.declared !== "here") continue;
      for (const pointer of pointers) gather(propertyAt(resource, pointer), isWhole(pointer), search, 0);
    }
  }
  const found = { named: search.named, open: search.open };
  FOUND.set(graph, found);
  return found;
}

/** A redrive policy, and what a function names, is about failures as a whole. */
function isWhole(pointer: string): boolean {
  return pointer === "/RedrivePolicy" || pointer === "/DeadLetterConfig";
}

interface Search {
  readonly named: Set<string>;
  open: Unknown | undefined;
}

/** As deep as targets and their settings go. */
const DEEPEST = 12;

function gather(
  value: Value | undefined,
  isFailed: boolean,
  search: Search,
  depth: number,
  isOpenPart = true,
): void {
  const held = value instanceof Sensitive ? value.value : value;
  if (held === undefined || depth > DEEPEST) return;
  if (isValueList(held)) {
    for (const item of held) gather(item, isFailed, search, depth + 1);
  } else if (isValueMap(held)) {
    for (const [key, part] of Object.entries(held)) {
      gather(part, isFailed || FAILED.has(key), search, depth + 1, PARTS.test(key));
    }
  } else if (isFailed) remember(held, search);
  else if (held instanceof Unknown && isOpenPart) search.open ??= held;
}

function remember(value: Value, search: Search): void {
  if (typeof value === "string") search.named.add(value);
  else if (value instanceof Reference) search.named.add(value.target);
  else if (value instanceof Unknown) {
    for (const { target } of value.candidates) search.named.add(target);
    if (mayBeSomethingElse(value)) search.open ??= value;
  }
}

/** Whether the queue's own name says that it holds what failed. */
export function isNamedForFailures({ address, name }: Resource): boolean {
  const label = address.slice(address.lastIndexOf(".") + 1);
  return /(?:^|[^a-z])(?:dlq|dead[-_ ]?letters?|fail(?:ed|ures?)|un(?:handled|delivered))(?:[^a-z]|$)/iu.test(
    spaced(`${label} ${name ?? ""}`),
  );
}

/** `ImportDLQueue` as words. */
function spaced(text: string): string {
  return text
    .replaceAll(/DLQ(?:ueue)?/g, " dlq ")
    .replaceAll(/([a-z])([A-Z])/g, "$1 $2")
    .replaceAll(/dead\s+letter/giu, "deadletter");
}

/** Whether a set of names holds the queue, by id or by what identifies it. */
export function holdsQueue(queue: Resource, named: ReadonlySet<string>): boolean {
  return (
    named.has(queue.id) || queue.identifiers.some((text) => named.has(text)) || endsWithName(queue, named)
  );
}

/** An ARN that is written out may be that of a queue whose name is not known. */
export function mayBeNamed(queue: Resource, named: ReadonlySet<string>): Unknown | undefined {
  const name = plain(propertyAt(queue, "/QueueName"));
  if (!(name instanceof Unknown)) return undefined;
  return [...named].some((text) => text.startsWith("arn:")) ? new Unknown(name.reason) : undefined;
}

/** An ARN that is written out ends in the name of the queue. */
function endsWithName(queue: Resource, named: ReadonlySet<string>): boolean {
  const name = plain(propertyAt(queue, "/QueueName"));
  if (typeof name !== "string") return false;
  for (const text of named) if (text.startsWith("arn:") && text.endsWith(`:${name}`)) return true;
  return false;
}
