import type { Location } from "../../../model/location.ts";
import type { Attribute, HclFile, Reference } from "../ast.ts";
import { locate } from "./locate.ts";
import type { Declaration, ModuleConfig, Section } from "./module-config.ts";
import { placeInExpression } from "./place-in-expression.ts";

/** A module as the search for what stands behind a name sees it. */
export interface FollowedModule {
  readonly config: ModuleConfig;
  /** The call that gives its variables their values; nothing for the root module. */
  readonly call: { readonly parent: FollowedModule; readonly section: Section } | undefined;
  childrenOf(name: string): readonly object[];
  /** Where the arguments of a data source are written that the inside of one of its texts is made of. */
  locateInside(declaration: Declaration, attribute: string, path: readonly string[]): Location | undefined;
}

/** Names that stand for names that stand for names: a configuration may say them in a circle. */
const FARTHEST = 20;

/**
 * Where the inside of a value is written that an expression only names: behind a local value, in the call of the module
 * for a variable, behind an output of a module, in the arguments of a data source. `path` leads on from the name.
 */
export function followReference(
  module: FollowedModule,
  reference: Reference,
  path: readonly string[],
  distance = 0,
): Location | undefined {
  const names = attributeNames(reference);
  if (distance > FARTHEST || names.length === 0) return undefined;
  if (reference.root === "data") return inData(module, names, path);
  const taken = reference.root === "module" ? 2 : 1;
  const written = attributeBehind(module, reference.root, names);
  return written && inAttribute(written, [...names.slice(taken), ...path], distance);
}

/** An attribute with the module and the file in which it is written. */
interface WrittenAttribute {
  readonly module: FollowedModule;
  readonly file: HclFile;
  readonly attribute: Attribute;
}

/** What a name of the language stands for: the local value, the argument of the call, the output. */
function attributeBehind(
  module: FollowedModule,
  root: string,
  [name = "", output = ""]: readonly string[],
): WrittenAttribute | undefined {
  switch (root) {
    case "local": {
      const local = module.config.locals.get(name);
      return local && { module, ...local };
    }
    case "var":
      return module.call && inSection(module.call.parent, module.call.section, name);
    case "module": {
      const child = module.childrenOf(name).find(isFollowed);
      const section = child?.config.outputs.get(output);
      return child && section && inSection(child, section, "value");
    }
    default:
      return undefined;
  }
}

function inSection(module: FollowedModule, section: Section, name: string): WrittenAttribute | undefined {
  const attribute = section.body.attributes.get(name);
  return attribute && { module, file: module.config.overridden.get(attribute) ?? section.file, attribute };
}

function inData(
  module: FollowedModule,
  [type = "", name = "", attribute = "", ...more]: readonly string[],
  path: readonly string[],
): Location | undefined {
  const declaration = module.config.data.get(`${type}.${name}`);
  return declaration && module.locateInside(declaration, attribute, [...more, ...path]);
}

function inAttribute(
  { module, file, attribute }: WrittenAttribute,
  path: readonly string[],
  distance: number,
): Location | undefined {
  const { start, expression, rest } = placeInExpression(attribute.start, attribute.value, path);
  const behind =
    expression.kind === "reference" ? followReference(module, expression, rest, distance + 1) : undefined;
  return behind ?? locate(file, start);
}

/** A missing module has no configuration. */
function isFollowed(module: object): module is FollowedModule {
  return "config" in module && "locateInside" in module;
}

/** The names behind the root; which instance of several is meant makes no difference to where they are written. */
function attributeNames({ steps }: Reference): readonly string[] {
  return steps.flatMap((step) => (step.kind === "attribute-step" ? [step.name] : []));
}
