import { matchesWildcard } from "../../model/matches-wildcard.ts";
import type { Resource } from "../../model/resource.ts";
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
    const patterns = patternsOf(settings, resource.type);
    if (patterns.length === 0) return NO_ROLES;
    const traits = traitsOf(resource);
    const named = namedRoles(patterns, traits);
    const isHelper = isCdkHandler(resource, graph);
    return patterns
      .filter(([role, pattern]) => hasRole(resource, pattern, traits, named.has(role), isHelper))
      .map(([role]) => role);
  },
};

const NO_ROLES: readonly string[] = [];

/** A role with its pattern, and the words that tell it, in the plural too. */
type NamedPattern = readonly [role: string, pattern: RolePattern, words: readonly string[]];

const BY_TYPE = new WeakMap<Settings, Map<string, readonly NamedPattern[]>>();

/** The roles that resources of a type can have. */
function patternsOf(settings: Settings, type: string): readonly NamedPattern[] {
  const byType = BY_TYPE.get(settings) ?? new Map<string, readonly NamedPattern[]>();
  BY_TYPE.set(settings, byType);
  const known = byType.get(type);
  if (known !== undefined) return known;
  const patterns = Object.entries(settings.roles)
    .filter(([, pattern]) => pattern.types.includes(type))
    .map(([role, pattern]) => [role, pattern, pattern.words.flatMap((word) => [word, `${word}s`])] as const);
  byType.set(type, patterns);
  return patterns;
}

/** What tells of a resource, in lower case. */
interface Traits {
  readonly tags: ReadonlyMap<string, string>;
  /** The words of its own name and label. */
  readonly words: ReadonlySet<string>;
  /** The words of the modules around it. */
  readonly moduleWords: ReadonlySet<string>;
}

function traitsOf(resource: Resource): Traits {
  const facts = plain(resource.properties["Facts"]);
  const tagged = isValueMap(facts) ? plain(facts["Tags"]) : undefined;
  const tags = new Map<string, string>();
  for (const [key, held] of Object.entries(isValueMap(tagged) ? tagged : {})) {
    const value = plain(held);
    tags.set(
      key.toLowerCase(),
      typeof value === "string" || typeof value === "boolean" ? String(value).toLowerCase() : "",
    );
  }
  const [modules, label] = splitAddress(resource.address);
  return { tags, words: wordsOf(`${label} ${nameOf(resource)}`), moduleWords: wordsOf(modules) };
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

/**
 * The roles that names tell. A resource's own name comes first: the log bucket of a report module holds logs. Only one
 * whose name tells nothing is what its module says.
 */
function namedRoles(patterns: readonly NamedPattern[], { words, moduleWords }: Traits): ReadonlySet<string> {
  const own = patterns.filter(([, , telling]) => telling.some((word) => words.has(word)));
  const named =
    own.length > 0 ? own : patterns.filter(([, , telling]) => telling.some((word) => moduleWords.has(word)));
  return new Set(named.map(([role]) => role));
}

/** What is said by hand wins over tags, tags over names. An unknown name or tag gives no role. */
function hasRole(
  { address }: Resource,
  pattern: RolePattern,
  { tags }: Traits,
  named: boolean,
  isHelper: boolean,
): boolean {
  if (pattern.exceptAddresses.some((except) => matchesWildcard(except, address))) return false;
  if (pattern.addresses.some((given) => matchesWildcard(given, address))) return true;
  if (pattern.exceptTags.some((tag) => hasTag(tags, tag))) return false;
  if (pattern.byDefault && !isHelper) return true;
  return named || pattern.tags.some((tag) => hasTag(tags, tag));
}

function hasTag(tags: ReadonlyMap<string, string>, wanted: string): boolean {
  const [key = "", value] = splitOnce(wanted.toLowerCase(), "=");
  const held = tags.get(key);
  return held !== undefined && (value === undefined || held === value);
}

function splitOnce(text: string, separator: string): readonly string[] {
  const index = text.indexOf(separator);
  return index < 0 ? [text] : [text.slice(0, index), text.slice(index + 1)];
}

/** Words as people join them: `northReports`, `north-reports` and `north_reports` all have north and reports. */
function wordsOf(text: string): ReadonlySet<string> {
  const spaced = /[A-Z]/.test(text) ? text.replace(/([a-z0-9])([A-Z])/g, "$1 $2") : text;
  return new Set(spaced.toLowerCase().split(/[^a-z0-9]+/));
}
