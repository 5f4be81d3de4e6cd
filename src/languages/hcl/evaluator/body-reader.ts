import type { Location } from "../../../model/location.ts";
import type { Attribute, Block, Body, Expression, HclFile, Reference } from "../ast.ts";
import { parseHclExpression } from "../parse-hcl.ts";
import { convert } from "../values/convert.ts";
import { EvaluationError } from "../values/evaluation-error.ts";
import { ANY } from "../values/hcl-value.ts";
import type { HclValue } from "../values/hcl-value.ts";
import { NULL, nullOf, object, tuple, unknown } from "../values/make-value.ts";
import { withMarks, withMarksOf } from "../values/marks.ts";
import type { BodyShape } from "./body-shape.ts";
import { collectionItems } from "./collection-items.ts";
import { jsonBlocks } from "./json-blocks.ts";
import { locate } from "./locate.ts";
import { Once } from "./once.ts";
import { placeInExpression } from "./place-in-expression.ts";
import { itemShape } from "./shape-of-type.ts";
import { withNames } from "./scope.ts";
import type { Scope } from "./scope.ts";
import { unknownAmong } from "./unknown-among.ts";

/** What the reading of a body needs: an evaluation whose errors are values, and told. */
export interface BodyTools {
  /** The value, or an unknown that says what Terraform would refuse. */
  readonly settle: (compute: () => HclValue, where: () => Location) => HclValue;
  readonly evaluate: (expression: Expression, scope: Scope) => HclValue;
  /** The file of a part, when it is not the file of the body. */
  readonly fileOf: (part: Attribute | Block) => HclFile | undefined;
  /** Where the inside of what a name stands for is written. */
  readonly follow: (reference: Reference, path: readonly string[]) => Location | undefined;
}

/** A body with what evaluates it. */
export interface ReadableBody {
  readonly file: HclFile;
  readonly body: Body;
  readonly scope: Scope;
  readonly shape: BodyShape | undefined;
  /** Where a reader of a message is sent for the body as a whole: its block. */
  readonly start: number;
  /** Attributes and blocks that are Terraform's own and no part of the value. */
  readonly skip?: ReadonlySet<string>;
}

/** A block as written: one block, or with `dynamic` any number of them, all of which its content stands for. */
export interface WrittenBlock {
  readonly readers: readonly BodyReader[];
  /** Nobody knows how many blocks it makes; its one reader stands for any of them. */
  readonly isOpen: boolean;
}

/** Blocks of one type, with dynamic ones unfolded. */
interface Blocks {
  readonly written: readonly WrittenBlock[];
  readonly readers: readonly BodyReader[];
  /** A dynamic block whose number is not known: why, and what it may hold. */
  readonly open: HclValue | undefined;
}

/** Evaluates the attributes and nested blocks of a body, each when it is asked for and once. */
export class BodyReader {
  readonly #source: ReadableBody;
  readonly #tools: BodyTools;
  readonly #once = new Once();
  readonly #blocks = new Map<string, Blocks>();
  readonly #byType: ReadonlyMap<string, readonly Block[]>;

  constructor(source: ReadableBody, tools: BodyTools) {
    this.#source = source;
    this.#tools = tools;
    this.#byType = groupBlocks(source);
  }

