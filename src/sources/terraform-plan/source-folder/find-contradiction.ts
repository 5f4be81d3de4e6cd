import type { Body, Expression } from "../../../languages/hcl/ast.ts";
import { Sensitive, Unknown, isValueList, plain } from "../../../model/value.ts";
import type { Value, ValueMap } from "../../../model/value.ts";
import { agrees } from "./agrees.ts";
import { isSameDocument } from "./same-document.ts";

/** What a plan tells of one resource, beside the folder. */
export interface PlannedAttributes {
  readonly attributes: ValueMap;
  /** What `terraform show` has of it before and after. */
  readonly before: unknown;
  readonly after: unknown;
  /** The block of the resource. */
  readonly body: Body;
}

/**
 * An attribute of which plan and folder say different things, if there is one. Where one of them leaves something open,
 * they agree; what providers write in their own way agrees as well.
 */
export function findContradiction(planned: PlannedAttributes, written: ValueMap): string | undefined {
  const ignored = ignoredChanges(planned.body);
  if (ignored === "all" && planned.before !== null) return undefined;
  return Object.keys(written).find((name) => {
    const [told, said] = [planned.attributes[name], written[name]];
    if (told === undefined || said === undefined) return false;
    if (planned.before !== null && ignored !== "all" && ignored.has(name)) return false;
    return !isCompatible(told, said, isKept(planned, name));
  });
}

function isCompatible(told: Value, said: Value, kept: boolean): boolean {
  const isSame = isSameDocument(told, said);
  if (isSame !== undefined) return isSame;
  const [one, other] = [plain(told), plain(said)];
  if (one === undefined || other === undefined || one instanceof Unknown || isHash(one)) return true;
  if (kept && typeof one === "string" && typeof other === "string" && one.startsWith(other)) return true;
  return isLoose(one, other) || agrees(one, told instanceof Sensitive ? other : said);
}

/** A set may come out smaller, and the provider may make blocks beside those that are written. */
function isLoose(told: Value, said: Value): boolean {
  return isValueList(told) && (!isValueList(said) || told.length !== said.length);
}

/** The provider keeps only the SHA-1 of some texts. */
function isHash(value: Value | undefined): boolean {
  return typeof value === "string" && /^[0-9a-f]{40}$/u.test(value);
}

/** The plan leaves the attribute as it is: where the provider has read 14.7, the configuration may say 14. */
function isKept({ before, after }: PlannedAttributes, name: string): boolean {
  const [one, other] = [partOf(before, name), partOf(after, name)];
  return one !== undefined && JSON.stringify(one) === JSON.stringify(other);
}

function partOf(values: unknown, name: string): unknown {
  if (typeof values !== "object" || values === null || !Object.hasOwn(values, name)) return undefined;
  return (values as Readonly<Record<string, unknown>>)[name];
}

/** The attributes of which a resource keeps what it has, whatever is written. */
function ignoredChanges({ blocks }: Body): ReadonlySet<string> | "all" {
  const written = blocks
    .find(({ type }) => type === "lifecycle")
    ?.body.attributes.get("ignore_changes")?.value;
  if (written === undefined) return new Set();
  if (written.kind !== "tuple") return "all";
  return new Set(written.items.map(nameOf).filter((name) => name !== undefined));
}

/** `[tags]`, `["tags"]` of files in JSON. */
function nameOf(item: Expression): string | undefined {
  if (item.kind === "reference") return item.root;
  return item.kind === "string" ? /^[\w-]+/u.exec(item.value)?.[0] : undefined;
}
