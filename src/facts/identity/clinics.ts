import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import { Sensitive, Unknown, isSensitive, isValueMap, plain } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { Fact } from "../fact.ts";

type Configured = Readonly<Record<string, string>>;

export const clinics: Fact = {
  name: "Clinics",
  types: ["AWS::Organizations::Account", "Genoscan::Deployment"],
  needs: ["Account", "Tags"],
  description:
    "The names of the clinics that an account is for: from its tag clinic, where several are joined by + , ; | or /, and from clinics in genoscan.yaml. A deployment has the fact only when genoscan.yaml gives one account to several clinics.",
  compute: (resource, { settings }) =>
    resource.type === "Genoscan::Deployment"
      ? clinicsOfDeployment(resource, settings.clinics)
      : clinicsOfAccount(resource, settings.clinics),
};

function clinicsOfDeployment(deployment: Resource, configured: Configured): Value | undefined {
  const ids = Object.values(configured);
  if (new Set(ids).size === ids.length) return undefined;
  const account = plain(propertyAt(deployment, "/Facts/Account"));
  return account instanceof Unknown ? account : namesOf(account, configured);
}

/** An account that is known after apply is a new one, which nobody can have configured. */
function clinicsOfAccount(account: Resource, configured: Configured): readonly Value[] {
  const names = namesOf(plain(propertyAt(account, "/AccountId")), configured);
  const tagged = clinicTags(account);
  const told = new Set(tagged.map((name) => plain(name)));
  return [...new Set(tagged), ...names.filter((name) => !told.has(name))];
}

function namesOf(account: Value | undefined, configured: Configured): readonly string[] {
  return Object.keys(configured).filter((name) => configured[name] === account);
}

/** The clinics that the tag of a resource names, sensitive when the tag is; an unknown stands for any number of them. */
export function clinicTags(resource: Resource): readonly Value[] {
  const tags = plain(propertyAt(resource, "/Facts/Tags"));
  if (tags instanceof Unknown) return [new Unknown(tags.reason)];
  if (!isValueMap(tags)) return NONE;
  const clinics: Value[] = [];
  for (const key of Object.keys(tags)) {
    if (!/^clinic(?:[-_ ]?(?:id|name))?$/i.test(key)) continue;
    const names = clinicsIn(plain(tags[key]));
    clinics.push(...(isSensitive(tags[key]) ? names.map((name) => new Sensitive(name)) : names));
  }
  return clinics;
}

const NONE: readonly Value[] = [];

function clinicsIn(tag: Value | undefined): readonly Value[] {
  if (tag instanceof Unknown) return [new Unknown(tag.reason)];
  if (typeof tag !== "string") return [];
  const names = tag.split(/[+,;|/]/).map((name) => name.trim());
  return names.filter((name) => name !== "");
}