  /** Attributes and types of blocks that the body has, in the order of the text: attributes, then blocks. */
  names(): readonly string[] {
    const { body, skip } = this.#source;
    const attributes = [...body.attributes.keys()].filter(
      (name) => !this.#byType.has(name) && !this.#isDynamic(name),
    );
    return [...attributes, ...this.#byType.keys()].filter((name) => skip?.has(name) !== true);
  }

  has(name: string): boolean {
    return this.#byType.has(name) || (this.#source.body.attributes.has(name) && !this.#isDynamic(name));
  }

  isBlock(name: string): boolean {
    return this.#byType.has(name);
  }

  /** The value of an attribute, or of all blocks of a type: a list of objects, or one object. */
  value(name: string): HclValue {
    return this.#once.get(
      name,
      () => (this.#byType.has(name) ? this.#blockValue(name) : this.#attributeValue(name)),
      () => name,
    );
  }

  /** The body as an object; what is not set is not in it. */
  toObject(): HclValue {
    return object(this.names().map((name) => [name, this.value(name)] as const));
  }

  /** The blocks of a type, one reader each. */
  readers(name: string): readonly BodyReader[] {
    return this.#read(name).readers;
  }

  /** The blocks of a type as they are written, in the order of the text. */
  writtenBlocks(name: string): readonly WrittenBlock[] {
    return this.#read(name).written;
  }

  /** Where a path such as `rule[0].default_retention[0].mode` is written; the nearest block around it when it is not. */
  locate(path: readonly string[]): Location {
    const { file, body, start } = this.#source;
    const [name, ...rest] = path;
    if (name === undefined) return locate(file, start);
    if (this.#byType.has(name)) {
      const [index, ...inner] = rest;
      const isIndex = index !== undefined && /^\d+$/u.test(index);
      const reader = this.readers(name)[isIndex ? Number(index) : 0];
      if (reader !== undefined) return reader.locate(isIndex ? inner : rest);
      const [block] = this.#byType.get(name) ?? [];
      return locate(block === undefined ? file : (this.#tools.fileOf(block) ?? file), block?.start ?? start);
    }
    const attribute = body.attributes.get(name);
    if (attribute === undefined) return locate(file, start);
    const place = placeInExpression(attribute.start, attribute.value, rest);
    return locate(this.#tools.fileOf(attribute) ?? file, place.start);
  }

  /** Where the path leads when what is written here only names it: into a local value, a data source, another module. */
  locateBehind(path: readonly string[]): Location | undefined {
    const [name, ...rest] = path;
    if (name === undefined) return undefined;
    if (this.#byType.has(name)) {
      const [index, ...inner] = rest;
      const isIndex = index !== undefined && /^\d+$/u.test(index);
      return this.readers(name)[isIndex ? Number(index) : 0]?.locateBehind(isIndex ? inner : rest);
    }
    const attribute = this.#source.body.attributes.get(name);
    if (attribute === undefined) return undefined;
    const place = placeInExpression(attribute.start, attribute.value, rest);
    return place.expression.kind === "reference" && place.rest.length > 0
      ? this.#tools.follow(place.expression, place.rest)
      : undefined;
  }

  #isDynamic(name: string): boolean {
    return name === "dynamic" && this.#source.body.syntax === "json";
  }

  #attributeValue(name: string): HclValue {
    const { file, body, scope, shape } = this.#source;
    const attribute = body.attributes.get(name);
    if (attribute === undefined) return NULL;
    const described = shape?.attributes.get(name);
    const value = this.#tools.settle(
      () => {
        const written = this.#tools.evaluate(attribute.value, scope);
        return described === undefined ? written : convert(written, described.type);
      },
      () => locate(this.#tools.fileOf(attribute) ?? file, attribute.value.start),
    );
    return described?.isSensitive === true ? withMarks(value, { sensitive: true, byType: true }) : value;
  }

  #blockValue(name: string): HclValue {
    const { shape } = this.#source;
    const { readers, open } = this.#read(name);
    const described = shape?.blocks.get(name);
    // an attribute that Terraform lets people write as blocks; what a block leaves out is null
    const attribute = described === undefined ? shape?.attributes.get(name) : undefined;
    const element = attribute === undefined ? undefined : itemShape(attribute.type);
    const objects = readers.map((reader) =>
      element === undefined ? reader.toObject() : reader.#filled(element),
    );
    if (described?.nesting === "one") return objects[0] ?? open ?? NULL;
    if (open !== undefined) return objects.length === 0 ? open : tuple([...objects, open]);
    return tuple(objects);
  }

  #filled(shape: BodyShape): HclValue {
    const entries = [...shape.attributes].map(([name, { type }]) => {
      return [name, this.has(name) ? this.value(name) : nullOf(type)] as const;
    });
    return object(entries);
  }

