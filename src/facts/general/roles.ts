import { matchesWildcard } from "../../model/matches-wildcard.ts";
import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import type { RolePattern, Settings } from "../../model/settings.ts";
import { isValueMap, plain } from "../../model/value.ts";
import type { Fact } from "../fact.ts";
import { isCdkHandler } from "./cdk-handlers.ts";

export const roles: Fact = {
  name: "Roles",
  types: "*",
  needs: ["Tags"],
  description:
    "What the resource is for (report, ledger, intake, log, fhir, secret, clinic, phi-compute), told by tags, names and addresses as genoscan.yaml configures them. The functions that CDK itself writes for its custom resources are no compute on health data unless genoscan.yaml or a tag says so.",
  compute(resource, { settings, graph }) {
    const told = rolesOfType(settings, resource.type);
    if (told.patterns.length === 0) return NO_ROLES;
    const named = namedRoles(told, resource);
    const tags = tellingTags(told, resource);
    let roles = NO_ROLES;
    for (const pattern of told.patterns) {
      if (!hasRole(resource, pattern, tags, named.includes(pattern), graph)) continue;
      roles = roles.length === 0 ? [pattern.role] : [...roles, pattern.role];
    }
    return roles;
  },
};

const NO_ROLES: readonly string[] = [];

/** What marks a resource as having a role, prepared once for all resources of a type. */
interface NamedPattern extends Omit<RolePattern, "tags" | "exceptTags"> {
  readonly role: string;
  /** The words that tell it, in the plural too. */
  readonly telling: readonly string[];
  readonly tags: readonly Tag[];
  readonly exceptTags: readonly Tag[];
}

/** In lower case; without a value any will do. */
interface Tag {
  readonly key: string;
  readonly value: string | undefined;
}

/** The roles that resources of a type can have. */
interface TypeRoles {
  readonly patterns: readonly NamedPattern[];
  readonly words: readonly string[];
  /** The keys of all tags that tell something. */
  readonly tagKeys: ReadonlySet<string>;
}

const BY_TYPE = new WeakMap<Settings, Map<string, TypeRoles>>();

function rolesOfType(settings: Settings, type: string): TypeRoles {
  let byType = BY_TYPE.get(settings);
  if (byType === undefined) {
    byType = new Map();
    BY_TYPE.set(settings, byType);
  }
  let known = byType.get(type);
  if (known === undefined) {
    known = prepareRoles(settings, type);
    byType.set(type, known);
  }
  return known;
}

function prepareRoles({ roles: settled }: Settings, type: string): TypeRoles {
  const patterns = Object.entries(settled)
    .filter(([, pattern]) => pattern.types.includes(type))
    .map(([role, pattern]): NamedPattern => ({
      ...pattern,
      role,
      telling: pattern.words.flatMap((word) => [word, `${word}s`]),
      tags: pattern.tags.map(readTag),
      exceptTags: pattern.exceptTags.map(readTag),
    }));
  const tags = patterns.flatMap((pattern) => [...pattern.tags, ...pattern.exceptTags]);
  return {
    patterns,
    words: patterns.flatMap(({ words }) => words),
    tagKeys: new Set(tags.map(({ key }) => key)),
  };
}

function readTag(written: string): Tag {
  const text = written.toLowerCase();
  const index = text.indexOf("=");
  return index < 0
    ? { key: text, value: undefined }
    : { key: text.slice(0, index), value: text.slice(index + 1) };
}

type Tags = ReadonlyMap<string, string>;

const NO_TAGS: Tags = new Map();

/** The tags of a resource that some pattern asks for, in lower case. */
function tellingTags({ tagKeys }: TypeRoles, resource: Resource): Tags {
  if (tagKeys.size === 0) return NO_TAGS;
  const facts = plain(resource.properties["Facts"]);
  const tagged = isValueMap(facts) ? plain(facts["Tags"]) : undefined;
  if (!isValueMap(tagged)) return NO_TAGS;
  let tags: Map<string, string> | undefined;
  for (const written of Object.keys(tagged)) {
    const key = written.toLowerCase();
    if (!tagKeys.has(key)) continue;
    const value = plain(tagged[written]);
    const text = typeof value === "string" || typeof value === "boolean" ? String(value).toLowerCase() : "";
    tags = (tags ?? new Map<string, string>()).set(key, text);
  }
  return tags ?? NO_TAGS;
}

