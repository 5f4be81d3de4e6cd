import type { Attribute, Block, Body, HclFile } from "../../languages/hcl/ast.ts";
import type { BodyShape } from "../../languages/hcl/evaluator/body-shape.ts";
import { locate } from "../../languages/hcl/evaluator/locate.ts";
import { itemShape } from "../../languages/hcl/evaluator/shape-of-type.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { closestWord } from "../../model/did-you-mean.ts";

/** Terraform's own, in resources and data sources, and what providers of every version have. */
const META: ReadonlySet<string> = new Set([
  "count",
  "for_each",
  "provider",
  "depends_on",
  "lifecycle",
  "connection",
  "provisioner",
  "timeouts",
  "//",
]);

/** Refusals of one body: looking for words that are written almost alike takes its time. */
const MOST = 100;

/** Something that Terraform would refuse, in its words. */
export interface Refusal extends Pick<Diagnostic, "code" | "message" | "location"> {
  /** A word that is written almost alike is known. */
  readonly isSlip: boolean;
}

/** Where the parts of a body stand. */
export type FileOf = (part: Attribute | Block) => HclFile;

interface Place {
  readonly body: Body;
  readonly shape: BodyShape;
  readonly file: HclFile;
}

/** What Terraform would refuse of the arguments and blocks of a body, whatever their values are. */
export function checkArguments(place: Place, fileOf: FileOf): readonly Refusal[] {
  const { body } = place;
  const refusals = [...wrongAttributes(place, fileOf), ...missingArguments(place)];
  // in JSON attributes and blocks look alike, and only those of the first level are looked at
  if (body.syntax === "json") return refusals;
  return [...refusals, ...countBlocks(place, fileOf), ...innerRefusals(place, fileOf)];
}

function wrongAttributes({ body, shape }: Place, fileOf: FileOf): readonly Refusal[] {
  const refusals: Refusal[] = [];
  for (const [name, attribute] of body.attributes) {
    if (refusals.length === MOST) break;
    if (META.has(name) || (body.syntax === "json" && name === "dynamic")) continue;
    const location = locate(fileOf(attribute), attribute.start);
    const known = shape.attributes.get(name);
    if (known !== undefined) {
      if (!known.isDecided || known.isRequired) continue;
      const message = `Value for unconfigurable attribute: Can't configure a value for ${JSON.stringify(name)}: its value will be decided automatically.`;
      // providers of other versions may let people set it
      refusals.push({ code: "terraform-unsupported-argument", message, location, isSlip: false });
      continue;
    }
    if (shape.blocks.has(name) && body.syntax === "json") continue;
    refusals.push({ ...unsupported(name, shape), location });
  }
  return refusals;
}

function unsupported(name: string, shape: BodyShape): Omit<Refusal, "location"> {
  const told = `Unsupported argument: An argument named ${JSON.stringify(name)} is not expected here.`;
  const code = "terraform-unsupported-argument";
  if (shape.blocks.has(name)) {
    return { code, isSlip: true, message: `${told} Did you mean to define a block of type "${name}"?` };
  }
  const near = closestWord(name, shape.attributes.keys());
  return { code, isSlip: near !== undefined, message: near === undefined ? told : `${told} ${meant(near)}` };
}

function meant(word: string): string {
  return `Did you mean ${JSON.stringify(word)}?`;
}

function missingArguments({ body, shape, file }: Place): readonly Refusal[] {
  const refusals: Refusal[] = [];
  for (const [name, { isRequired }] of shape.attributes) {
    if (!isRequired || body.attributes.has(name) || hasBlock(body, name)) continue;
    const message = `Missing required argument: The argument ${JSON.stringify(name)} is required, but no definition was found.`;
    const location = locate(file, body.start);
    refusals.push({ code: "terraform-missing-argument", message, location, isSlip: true });
  }
  return refusals;
}

function hasBlock({ blocks }: Body, name: string): boolean {
  return blocks.some((block) => nameOf(block) === name);
}

/** The type of a block, and of the blocks that a dynamic one makes. */
function nameOf({ type, labels }: Block): string {
  return type === "dynamic" ? (labels[0]?.value ?? type) : type;
}

function countBlocks({ body, shape, file }: Place, fileOf: FileOf): readonly Refusal[] {
  const refusals: Refusal[] = [];
  for (const [name, { min, max }] of shape.blocks) {
    const blocks = body.blocks.filter((block) => nameOf(block) === name);
    if (blocks.some(({ type }) => type === "dynamic")) continue;
    if (blocks.length < min) {
      const message = `Insufficient ${name} blocks: At least ${String(min)} ${JSON.stringify(name)} blocks are required.`;
      const location = locate(file, body.start);
      refusals.push({ code: "terraform-missing-block", message, location, isSlip: true });
    }
    const extra = max > 0 ? blocks[max] : undefined;
    if (extra !== undefined) {
      const message = `Too many ${name} blocks: No more than ${String(max)} ${JSON.stringify(name)} blocks are allowed`;
      const location = locate(fileOf(extra), extra.body.start);
      refusals.push({ code: "terraform-too-many-blocks", message, location, isSlip: true });
    }
  }
  return refusals;
}

function innerRefusals({ body, shape }: Place, fileOf: FileOf): readonly Refusal[] {
  let refusals: readonly Refusal[] = [];
  for (const block of body.blocks) {
    if (refusals.length >= MOST) break;
    if (META.has(block.type)) continue;
    const name = nameOf(block);
    const file = fileOf(block);
    const attribute = shape.attributes.get(name);
    const inner =
      shape.blocks.get(name)?.body ?? (attribute === undefined ? undefined : itemShape(attribute.type));
    if (inner === undefined) {
      const start = block.type === "dynamic" ? (block.labels[0]?.start ?? block.start) : block.start;
      refusals = refusals.concat({ ...unsupportedBlock(name, shape), location: locate(file, start) });
      continue;
    }
    const written =
      block.type === "dynamic" ? block.body.blocks.filter(({ type }) => type === "content") : [block];
    for (const { body: content } of written) {
      refusals = refusals.concat(checkArguments({ body: content, shape: inner, file }, () => file));
    }
  }
  return refusals;
}

function unsupportedBlock(name: string, shape: BodyShape): Omit<Refusal, "location"> {
  const told = `Unsupported block type: Blocks of type ${JSON.stringify(name)} are not expected here.`;
  const code = "terraform-unsupported-argument";
  if (shape.attributes.has(name)) {
    const hint = `Did you mean to define argument ${JSON.stringify(name)}? If so, use the equals sign to assign it a value.`;
    return { code, isSlip: true, message: `${told} ${hint}` };
  }
  const near = closestWord(name, shape.blocks.keys());
  return { code, isSlip: near !== undefined, message: near === undefined ? told : `${told} ${meant(near)}` };
}
