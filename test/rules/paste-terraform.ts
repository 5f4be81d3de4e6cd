import type { Block, Body, Comment, HclFile } from "../../src/languages/hcl/ast.ts";
import { referredNames } from "../../src/languages/hcl/referred-names.ts";
import { PROVIDER_TYPES, memberOf, providerType } from "../sources/terraform/provider-schema.ts";
import type { Level } from "../sources/terraform/provider-schema.ts";
import { AWS_6 } from "../sources/terraform/aws-6.ts";
import { requiredArguments } from "../sources/terraform/required-arguments.ts";
import type { Required } from "../sources/terraform/required-arguments.ts";

/** With this version nothing but the schema of the AWS provider that we know holds. */
const KNOWN = "5.100.0";
/** For what only version 6 has. */
const NEWER = "6.0.0";
const ELSEWHERE = 'data "external" "elsewhere" {\n  program = ["tell"]\n}\n';
/** A value that nobody knows. */
const ANYTHING = "data.external.elsewhere.result.value";

const META_ARGUMENTS = new Set(["count", "depends_on", "for_each", "provider"]);
const META_BLOCKS = new Set(["connection", "dynamic", "lifecycle", "provisioner", "timeouts"]);
/** Blocks of Terraform itself, of whose insides a provider's schema says nothing, or nothing that we have. */
const OWN = new Set(["data", "ephemeral", "locals", "module", "output", "provider", "variable"]);

/** The files beside a snippet that hold what it names. */
export function around(file: HclFile, snippet: string): Readonly<Record<string, string>> {
  const declared = namedIn(file).map(declare).join("\n");
  const read = [...snippet.matchAll(/\b(?:file|filemd5|filebase64sha256)\("([\w.-]+)"\)/gu)];
  return {
    "around.tf": `${pinned(file)}${ELSEWHERE}${declared}`,
    ...Object.fromEntries(read.map(([, name = ""]) => [name, "a text"])),
    ...Object.fromEntries(file.body.blocks.filter(({ type }) => type === "module").flatMap(moduleFor)),
  };
}

function pinned({ body }: HclFile): string {
  const isNewer = body.blocks.some(({ labels }) => Object.hasOwn(AWS_6, labels[0]?.value ?? ""));
  return `terraform {\n  required_providers {\n    aws = "${isNewer ? NEWER : KNOWN}"\n  }\n}\n`;
}

/** A folder with the variables that a call gives values. */
function moduleFor({ body: { attributes } }: Block): readonly (readonly [string, string])[] {
  const source = attributes.get("source")?.value;
  if (source?.kind !== "string") return [];
  const names = [...attributes.keys()].filter((name) => name !== "source" && !META_ARGUMENTS.has(name));
  const variables = names.filter((name) => name !== "providers").map((name) => `variable "${name}" {}\n`);
  return [[`${source.value}/around.tf`, variables.join("")]];
}

/** Names that the snippet leaves to the configuration around it: `aws_kms_key.phi`, `data.aws_region.here`, `var.a`. */
function namedIn({ body }: HclFile): readonly string[] {
  const declared = new Set(
    body.blocks.map(({ type, labels }) => {
      const path = labels.map(({ value }) => value).join(".");
      if (type === "resource") return path;
      return type === "variable" ? `var.${path}` : `${type}.${path}`;
    }),
  );
  const named = body.blocks.flatMap(({ body: inner }) => namesBelow(inner));
  return [...new Set(named)].filter(
    (name) => /^(?!(?:each|count|path|self|terraform)\b)\w+\./u.test(name) && !declared.has(name),
  );
}

function namesBelow({ attributes, blocks }: Body): readonly string[] {
  const values = [...attributes.values()].filter(({ name }) => !/^providers?$/u.test(name));
  return [
    ...values.flatMap(({ value }) => [...referredNames(value)]),
    ...blocks.filter(({ type }) => type !== "lifecycle").flatMap(({ body }) => namesBelow(body)),
  ];
}

function declare(name: string): string {
  const [type = "", label = "", more = ""] = name.split(".");
  switch (type) {
    case "var":
      return `variable "${label}" {}`;
    case "local":
      return `locals {\n  ${label} = ${ANYTHING}\n}`;
    case "data":
    case "ephemeral":
      return `${type} "${label}" "${more}" {}`;
    default: {
      const required = requiredArguments(type);
      return `resource "${type}" "${label}" {\n${required ? textOf(required, label) : ""}}`;
    }
  }
}