  #read(name: string): Blocks {
    const known = this.#blocks.get(name);
    if (known !== undefined) return known;
    const written: WrittenBlock[] = [];
    let open: HclValue | undefined;
    for (const block of this.#byType.get(name) ?? []) {
      const file = this.#tools.fileOf(block) ?? this.#source.file;
      if (block.type === "dynamic") {
        const { value, ...unfolded } = this.#unfold(name, file, block);
        open = value ?? open;
        written.push(unfolded);
      } else {
        const reader = this.#readerOf(name, file, block, block.body, this.#source.scope);
        written.push({ readers: [reader], isOpen: false });
      }
    }
    const readers = written.flatMap((block) => (block.isOpen ? [] : block.readers));
    const blocks = { written, readers, open };
    this.#blocks.set(name, blocks);
    return blocks;
  }

  #readerOf(name: string, file: HclFile, block: Block, body: Body, scope: Scope): BodyReader {
    const { shape } = this.#source;
    const attribute = shape?.attributes.get(name)?.type;
    const inner =
      shape?.blocks.get(name)?.body ?? (attribute === undefined ? undefined : itemShape(attribute));
    return new BodyReader({ file, body, scope, shape: inner, start: block.start }, this.#tools);
  }

  /** The blocks that a dynamic block makes; when nobody knows how many there are, `value` says what they may hold. */
  #unfold(name: string, file: HclFile, block: Block): WrittenBlock & { readonly value?: HclValue } {
    const { scope } = this.#source;
    const where = () => locate(file, block.start);
    const forEach = block.body.attributes.get("for_each")?.value;
    const [content] = contentsOf(block.body);
    if (forEach === undefined || content === undefined) {
      const value = unknown(ANY, `dynamic ${JSON.stringify(name)} has no for_each or no content`);
      return { readers: [], isOpen: true, value };
    }
    const collection = this.#tools.settle(() => this.#tools.evaluate(forEach, scope), where);
    const iterator = iteratorOf(block.body.attributes.get("iterator")?.value) ?? name;
    const readerFor = (key: HclValue, value: HclValue) => {
      const names = new Map([
        [
          iterator,
          object([
            ["key", key],
            ["value", value],
          ]),
        ],
      ]);
      return this.#readerOf(name, file, block, content.body, withNames(names, scope));
    };
    const items = attempt(() => (collection.isNull ? [] : collectionItems(collection)));
    if (items !== undefined) {
      const readers = items.map(({ key, value }) => readerFor(key, withMarksOf(value, collection)));
      return { readers, isOpen: false };
    }
    const reason = `how many ${name} blocks there are is not known: ${collection.unknown?.reason ?? "for_each is no collection"}`;
    const some = unknownAmong(ANY, [collection], reason);
    const any = readerFor(some, some);
    return { readers: [any], isOpen: true, value: unknownAmong(ANY, [any.toObject()], reason) };
  }
}

function groupBlocks({ body, shape }: ReadableBody): ReadonlyMap<string, readonly Block[]> {
  const grouped = new Map<string, Block[]>();
  const add = (name: string, block: Block) => {
    const before = grouped.get(name);
    if (before === undefined) grouped.set(name, [block]);
    else before.push(block);
  };
  for (const block of body.blocks) {
    add(block.type === "dynamic" ? (block.labels[0]?.value ?? "dynamic") : block.type, block);
  }
  if (body.syntax === "json") {
    for (const [name, attribute] of body.attributes) {
      if (name === "dynamic") {
        for (const block of jsonBlocks("dynamic", attribute, 1)) add(block.labels[0]?.value ?? name, block);
      } else if (shape?.blocks.has(name) === true) {
        for (const block of jsonBlocks(name, attribute)) add(name, block);
      }
    }
  }
  return grouped;
}

function contentsOf(body: Body): readonly Block[] {
  const content = body.attributes.get("content");
  if (body.syntax === "json" && content !== undefined) return jsonBlocks("content", content);
  return body.blocks.filter(({ type }) => type === "content");
}

/** `iterator = item`; in JSON the name is a text. */
function iteratorOf(expression: Expression | undefined): string | undefined {
  if (expression?.kind === "reference") return expression.root;
  if (expression?.kind !== "string") return undefined;
  const parsed = parseHclExpression(expression.value, "iterator");
  return parsed.ok && parsed.expression.kind === "reference" ? parsed.expression.root : undefined;
}

function attempt<Result>(compute: () => Result): Result | undefined {
  try {
    return compute();
  } catch (error) {
    if (error instanceof EvaluationError) return undefined;
    throw error;
  }
}
