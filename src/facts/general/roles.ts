import type { Resource } from "../../model/resource.ts";
import type { RolePattern } from "../../model/settings.ts";
import { isValueMap, plain } from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";
import type { Fact } from "../fact.ts";

export const roles: Fact = {
  name: "Roles",
  types: "*",
  needs: ["Tags"],
  description:
    "What the resource is for (report, ledger, intake, log, clinic, phi-compute), told by tags, names and addresses as genoscan.yaml configures them.",
  compute(resource, { settings }) {
    const facts = plain(resource.properties["Facts"]);
    const tagged = isValueMap(facts) ? plain(facts["Tags"]) : undefined;
    const tags = isValueMap(tagged) ? tagged : {};
    return Object.keys(settings.roles).filter((role) => {
      const pattern = settings.roles[role];
      return pattern !== undefined && hasRole(resource, pattern, tags);
    });
  },
};

/** What is said by hand wins over tags, tags over names. An unknown name or tag gives no role. */
function hasRole(resource: Resource, pattern: RolePattern, tags: ValueMap): boolean {
  if (!pattern.types.includes(resource.type)) return false;
  if (pattern.exceptAddresses.some((address) => matchesAddress(resource.address, address))) return false;
  if (pattern.addresses.some((address) => matchesAddress(resource.address, address))) return true;
  if (pattern.exceptTags.some((tag) => hasTag(tags, tag))) return false;
  if (pattern.byDefault || pattern.tags.some((tag) => hasTag(tags, tag))) return true;
  const words = wordsOf(`${resource.address} ${resource.name ?? ""}`);
  return pattern.words.some((word) => words.has(word) || words.has(`${word}s`));
}

function hasTag(tags: ValueMap, wanted: string): boolean {
  const [key = "", value] = splitOnce(wanted.toLowerCase(), "=");
  return Object.entries(tags).some(([name, held]) => name.toLowerCase() === key && (value === undefined || sameText(held, value)));
}

function sameText(held: Value, wanted: string): boolean {
  const known = plain(held);
  return (typeof known === "string" || typeof known === "boolean") && String(known).toLowerCase() === wanted;
}

function splitOnce(text: string, separator: string): readonly string[] {
  const index = text.indexOf(separator);
  return index < 0 ? [text] : [text.slice(0, index), text.slice(index + 1)];
}

/** `*` stands for any text; the pattern is matched without regular expressions, in linear time. */
export function matchesAddress(text: string, pattern: string): boolean {
  const [first = "", ...rest] = pattern.split("*");
  if (rest.length === 0) return text === pattern;
  if (!text.startsWith(first)) return false;
  const last = rest.pop() ?? "";
  let position = first.length;
  for (const part of rest) {
    const found = text.indexOf(part, position);
    if (found < 0) return false;
    position = found + part.length;
  }
  return text.length - last.length >= position && text.endsWith(last);
}

/** Words as people join them: `module.report_vault.aws_s3_bucket.northReports` has report, vault, north, reports, … */
function wordsOf(text: string): ReadonlySet<string> {
  const spaced = text.replace(/([a-z0-9])([A-Z])/g, "$1 $2").toLowerCase();
  return new Set(spaced.split(/[^a-z0-9]+/));
}
