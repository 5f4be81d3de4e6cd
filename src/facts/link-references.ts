import { matchesWildcard } from "../model/matches-wildcard.ts";
import { parsePointer } from "../model/pointer.ts";
import type { PointerTokens } from "../model/pointer.ts";
import { resourceElsewhere } from "../model/resource.ts";
import type { Resource } from "../model/resource.ts";
import type { ResourceGraph } from "../model/resource-graph.ts";
import { Reference, Sensitive, Unknown, isValueList, isValueMap, referencesOf } from "../model/value.ts";
import type { Value, ValueMap } from "../model/value.ts";
import type { Link } from "./links/link.ts";
import { HOP_BY_TYPE, LINKS_BY_TYPE } from "./links/links.data.ts";
import { hasArnForm, indexArns, mayBeOfType, parseArn } from "./resource-arn.ts";

/** A copy of a resource that nobody else has yet. */
export type LinkedResource = Omit<Resource, "properties" | "origin"> & {
  origin?: NonNullable<Resource["origin"]>;
  readonly properties: Record<string, Value>;
};

/**
 * Makes every property that names another resource a reference: a literal name or ARN of a resource of the graph, or
 * of one that is declared elsewhere, and an alias by what it stands for. Adds the resources that are only named. The
 * resources of the graph stay as they are.
 */
export function linkReferences(graph: ResourceGraph): readonly LinkedResource[] {
  const linker = new Linker(graph);
  const linked = graph.resources.map((resource) => linker.link(resource));
  for (const resource of linker.elsewhere) linked.push(linker.link(resource));
  return linked;
}

interface ParsedLink extends Link {
  readonly tokens: PointerTokens;
  /** The types that may be named of which an ARN tells the name. */
  readonly withArns: readonly string[];
}

/** Deeper than any document that the sources decode. */
const DEEPEST = 500;

const HOPS = new Map(Object.entries(HOP_BY_TYPE).map(([type, through]) => [type, parsePointer(through)]));

class Linker {
  readonly elsewhere: Resource[] = [];
  /** By the type and the name of what is elsewhere. */
  readonly #elsewhere = new Map<string, Map<string, Resource>>();
  readonly #graph: ResourceGraph;
  /** By each identifier: the first resource that has it, and the others, of which there are few. */
  readonly #named = new Map<string, Resource>();
  readonly #namedAlike = new Map<string, Resource[]>();
  readonly #links = new Map<string, readonly ParsedLink[]>();
  readonly #arns = new Map<string, (text: string) => readonly Resource[]>();
  /** The resource that is being linked. */
  #namer: Resource | undefined;

  constructor(graph: ResourceGraph) {
    this.#graph = graph;
    for (const resource of graph.resources) {
      for (const identifier of resource.identifiers) this.#addName(identifier, resource);
    }
  }

