import { EVERYWHERE, parseRange, withoutRange } from "../network/address-range.ts";
import type { AddressRange } from "../network/address-range.ts";

/** A condition as far as its values are judged by it: key and operator in small letters, the operator without qualifiers. */
export interface ConditionTest {
  readonly key: string;
  readonly operator: string;
}

const PATTERNS = ["stringlike", "arnlike", "arnequals"];

/** How the values of a key begin, whoever calls: up to there a star is still for everybody. */
const OPENINGS: Readonly<Record<string, readonly string[] | undefined>> = {
  "aws:principalorgid": ["o-"],
  "aws:principalorgpaths": ["o-"],
  "aws:resourceorgid": ["o-"],
  "aws:resourceorgpaths": ["o-"],
  "aws:sourceorgid": ["o-"],
  "aws:sourceorgpaths": ["o-"],
  "aws:vpceorgid": ["o-"],
  "aws:vpceorgpaths": ["o-"],
  "aws:sourcevpc": ["vpc-"],
  "aws:sourcevpce": ["vpce-"],
  // the ids of roles and of users
  "aws:userid": ["AROA", "AIDA"],
};

const ARNS: ReadonlySet<string> = new Set([
  "aws:principalarn",
  "aws:sourcearn",
  "aws:sourcevpcarn",
  "s3:dataaccesspointarn",
]);

const ACCOUNTS: ReadonlySet<string> = new Set([
  "aws:principalaccount",
  "aws:resourceaccount",
  "aws:sourceaccount",
  "aws:sourceowner",
  "aws:vpceaccount",
  "kms:calleraccount",
  "s3:dataaccesspointaccount",
  "s3:resourceaccount",
]);

/** Whether a value of a condition keeps nobody out. */
export function admitsAll(text: string, { key, operator }: ConditionTest): boolean {
  if (operator === "bool") return text.toLowerCase() !== "true";
  if (operator === "ipaddress") return text.endsWith("/0");
  if (isOwnValue(text, key)) return true;
  if (!PATTERNS.includes(operator)) return false;
  const start = /^[^*?]*/.exec(text)?.[0] ?? "";
  if (start === text) return false;
  if (key === "sns:endpoint") return !isNamedEndpoint(text);
  if (key.endsWith(":sub")) return isAnySubject(text, start);
  if (ACCOUNTS.has(key)) return true;
  if (ARNS.has(key)) return isOfAnyAccount(text);
  const openings = OPENINGS[key];
  return openings === undefined
    ? /^[*?:]*$/.test(text)
    : openings.some((opening) => opening.startsWith(start));
}

/** `${aws:PrincipalOrgID}` for aws:PrincipalOrgID is what the key holds, whatever that is. */
export function isOwnValue(text: string, key: string): boolean {
  const [, name = ""] = /^\$\{\s*([^,}]+?)\s*(?:,[^}]*)?\}$/.exec(text) ?? [];
  return name.toLowerCase() === key;
}

/** Whether networks leave no address of a family out, as 0.0.0.0/1 and 128.0.0.0/1 do. */
export function coverEveryAddress(networks: readonly string[]): boolean {
  const ranges = networks.map(parseRange).filter((range) => range !== undefined);
  return ([4, 6] as const).some((family) => {
    let rest: readonly AddressRange[] = [EVERYWHERE[family]];
    for (const range of ranges) rest = rest.flatMap((part) => withoutRange(part, range));
    return rest.length === 0;
  });
}

/** How a subject begins that a code host signs; after it stands the name of an organization. */
export const SUBJECT_OPENINGS = ["repo:", "project_path:", "organization:"];

/** repo:*:ref:… names every repository of a code host, repo:clinic* those of whoever has a name that begins alike. */
function isAnySubject(text: string, start: string): boolean {
  if (SUBJECT_OPENINGS.some((opening) => opening.startsWith(start))) return true;
  return /^(?:(?:repo|project_path):[^/*?]*|organization:[^:*?]*)[*?]/.test(text);
}

/** Buckets and APIs are one of a kind, and their ARNs have no account. */
const ONE_OF_A_KIND = ["s3", "execute-api", "apigateway"];

/** In every account somebody can make an alarm, a rule or a role of that name. */
function isOfAnyAccount(arn: string): boolean {
  const [, , service = "", , account, ...rest] = arn.split(":");
  if (account === undefined) return true;
  if (!ONE_OF_A_KIND.includes(service)) return /[*?]/.test(account);
  return /^(?:\/(?:rest)?apis\/)?[*?]/.test(rest.join(":"));
}

/** A queue or function of one account, a URL of one host or of its subdomains. */
function isNamedEndpoint(pattern: string): boolean {
  if (pattern.startsWith("arn:")) return /^arn:[^:]*:[^:]*:[^:]*:[^:*?]+:/.test(pattern);
  return /^https?:\/\/(?:\*\.)?[^/*?]+\.[^/*?]+\//.test(pattern);
}
