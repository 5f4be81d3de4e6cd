import type { Attribute, Block, Body, HclFile } from "../ast.ts";

/** A block of a module with the file that it stands in. */
export interface Section {
  readonly file: HclFile;
  readonly block: Block;
  /** What the block says, with what override files say instead. */
  readonly body: Body;
}

export interface LocalValue {
  readonly file: HclFile;
  readonly attribute: Attribute;
}

/** A resource, data source or ephemeral resource as declared: `resource "type" "name"`. */
export interface Declaration extends Section {
  readonly mode: "managed" | "data" | "ephemeral";
  readonly type: string;
  readonly name: string;
}

/** What the files of one module declare. */
export interface ModuleConfig {
  readonly files: readonly HclFile[];
  readonly variables: ReadonlyMap<string, Section>;
  readonly locals: ReadonlyMap<string, LocalValue>;
  readonly outputs: ReadonlyMap<string, Section>;
  readonly calls: ReadonlyMap<string, Section>;
  /** By `type.name`. */
  readonly resources: ReadonlyMap<string, Declaration>;
  readonly data: ReadonlyMap<string, Declaration>;
  readonly ephemeral: ReadonlyMap<string, Declaration>;
  /** By local name, with the alias behind a dot: `aws`, `aws.west`. */
  readonly providers: ReadonlyMap<string, Section>;
  /** Where the parts of a section stand that override files brought. */
  readonly overridden: WeakMap<Attribute | Block, HclFile>;
}

/** A block that stands twice, and the first one of which holds. */
export interface Duplicate {
  /** `aws_s3_bucket.a`, `var.b`. */
  readonly name: string;
  readonly first: Section;
  readonly second: Section;
}

export interface ReadModule {
  readonly config: ModuleConfig;
  readonly duplicates: readonly Duplicate[];
}

type Mutable = {
  readonly [Name in keyof ModuleConfig]: ModuleConfig[Name] extends ReadonlyMap<string, infer Held>
    ? Map<string, Held>
    : ModuleConfig[Name];
};

const MODES = { resource: "managed", data: "data", ephemeral: "ephemeral" } as const;

/** Collects what the files of a module declare; files that override others come last, in the order in which they count. */
export function readModuleConfig(files: readonly HclFile[], overrides: readonly HclFile[]): ReadModule {
  const config: Mutable = {
    files: [...files, ...overrides],
    variables: new Map(),
    locals: new Map(),
    outputs: new Map(),
    calls: new Map(),
    resources: new Map(),
    data: new Map(),
    ephemeral: new Map(),
    providers: new Map(),
    overridden: new WeakMap(),
  };
  const duplicates: Duplicate[] = [];
  for (const file of files) {
    readFile(file, config, (name, first, second) => duplicates.push({ name, first, second }));
  }
  for (const file of overrides) readFile(file, config, undefined);
  return { config, duplicates };
}

/** Told of a second block of one name; nothing is told where the second one overrides the first. */
type TellDuplicate = (name: string, first: Section, second: Section) => void;

function readFile(file: HclFile, config: Mutable, tell: TellDuplicate | undefined): void {
  const add = <Held extends Section>(
    sections: Map<string, Held>,
    key: string,
    section: Held,
    name: string,
  ): void => addTo(config.overridden, tell, sections, key, section, name);
  for (const block of file.body.blocks) {
    const section: Section = { file, block, body: block.body };
    const [first = "", second = ""] = block.labels.map(({ value }) => value);
    switch (block.type) {
      case "locals":
        for (const [name, attribute] of block.body.attributes) config.locals.set(name, { file, attribute });
        break;
      case "variable":
        add(config.variables, first, section, `var.${first}`);
        break;
      case "output":
        add(config.outputs, first, section, `output.${first}`);
        break;
      case "module":
        add(config.calls, first, section, `module.${first}`);
        break;
      case "provider":
        add(
          config.providers,
          providerKey(first, block.body),
          section,
          `provider.${providerKey(first, block.body)}`,
        );
        break;
      case "resource":
      case "data":
      case "ephemeral": {
        const declared = { ...section, mode: MODES[block.type], type: first, name: second };
        const key = `${first}.${second}`;
        const place = block.type === "resource" ? config.resources : config[block.type];
        add(place, key, declared, block.type === "resource" ? key : `${block.type}.${key}`);
        break;
      }
    }
  }
}

// oxlint-disable-next-line eslint/max-params -- called from one place, which binds the first two
function addTo<Held extends Section>(
  overridden: ModuleConfig["overridden"],
  tell: TellDuplicate | undefined,
  sections: Map<string, Held>,
  key: string,
  section: Held,
  name: string,
): void {
  const before = sections.get(key);
  if (before === undefined) sections.set(key, section);
  else if (tell === undefined) {
    sections.set(key, { ...before, body: overrideBody(before.body, section, overridden) });
  } else tell(name, before, section);
}

/** An argument of the override file takes the place of the other one, and blocks that of all blocks of their type. */
function overrideBody(
  base: Body,
  { body: override, file }: Section,
  overridden: ModuleConfig["overridden"],
): Body {
  for (const part of [...override.attributes.values(), ...override.blocks]) overridden.set(part, file);
  const types = new Set(override.blocks.map(blockKind));
  return {
    ...base,
    attributes: new Map([...base.attributes, ...override.attributes]),
    blocks: [...base.blocks.filter((block) => !types.has(blockKind(block))), ...override.blocks],
  };
}

function blockKind({ type, labels }: Block): string {
  return type === "dynamic" ? (labels[0]?.value ?? type) : type;
}

function providerKey(name: string, body: Body): string {
  const alias = body.attributes.get("alias")?.value;
  return alias?.kind === "string" ? `${name}.${alias.value}` : name;
}