/** Names are those of the resource in the configuration: others find it by them, and they tell what it is for. */
function textOf({ attributes, blocks, inner }: Required, label: string): string {
  const own = attributes.map((name) => `${name} = ${/(?:^|_)name$/u.test(name) ? `"${label}"` : ANYTHING}\n`);
  const nested = [...blocks].map(([name, count]) => {
    const content = inner(name);
    return `${name} {\n${content ? textOf(content, label) : ""}}\n`.repeat(count);
  });
  return [...own, ...nested].join("");
}

/** A snippet with what has to be there in the place of each `# …`, which stands for what a person has there already. */
export function completed({ body, comments }: HclFile, snippet: string): string {
  let text = snippet;
  for (const comment of comments.filter((one) => one.text.trim() === "…").toReversed()) {
    const missing = missingAt(body, comment);
    text = `${text.slice(0, comment.start)}\n${missing}${text.slice(comment.end)}`;
  }
  return text;
}

/** What the body that the comment stands in lacks. */
function missingAt({ blocks }: Body, comment: Comment): string {
  const block = blocks.find((one) => one.start < comment.start && comment.end < one.end);
  if (block?.type !== "resource") return "";
  const [type = "", label = ""] = block.labels.map(({ value }) => value);
  const required = requiredArguments(type);
  return required ? missingIn(block.body, required, comment, label) : "";
}

function missingIn(body: Body, required: Required, comment: Comment, label: string): string {
  const isIn = (part: { start: number; end: number }): boolean =>
    part.start < comment.start && comment.end < part.end;
  if ([...body.attributes.values()].some(isIn)) return "";
  const block = body.blocks.find(isIn);
  if (block !== undefined) {
    const inner = required.inner(block.type);
    return inner ? missingIn(block.body, inner, comment, label) : "";
  }
  const missing = {
    attributes: required.attributes.filter((name) => !body.attributes.has(name)),
    blocks: new Map(
      [...required.blocks].map(([name, count]) => [name, Math.max(0, count - countOf(body, name))]),
    ),
    inner: required.inner,
  };
  return textOf(missing, label);
}

function countOf({ blocks }: Body, name: string): number {
  return blocks.filter(({ type }) => type === name).length;
}

/** What the providers would refuse of what is written, whatever its values are. */
export function refusals({ body }: HclFile): readonly string[] {
  return body.blocks.flatMap(({ type, labels, body: inner }) => {
    if (OWN.has(type)) return [];
    const [name = "", label = ""] = labels.map(({ value }) => value);
    if (type !== "resource") return [`${type} is no block of Terraform`];
    if (!/^(?:aws|azurerm|kubernetes)_/u.test(name)) return [];
    const level = providerType(name);
    const required = requiredArguments(name);
    const place = `${name}.${label}`;
    if (!PROVIDER_TYPES.has(name)) return [`there is no ${name}`];
    if (level === undefined || required === undefined) return [`${name} is not in the extract of the schema`];
    return [...strangersIn(inner, level, place), ...missingBelow(inner, required, place)];
  });
}

function strangersIn({ attributes, blocks }: Body, level: Level, path: string): readonly string[] {
  const own = [...attributes.keys()]
    .filter((name) => !META_ARGUMENTS.has(name) && level.attributes?.[name] === undefined)
    .map((name) => `${path}: there is no ${name}`);
  const inner = blocks.flatMap(({ type, body }) => {
    if (META_BLOCKS.has(type)) return [];
    const member = memberOf(level, type);
    if (member?.is !== "objects") return [`${path}: there is no block ${type}`];
    return strangersIn(body, member.level, `${path} ${type}`);
  });
  return [...own, ...inner];
}

function missingBelow({ attributes, blocks }: Body, required: Required, path: string): readonly string[] {
  const isThere = (name: string): boolean =>
    attributes.has(name) || blocks.some(({ type, labels }) => (labels[0]?.value ?? type) === name);
  const own = [...required.attributes, ...required.blocks.keys()]
    .filter((name) => !isThere(name))
    .map((name) => `${path}: there has to be ${name}`);
  const inner = blocks.flatMap(({ type, body }) => {
    const content = required.inner(type);
    return content ? missingBelow(body, content, `${path} ${type}`) : [];
  });
  return [...own, ...inner];
}