/** A role tells no more of a sensitive name than that it has one of the words for it. */
function nameOf({ name, hiddenName }: Resource): string {
  const hidden = plain(hiddenName);
  return name ?? (typeof hidden === "string" ? hidden : "");
}

/**
 * `module.vault.` and `aws_s3_bucket.reports["north"]`; `Vault/` and `Reports` of a stack in a stack, or of a construct,
 * whose last step is often `Resource`.
 */
function splitAddress(address: string): readonly [string, string] {
  const [, around, label] = /^((?:[^/"[]+\/)*)([^/"[]+?)(?:\/(?:Resource|Default))?$/.exec(address) ?? [];
  if (around !== undefined && around !== "" && label !== undefined) return [around, label];
  const modules = /^(?:module\.[^.[]+(?:\[[^\]]*\])?\.)*/.exec(address)?.[0] ?? "";
  return [modules, address.slice(modules.length)];
}

const NOTHING_NAMED: readonly NamedPattern[] = [];

/**
 * The roles that names tell. A resource's own name comes first: the log bucket of a report module holds logs. Only one
 * whose name tells nothing is what its module says.
 */
function namedRoles({ patterns, words }: TypeRoles, resource: Resource): readonly NamedPattern[] {
  const name = nameOf(resource);
  // few names tell anything, and to look for a word is less than to find all words
  if (!mayTell(words, resource.address) && !mayTell(words, name)) return NOTHING_NAMED;
  const [modules, label] = splitAddress(resource.address);
  const own = toldBy(patterns, `${label} ${name}`);
  return own.length > 0 ? own : toldBy(patterns, modules);
}

function mayTell(words: readonly string[], name: string): boolean {
  if (words.length === 0) return false;
  const text = name.toLowerCase();
  // by number, as below: this is done for most resources, and an iterator costs an object a step
  for (let at = 0; at < words.length; at += 1) {
    if (text.includes(words[at] ?? "")) return true;
  }
  return false;
}

function toldBy(patterns: readonly NamedPattern[], name: string): readonly NamedPattern[] {
  const words = wordsOf(name);
  return patterns.filter(({ telling }) => telling.some((word) => words.has(word)));
}

/** What is said by hand wins over tags, tags over names. An unknown name or tag gives no role. */
function hasRole(
  resource: Resource,
  pattern: NamedPattern,
  tags: Tags,
  named: boolean,
  graph: ResourceGraph,
): boolean {
  const { address } = resource;
  if (matchesAny(pattern.exceptAddresses, address)) return false;
  if (matchesAny(pattern.addresses, address)) return true;
  if (hasTag(tags, pattern.exceptTags)) return false;
  if (pattern.byDefault && !isCdkHandler(resource, graph)) return true;
  return named || hasTag(tags, pattern.tags);
}

function matchesAny(patterns: readonly string[], address: string): boolean {
  for (let at = 0; at < patterns.length; at += 1) {
    if (matchesWildcard(patterns[at] ?? "", address)) return true;
  }
  return false;
}

function hasTag(tags: Tags, wanted: readonly Tag[]): boolean {
  if (tags.size === 0 || wanted.length === 0) return false;
  for (const { key, value } of wanted) {
    const held = tags.get(key);
    if (held !== undefined && (value === undefined || held === value)) return true;
  }
  return false;
}

/** Words as people join them: `northReports`, `north-reports` and `north_reports` all have north and reports. */
function wordsOf(text: string): ReadonlySet<string> {
  const spaced = /[A-Z]/.test(text) ? text.replace(/([a-z0-9])([A-Z])/g, "$1 $2") : text;
  return new Set(spaced.toLowerCase().split(/[^a-z0-9]+/));
}
