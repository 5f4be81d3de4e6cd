import { awsccLens } from "../../../src/sources/terraform/awscc-lens.ts";
import type { Expansion, Feeds, Lens } from "../../../src/sources/terraform/lens.ts";
import { lensOf } from "../../../src/sources/terraform/lens-index.ts";
import { canonicalType, memberShape } from "./canonical-schema.ts";
import type { Shape } from "./canonical-schema.ts";
import { checkFeeds } from "./feed-problems.ts";
import type { Report } from "./feed-problems.ts";
import { PROVIDER_TYPES, elementLevel, memberAt, memberOf, providerType } from "./provider-schema.ts";
import type { Level } from "./provider-schema.ts";

/** What is wrong with a lens: with the attributes that it reads, or with the properties that it makes of them. */
export interface LensProblems {
  readonly attributes: readonly string[];
  readonly properties: readonly string[];
}

export function lensProblems(lens: Lens): LensProblems {
  const attributes = new Set<string>();
  const properties = new Set<string>();
  const report: Report = {
    // nobody sets the first two although the schema lets them be set
    names: ["tags_all", "id", ...[lens.name ?? "name"].flat(), ...(lens.identifiers ?? [])],
    attribute: (text) => void attributes.add(`${lens.type}: ${text}`),
    property: (text) => void properties.add(`${lens.type}: ${text}`),
  };
  const level = providerType(lens.type);
  if (level === undefined) {
    const exists = PROVIDER_TYPES.has(lens.type);
    report.attribute(
      exists ? "missing from the extract of the provider schema" : "the provider has no such type",
    );
  }
  for (const canonical of madeTypes(lens)) {
    const shape = canonicalType(canonical);
    if (shape === undefined) report.property(`${canonical} has no published shape`);
    checkFeeds(feedsOf(lens, shape), { level, shape, pointer: "" }, report);
  }
  if (level !== undefined) checkNames(lens, level, report);
  checkParents(lens, report);
  for (const expansion of lens.expand ?? []) checkExpansion(expansion, level, report);
  return { attributes: [...attributes], properties: [...properties] };
}

/** The types that get the properties: for a satellite those of its parents. */
function madeTypes({ canonical, fold, variants }: Lens): readonly string[] {
  const parents = (fold?.into ?? []).map((type) => lensOf(type)?.canonical ?? canonical);
  return [
    ...new Set([...(parents.length > 0 ? parents : [canonical]), ...Object.values(variants?.types ?? {})]),
  ];
}

/** Of a lens that makes several types what the type has; what none of them has is a problem of each. */
function feedsOf(lens: Lens, shape: Shape | undefined): Feeds {
  const all = lens.variants === undefined ? [] : madeTypes(lens).map(canonicalType);
  const has = (type: Shape | undefined, property: string): boolean =>
    type !== undefined && memberShape(type, property) !== undefined;
  const foreign = (property: string): boolean =>
    !has(shape, property) && all.some((type) => has(type, property));
  return Object.fromEntries(Object.entries(lens.properties).filter(([property]) => !foreign(property)));
}

/** The attributes that name the resource, its parent, or its type. */
function checkNames(lens: Lens, level: Level, report: Report): void {
  for (const path of namingAttributes(lens)) {
    const member = memberAt(level, path);
    if (typeof member === "string") report.attribute(member);
  }
}

function namingAttributes({ identifiers = [], name, fold, supersedes, variants }: Lens): readonly string[] {
  const paths = [...identifiers, ...[name].flat(), fold?.by, supersedes?.by, variants?.attribute];
  return paths.filter((path) => path !== undefined);
}

function checkParents({ fold, supersedes }: Lens, report: Report): void {
  for (const type of [...(fold?.into ?? []), ...(supersedes?.into ?? [])]) {
    const exists = PROVIDER_TYPES.has(type) || awsccLens(type) !== undefined;
    if (!exists) report.attribute(`no provider has ${type}, its parent`);
    else if (lensOf(type) === undefined) report.property(`its parent ${type} has no lens`);
  }
  if (supersedes === undefined) return;
  const { attribute } = supersedes;
  for (const type of supersedes.into) {
    const parent = providerType(type);
    if (parent !== undefined && memberOf(parent, attribute) === undefined) {
      report.attribute(`${type} has no ${attribute}`);
    }
  }
}

function checkExpansion(expansion: Expansion, level: Level | undefined, report: Report): void {
  const { blocks, canonical, parent, properties } = expansion;
  const shape = canonicalType(canonical);
  if (shape === undefined) {
    report.property(`${blocks} gives ${canonical}, which has no published shape`);
  } else if (memberShape(shape, parent) === undefined) {
    report.property(`${blocks} gives ${canonical}, which has no ${parent}`);
  }
  const inner = level === undefined ? undefined : levelInside(expansion, level, report);
  checkFeeds(properties, { level: inner, shape, pointer: `${blocks} as ${canonical} ` }, report);
}

function levelInside({ blocks, plain }: Expansion, level: Level, report: Report): Level | undefined {
  const member = memberAt(level, blocks);
  if (typeof member === "string") {
    report.attribute(member);
    return undefined;
  }
  if ((plain === true) !== (member.is === "value")) {
    report.attribute(
      `${blocks} holds ${member.is === "value" ? "plain values: plain: true" : "objects: no plain"}`,
    );
  }
  return member.is === "objects" ? member.level : elementLevel(blocks, member);
}
