import { isSensitive, plain } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import { attributeAtPath, parsePath } from "./attribute-path.ts";
import type { AttributePath } from "./attribute-path.ts";
import { DEFAULT_IDENTIFIERS } from "./lens.ts";
import type { Lens } from "./lens.ts";
import type { TerraformResource } from "./terraform-resource.ts";

/** Where the resources of a type have their names. */
interface NamePaths {
  readonly identifiers: readonly AttributePath[];
  /** Of the physical name: the first that is set. */
  readonly name: readonly AttributePath[];
}

const DEFAULT = namePaths(DEFAULT_IDENTIFIERS, "name");
const PATHS = new WeakMap<Lens, NamePaths>();

const NO_TEXTS: readonly string[] = [];

/** The texts by which others may name a resource. */
export function identifiersOf({ attributes }: TerraformResource, lens: Lens | undefined): readonly string[] {
  const { identifiers } = pathsOf(lens);
  let texts: string[] | undefined;
  for (let at = 0; at < identifiers.length; at += 1) {
    const path = identifiers[at];
    const text = path === undefined ? undefined : shownText(attributeAtPath(attributes, path));
    if (text === undefined) continue;
    // a list that begins with a text has no room to spare
    if (texts === undefined) texts = [text];
    else texts.push(text);
  }
  return texts ?? NO_TEXTS;
}

/** The physical name, which may be hidden or not known. */
export function nameOf({ attributes }: TerraformResource, lens: Lens | undefined): Value | undefined {
  const { name } = pathsOf(lens);
  for (let at = 0; at < name.length; at += 1) {
    const path = name[at];
    const value = path === undefined ? undefined : attributeAtPath(attributes, path);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** A text that reports may show; a sensitive name names nothing. */
export function shownText(value: Value | undefined): string | undefined {
  const text = isSensitive(value) ? undefined : plain(value);
  return typeof text === "string" && text !== "" ? text : undefined;
}

/** The same for each resource of a lens, so taken apart once. */
function pathsOf(lens: Lens | undefined): NamePaths {
  if (lens === undefined) return DEFAULT;
  const known = PATHS.get(lens);
  if (known !== undefined) return known;
  const { identifiers = DEFAULT_IDENTIFIERS, name = "name" } = lens;
  const paths = namePaths(identifiers, name);
  PATHS.set(lens, paths);
  return paths;
}

function namePaths(identifiers: readonly string[], name: string | readonly string[]): NamePaths {
  return { identifiers: identifiers.map(parsePath), name: [name].flat().map(parsePath) };
}
