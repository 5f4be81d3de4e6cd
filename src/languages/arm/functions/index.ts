import type { BuiltIn } from "./built-in.ts";
import { CIDRS } from "./cidr.ts";
import { COLLECTIONS } from "./collections.ts";
import { DATES } from "./dates.ts";
import { ENCODINGS } from "./encodings.ts";
import { FORMATS } from "./format.ts";
import { HASHES } from "./hash.ts";
import { LAMBDAS } from "./lambdas.ts";
import { LOGIC } from "./logic.ts";
import { NAMES } from "./names.ts";
import { NUMBERS } from "./numbers.ts";
import { RESOURCES, listFunction } from "./resources.ts";
import { SCOPES } from "./scopes.ts";
import { STRINGS } from "./strings.ts";

/**
 * The functions of ARM, by their names in lower case.
 * https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions
 */
const FUNCTIONS: ReadonlyMap<string, BuiltIn> = new Map(
  [
    CIDRS,
    COLLECTIONS,
    DATES,
    ENCODINGS,
    FORMATS,
    HASHES,
    LAMBDAS,
    LOGIC,
    NAMES,
    NUMBERS,
    RESOURCES,
    SCOPES,
    STRINGS,
  ]
    .flat()
    .map((builtIn) => [builtIn.name.toLowerCase(), builtIn]),
);

export const FUNCTION_NAMES: readonly string[] = [...FUNCTIONS.values()].map(({ name }) => name);

/** A function of ARM by its name in any case. */
export function findFunction(name: string): BuiltIn | undefined {
  const found = FUNCTIONS.get(name.toLowerCase());
  if (found !== undefined) return found;
  // `list*` are as many as providers have
  return /^list\w*$/iu.test(name) ? listFunction(name) : undefined;
}
