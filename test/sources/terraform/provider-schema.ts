import { readFileSync } from "node:fs";
import { AWS_6 } from "./aws-6.ts";
import { AZURERM_3 } from "./azurerm-3.ts";
import { AZURERM_5 } from "./azurerm-5.ts";

/** What an attribute holds: `"string"`, `["list", "string"]`, `["set", ["object", {…}]]`. */
export type AttributeType =
  string | readonly [string, AttributeType | Readonly<Record<string, AttributeType>>];

/** A type, a block or an object: as scripts/extract-aws-provider-schema.mjs writes it. */
export interface Level {
  readonly attributes?: Readonly<Record<string, Attribute>>;
  readonly blocks?: Readonly<Record<string, Block>>;
}

export interface Attribute extends Level {
  readonly type?: AttributeType;
  /** Of an attribute that holds objects, in the newer framework. */
  readonly nesting?: string;
  readonly optional?: true;
  readonly computed?: true;
  readonly required?: true;
}

interface Block extends Level {
  readonly nesting: string;
  readonly max?: number;
  /** Told by the extracts of azurerm and kubernetes alone. */
  readonly required?: true;
}

interface SchemaExtract {
  readonly resources: Readonly<Record<string, Level>>;
  readonly types: readonly string[];
}

const EXTRACTS = ["hashicorp-aws-5.100.0", "hashicorp-azurerm-4.55.0", "hashicorp-kubernetes-2.38.0"].map(
  (name) => JSON.parse(readFileSync(`fixtures/schemas/${name}.json`, "utf8")) as SchemaExtract,
);

export const PROVIDER_TYPES: ReadonlySet<string> = new Set([
  ...EXTRACTS.flatMap(({ types }) => types),
  ...Object.keys(AWS_6),
  ...Object.keys(AZURERM_5),
]);

export function providerType(type: string): Level | undefined {
  const extract = EXTRACTS.find(({ resources }) => Object.hasOwn(resources, type));
  const level = extract?.resources[type];
  let known = level;
  for (const version of [AWS_6, AZURERM_3, AZURERM_5]) {
    const other = Object.hasOwn(version, type) ? version[type] : undefined;
    known = known === undefined || other === undefined ? (known ?? other) : withMore(known, other);
  }
  return known;
}

function withMore<Kind extends Level>(level: Kind, more: Level): Kind {
  const blocks: Record<string, Block> = { ...level.blocks };
  for (const [name, block] of Object.entries(more.blocks ?? {})) {
    const own = blocks[name];
    blocks[name] = own === undefined ? block : withMore(own, block);
  }
  return { ...level, attributes: { ...level.attributes, ...more.attributes }, blocks };
}

/** A member of a level: one value, or objects with members of their own. */
export type Member =
  | { readonly is: "value"; readonly attribute: Attribute; readonly type: AttributeType }
  | { readonly is: "objects"; readonly repeats: boolean; readonly level: Level };

export function memberOf(level: Level, name: string): Member | undefined {
  const block = level.blocks?.[name];
  if (block !== undefined) {
    return { is: "objects", repeats: block.nesting !== "single" && block.max !== 1, level: block };
  }
  const attribute = level.attributes?.[name];
  if (attribute === undefined) return undefined;
  if (attribute.nesting !== undefined) {
    return { is: "objects", repeats: attribute.nesting !== "single", level: attribute };
  }
  const type = attribute.type ?? "string";
  return objectsOf(type) ?? { is: "value", attribute, type };
}

/** A list of objects that is an attribute: `ingress` of a security group. */
function objectsOf(type: AttributeType): Member | undefined {
  if (typeof type === "string") return undefined;
  const [kind, inner] = type;
  if (kind === "object") return { is: "objects", repeats: false, level: levelOf(inner) };
  if (
    (kind === "list" || kind === "set") &&
    typeof inner === "object" &&
    "0" in inner &&
    inner[0] === "object"
  ) {
    return {
      is: "objects",
      repeats: true,
      level: levelOf(inner[1]),
    };
  }
  return undefined;
}

/** One value of an attribute under its own name: what an expansion of plain values reads. */
export function elementLevel(name: string, { attribute, type }: Extract<Member, { is: "value" }>): Level {
  const element = typeof type === "string" ? type : (type[1] as AttributeType);
  return { attributes: { [name]: { ...attribute, type: element } } };
}

function levelOf(members: AttributeType | Readonly<Record<string, AttributeType>>): Level {
  const entries = Object.entries(members as Readonly<Record<string, AttributeType>>);
  return {
    attributes: Object.fromEntries(entries.map(([name, type]) => [name, { type, optional: true as const }])),
  };
}

/** A member by its path. Dots lead through objects of which there is at most one. A text says what is wrong. */
export function memberAt(level: Level, path: string): Member | string {
  const steps = path.split(".");
  let current = level;
  for (const [index, step] of steps.entries()) {
    const member = memberOf(current, step);
    const at = steps.slice(0, index + 1).join(".");
    if (member === undefined) return `the provider has no ${at}`;
    if (index === steps.length - 1) return member;
    if (member.is === "value") return `${at} holds no objects`;
    if (member.repeats) return `${at} repeats, so a dot cannot lead through it`;
    current = member.level;
  }
  return `${path} is empty`;
}
