import { Reference, Unknown, UnknownText, describeReference } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import { writtenText } from "../../model/written-text.ts";
import type { FactContext } from "../fact.ts";
import { findRepository } from "./find-repository.ts";
import { parseImageName } from "./image-name.ts";
import { mapKnown } from "./map-known.ts";
import { tagPin } from "./tag-pin.ts";

/**
 * What says which image is meant: `digest`, `immutable-tag`, `tag` for one that can be moved, or `latest`. A tag of a
 * repository that the input does not declare is unknown, those of AWS included: AWS says neither that it moves the
 * tags of its images nor that it does not.
 */
export function imagePin(image: Value, context: FactContext): Value {
  if (image instanceof Reference && image.value === undefined) {
    return new Unknown(
      `the image is made with ${describeReference(image)}, and its tag or digest is not known before apply`,
    );
  }
  if (image instanceof UnknownText && endsWithDigest(image)) return "digest";
  const written = image instanceof UnknownText ? writtenText(image) : undefined;
  if (written?.isWhole === true) {
    const { tag, digest } = parseImageName(written.start);
    if (digest) return "digest";
    if (tag === undefined || tag === "latest") return "latest";
  }
  return mapKnown(image, (known) =>
    typeof known === "string" ? textPin(known, context) : new Unknown("the image is not a text"),
  );
}

/** What stands before a digest, a registry that is made with this image, changes nothing. */
function endsWithDigest({ pieces }: UnknownText): boolean {
  const last = pieces.at(-1);
  return typeof last === "string" && parseImageName(last).digest;
}

function textPin(text: string, context: FactContext): Value {
  const { repository, tag, digest } = parseImageName(text);
  if (digest) return "digest";
  if (tag === undefined || tag === "latest") return "latest";
  const found = findRepository(repository, context);
  return found instanceof Unknown ? found : tagPin(found, tag);
}
