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
  const [first, second, third] = names;
  if (distance > FARTHEST || first === undefined) return undefined;
  const { config, call } = module;
  switch (reference.root) {
    case "local": {
      const local = config.locals.get(first);
      if (local === undefined) return undefined;
      return inAttribute(module, local.file, local.attribute, [...names.slice(1), ...path], distance);
    }
    case "var": {
      const attribute = call?.section.body.attributes.get(first);
      if (call === undefined || attribute === undefined) return undefined;
      const file = call.parent.config.overridden.get(attribute) ?? call.section.file;
      return inAttribute(call.parent, file, attribute, [...names.slice(1), ...path], distance);
    }
    case "module": {
      const child = module.childrenOf(first).find(isFollowed);
      const section = second === undefined ? undefined : child?.config.outputs.get(second);
      const attribute = section?.body.attributes.get("value");
      if (child === undefined || section === undefined || attribute === undefined) return undefined;
      return inAttribute(child, section.file, attribute, [...names.slice(2), ...path], distance);
    }
    case "data": {
      const declaration = second === undefined ? undefined : config.data.get(`${first}.${second}`);
      if (declaration === undefined || third === undefined) return undefined;
      return module.locateInside(declaration, third, [...names.slice(3), ...path]);
    }
    default:
      return undefined;
  }
}

function inAttribute(
  module: FollowedModule,
  file: HclFile,
  attribute: Attribute,
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
