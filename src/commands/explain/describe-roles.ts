import type { RolePattern, Settings } from "../../model/settings.ts";
import type { RuleDocument } from "../../ruleset/rule-document.ts";

/** What gives a resource the roles that a rule asks for: nobody should have to guess why a rule does not fire. */
export function describeRoles(rule: RuleDocument, { roles }: Settings): readonly string[] {
  const asked = rolesAsked([rule.select, rule.assert]);
  return Object.entries(roles)
    .filter(([name]) => asked.has(name))
    .map(([name, pattern]) => `${name}: ${describePattern(pattern)}`);
}

/** The texts below a clause that looks at the roles of a resource. */
function rolesAsked(part: unknown, isBelowRoles = false): ReadonlySet<string> {
  if (typeof part === "string") return new Set(isBelowRoles ? [part] : []);
  if (typeof part !== "object" || part === null) return new Set();
  const looksAtRoles = isBelowRoles || ("at" in part && part.at === "/Facts/Roles");
  return new Set(Object.values(part).flatMap((inner) => [...rolesAsked(inner, looksAtRoles)]));
}

function describePattern(pattern: RolePattern): string {
  const { byDefault, words, tags, addresses, exceptTags, exceptAddresses } = pattern;
  const gives = [
    ...(byDefault ? ["every resource of these types"] : []),
    ...(words.length > 0 && !byDefault ? [`${words.join(", ")} in the name or the address`] : []),
    ...(tags.length > 0 ? [`the tag ${tags.join(" or ")}`] : []),
    ...(addresses.length > 0 ? [`the address ${addresses.join(" or ")}`] : []),
  ];
  const takes = [
    ...exceptTags.map((tag) => `the tag ${tag}`),
    ...exceptAddresses.map((address) => `the address ${address}`),
  ];
  const given = gives.join(", or ");
  return `${given}${takes.length > 0 ? `; not with ${takes.join(" or ")}` : ""} (${pattern.types.join(", ")})`;
}
