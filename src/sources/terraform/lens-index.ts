import { formatPointer } from "../../model/pointer.ts";
import type { PointerTokens } from "../../model/pointer.ts";
import { Unknown } from "../../model/value.ts";
import { awsccLens } from "./awscc-lens.ts";
import { feedPath } from "./feed-path.ts";
import type { Lens } from "./lens.ts";
import { LENS_BY_TYPE, SATELLITES } from "./lenses/lenses.data.ts";

const FOUND = new Map<string, Lens | undefined>();

/** The lens of a Terraform type, or `undefined` for a type that stays under its own name. */
export function lensOf(type: string): Lens | undefined {
  const known = FOUND.get(type);
  // the members of a table are asked for once
  if (known !== undefined || FOUND.has(type)) return known;
  const lens = findLens(type);
  FOUND.set(type, lens);
  return lens;
}

function findLens(type: string): Lens | undefined {
  if (Object.hasOwn(LENS_BY_TYPE, type)) return LENS_BY_TYPE[type];
  return type.startsWith("awscc_") ? awsccLens(type) : undefined;
}

/** Every lens that is written by hand; those of awscc follow from the CloudFormation schema. */
export function writtenLenses(): readonly Lens[] {
  return Object.values(LENS_BY_TYPE);
}

/** The lenses of the satellites that fold into resources of a Terraform type. */
function satellitesOf(type: string): readonly Lens[] {
  const types = Object.hasOwn(SATELLITES, type) ? SATELLITES[type] : undefined;
  return (types ?? []).flatMap((satellite) => lensOf(satellite) ?? []);
}

/** The attribute that feeds a pointer of a Terraform type or one of its satellites. */
export function feeding(
  lens: Lens,
  tokens: PointerTokens,
): { readonly lens: Lens; readonly path: string } | undefined {
  for (const candidate of [lens, ...satellitesOf(lens.type)]) {
    const path = feedPath(candidate.properties, tokens);
    if (path !== undefined) return { lens: candidate, path };
  }
  return undefined;
}

/** The answer for a property that is not there: `undefined` where a lens feeds it, else "not mapped". */
export function unmapped(lens: Lens, tokens: PointerTokens): Unknown | undefined {
  if (feeding(lens, tokens) !== undefined) return undefined;
  // the provider decides which version of Azure's API it speaks
  if (tokens[0] === "apiVersion") return undefined;
  // what CloudFormation does with the resources of a stack
  if (tokens[0] === "CloudFormation") return undefined;
  // arguments by which hashicorp/aws works, and which no other provider has
  if (tokens[0] === "Terraform" && lens.type.startsWith("awscc_")) return undefined;
  return new Unknown(`${formatPointer(tokens)} is not mapped for ${lens.type}`);
}