  #addName(identifier: string, resource: Resource): void {
    const first = this.#named.get(identifier);
    if (first === undefined) {
      this.#named.set(identifier, resource);
      return;
    }
    const others = this.#namedAlike.get(identifier);
    if (others === undefined) {
      if (first !== resource) this.#namedAlike.set(identifier, [resource]);
    } else if (first !== resource && !others.includes(resource)) others.push(resource);
  }

  /** All that have an identifier. */
  #allNamed(text: string): readonly Resource[] {
    const first = this.#named.get(text);
    return first === undefined ? [] : [first, ...(this.#namedAlike.get(text) ?? [])];
  }

  link(resource: Resource): LinkedResource {
    const properties = { ...resource.properties };
    const linked: LinkedResource = { ...resource, properties };
    const own = resource.declared === "elsewhere" ? [] : this.#linksOf(resource.type);
    if (own.length === 0) return linked;
    this.#namer = resource;
    this.#linkProperties(properties, own);
    const { asCreated } = resource;
    if (asCreated === undefined) return linked;
    const created = { ...asCreated.properties };
    this.#linkProperties(created, own);
    return { ...linked, asCreated: { ...asCreated, properties: created } };
  }

  /** Changes the properties, which nobody else has. */
  #linkProperties(properties: Record<string, Value>, links: readonly ParsedLink[]): void {
    // by number: every resource comes through here, and an iterator costs an object a step
    for (let at = 0; at < links.length; at += 1) {
      const link = links[at];
      const property = link?.tokens[0];
      if (link === undefined || property === undefined) continue;
      const before = properties[property];
      if (before !== undefined) properties[property] = this.#rewrite(before, link.tokens, link, 1);
    }
  }

  #linksOf(type: string): readonly ParsedLink[] {
    const known = this.#links.get(type);
    if (known !== undefined) return known;
    const parsed = (Object.hasOwn(LINKS_BY_TYPE, type) ? (LINKS_BY_TYPE[type] ?? []) : []).map((link) => ({
      ...link,
      tokens: parsePointer(link.at),
      withArns: link.to.filter(hasArnForm),
    }));
    this.#links.set(type, parsed);
    return parsed;
  }

  /** Copies only what changes on the way down to the linked value. */
  #rewrite(value: Value, tokens: PointerTokens, link: ParsedLink, depth: number): Value {
    const token = tokens[depth];
    if (token === undefined) return this.#name(value, link, 0);
    if (token === "**") return this.#rewriteBelow(value, tokens, link, depth, 0);
    if (value instanceof Sensitive) {
      const inner = this.#rewrite(value.value, tokens, link, depth);
      return inner === value.value ? value : new Sensitive(inner);
    }
    if (token === "*" && isValueList(value)) {
      return mapChanged(value, (item) => this.#rewrite(item, tokens, link, depth + 1));
    }
    if (!isValueMap(value) || !Object.hasOwn(value, token)) return value;
    const before = value[token];
    if (before === undefined) return value;
    const after = this.#rewrite(before, tokens, link, depth + 1);
    return after === before ? value : { ...value, [token]: after };
  }

  /** The rest of the pointer from here, and from everything inside: a document's steps lie in steps. */
  #rewriteBelow(value: Value, tokens: PointerTokens, link: ParsedLink, depth: number, level: number): Value {
    if (level > DEEPEST) return value;
    if (value instanceof Sensitive) {
      const inner = this.#rewriteBelow(value.value, tokens, link, depth, level);
      return inner === value.value ? value : new Sensitive(inner);
    }
    const below = (part: Value): Value => this.#rewriteBelow(part, tokens, link, depth, level + 1);
    if (isValueList(value)) return mapChanged(value, below);
    if (!isValueMap(value)) return value;
    const here = this.#rewrite(value, tokens, link, depth + 1);
    return isValueMap(here) ? mapChangedParts(here, below) : here;
  }

  #name(value: Value, link: ParsedLink, hops: number): Value {
    if (value instanceof Sensitive) return this.#nameSensitive(value, link, hops);
    if (typeof value === "string") {
      return canName(value, link) ? new Reference(this.#resolve(value, link), undefined, value) : value;
    }
    if (value instanceof Unknown && value.candidates.length > 0) {
      return this.#nameCandidates(value, link, hops);
    }
    return value instanceof Reference ? this.#hop(value, link, hops) : value;
  }

  /** A secret text becomes no address of a resource elsewhere, which reports would show. */
  #nameSensitive(value: Sensitive, link: ParsedLink, hops: number): Value {
    if (typeof value.value === "string" && !this.#named.has(value.value)) return value;
    return new Sensitive(this.#name(value.value, link, hops));
  }

  #nameCandidates(value: Unknown, link: ParsedLink, hops: number): Value {
    const candidates = value.candidates.map((candidate) => this.#hop(candidate, link, hops));
    if (candidates.every((candidate, index) => candidate === value.candidates[index])) return value;
    return new Unknown(
      value.reason,
      candidates.flatMap((candidate) => referencesOf(candidate)),
    );
  }

  /** A reference to an alias is one to its key; one to text that the graph knows by name keeps its text. */
  #hop(reference: Reference, link: ParsedLink, hops: number): Value {
    const target = this.#graph.get(reference.target);
    const through = target === undefined || link.to.includes(target.type) ? undefined : HOPS.get(target.type);
    if (target === undefined || through === undefined || hops > 3) return reference;
    let next: Value | undefined = target.properties;
    for (const token of through) next = isValueMap(next) ? next[token] : undefined;
    return next === undefined ? reference : this.#name(next, link, hops + 1);
  }

  #resolve(text: string, link: ParsedLink): string {
    const named = this.#allNamed(text);
    const only = this.#onlyOne(named.filter((resource) => link.to.includes(resource.type)));
    if (only !== undefined) return only.id;
    const alias = named.find((resource) => HOPS.has(resource.type));
    const hopped = alias === undefined ? undefined : this.#hop(new Reference(alias.id), link, 0);
    if (hopped instanceof Reference && hopped.target !== alias?.id) return hopped.target;
    return this.#byArn(text, link) ?? this.#declareElsewhere(text, link);
  }

  /** Of several with one name, in several accounts, a resource means the one of its own deployment. */
  #onlyOne(fitting: readonly Resource[]): Resource | undefined {
    if (fitting.length <= 1) return fitting[0];
    const own = this.#namer?.placement?.deployment;
    const near = own === undefined ? [] : fitting.filter(({ placement }) => placement?.deployment === own);
    return near.length === 1 ? near[0] : undefined;
  }

  /** An ARN made of the name, region and account of a resource whose own ARN is known after apply. */
  #byArn(text: string, { withArns }: ParsedLink): string | undefined {
    if (withArns.length === 0) return undefined;
    const arn = parseArn(text);
    if (arn === undefined) return undefined;
    const named = withArns
      .filter((type) => mayBeOfType(arn, type))
      .flatMap((type) => this.#arnsOf(type)(text));
    return named.length === 1 ? named[0]?.id : undefined;
  }

  #arnsOf(type: string): (text: string) => readonly Resource[] {
    const known = this.#arns.get(type);
    if (known !== undefined) return known;
    const arns = indexArns(this.#graph.ofType(type));
    this.#arns.set(type, arns);
    return arns;
  }

  #declareElsewhere(text: string, link: ParsedLink): string {
    const type = link.to[0] ?? link.type;
    let named = this.#elsewhere.get(type);
    if (named === undefined) {
      named = new Map();
      this.#elsewhere.set(type, named);
    }
    let resource = named.get(text);
    if (resource === undefined) {
      resource = resourceElsewhere(text, type, `${text} is not declared in this input`);
      named.set(text, resource);
      this.elsewhere.push(resource);
    }
    return resource.id;
  }
}

function canName(text: string, { like }: Link): boolean {
  return text !== "" && (like === undefined || matchesWildcard(like, text));
}

function mapChanged(list: readonly Value[], change: (item: Value) => Value): readonly Value[] {
  let changed: Value[] | undefined;
  list.forEach((item, index) => {
    const after = change(item);
    if (after !== item) (changed ??= list.slice())[index] = after;
  });
  return changed ?? list;
}

function mapChangedParts(map: ValueMap, change: (part: Value) => Value): ValueMap {
  let changed: ValueMap | undefined;
  for (const [key, part] of Object.entries(map)) {
    const after = change(part);
    if (after === part) continue;
    changed = { ...(changed ?? map), [key]: after };
  }
  return changed ?? map;
}
