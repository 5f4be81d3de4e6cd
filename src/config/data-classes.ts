import type { RolePattern } from "../model/settings.ts";
import type { ConfigDataClass } from "./config-document.ts";

/** The roles that follow from what data a resource holds. */
const PHI_ROLES = ["intake", "phi-compute"];
const PUBLIC = "public";

/**
 * The roles with what the data classes say: a tag of PHI gives buckets and compute the rules about PHI, and a tag of any
 * other class takes them away. A class holds PHI unless it says that it does not, or is called public.
 */
export function addDataClasses(
  roles: Readonly<Record<string, RolePattern>>,
  classes: Readonly<Record<string, ConfigDataClass>>,
): Record<string, RolePattern> {
  const tags = { gives: new Set<string>(), takes: new Set<string>() };
  for (const [name, { tags: marks, phi = name !== PUBLIC }] of Object.entries(classes)) {
    for (const tag of marks) tags[phi ? "gives" : "takes"].add(tag);
  }
  return Object.fromEntries(
    Object.entries(roles).map(([name, role]) => {
      if (!PHI_ROLES.includes(name)) return [name, role];
      return [
        name,
        {
          ...role,
          tags: [...new Set([...role.tags, ...tags.gives])],
          exceptTags: [...new Set([...role.exceptTags, ...tags.takes])],
        },
      ];
    }),
  );
}
