import { UnknownPlace, UnknownText, isSensitive, plain } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import { mapText } from "./policy-part.ts";

/**
 * A service has one name, `states.amazonaws.com`. The names that it has for a region and in China mean the same service,
 * so they are that name, even where only the deployment tells the region.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-services
 */
export function servicePrincipal(value: Value): Value {
  const known = plain(value);
  if (typeof known === "string") return isPlainName(known) ? value : mapText(value, withoutRegion);
  if (!(known instanceof UnknownText) || isSensitive(value)) return value;
  const [name] = known.pieces;
  const isOfRegion = known.pieces.length === 3 && typeof name === "string" && OF_REGIONS.has(name);
  const written = known.pieces.map(
    (piece, index) => textOfPiece(piece) ?? (isOfRegion && index === 1 ? "REGION" : undefined),
  );
  return written.includes(undefined) ? value : withoutRegion(written.join(""));
}

/** Services with a name for each region, and no other name that goes on after the first dot. */
const OF_REGIONS: ReadonlySet<string> = new Set(["codedeploy.", "logs.", "states."]);

/** `lambda.amazonaws.com`: there is no room for a region. */
function isPlainName(text: string): boolean {
  const isShort = text.endsWith(SUFFIX) && text.indexOf(".") === text.length - SUFFIX.length;
  return isShort || withoutRegion(text) === text;
}

const SUFFIX = ".amazonaws.com";

function withoutRegion(text: string): string {
  return text.replace(/(?:\.(?:[a-z]{2,4}(?:-[a-z]+)+-\d|REGION))?\.amazonaws\.com(?:\.cn)?$/, SUFFIX);
}

/** What a piece of the name stands for; nothing for a piece that could be any text. */
function textOfPiece(piece: Value): string | undefined {
  if (typeof piece === "string") return piece;
  if (!(piece instanceof UnknownPlace)) return undefined;
  if (piece.part === "region") return "REGION";
  return piece.part === "suffix" ? "amazonaws.com" : undefined;
}
