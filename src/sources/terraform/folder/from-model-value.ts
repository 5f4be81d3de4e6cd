import { HclNumber } from "../../../languages/hcl/values/hcl-number.ts";
import { ANY, HclUnknown, HclValue, STRING, UNMARKED } from "../../../languages/hcl/values/hcl-value.ts";
import { bool, NULL, number, object, text, tuple } from "../../../languages/hcl/values/make-value.ts";
import { withMarks } from "../../../languages/hcl/values/marks.ts";
import { fromModelUnknown } from "../../../languages/hcl/values/to-model.ts";
import {
  Reference,
  Sensitive,
  Unknown,
  UnknownDocument,
  UnknownPlace,
  UnknownText,
  isValueList,
} from "../../../model/value.ts";
import type { Value } from "../../../model/value.ts";

/** A value of the model in expressions: what was computed outside of them, a policy document for example. */
export function fromModelValue(value: Value): HclValue {
  if (value === null) return NULL;
  if (typeof value === "string") return text(value);
  if (typeof value === "boolean") return bool(value);
  if (typeof value === "number") return number(HclNumber.parse(String(value)) ?? HclNumber.double(value));
  if (value instanceof Sensitive) return withMarks(fromModelValue(value.value), { sensitive: true });
  if (value instanceof Reference) return fromReference(value);
  if (value instanceof UnknownDocument) {
    return new HclValue(
      STRING,
      new HclUnknown(value.reason, value.candidates, { document: fromModelValue(value.document) }),
    );
  }
  if (value instanceof UnknownText) {
    const pieces = value.pieces.map((piece) => (typeof piece === "string" ? piece : fromModelValue(piece)));
    const knowledge = { notNull: true, mayFail: true, text: pieces };
    return new HclValue(STRING, new HclUnknown(value.reason, value.candidates, knowledge));
  }
  if (value instanceof UnknownPlace) {
    return new HclValue(STRING, new HclUnknown(value.reason, [], { notNull: true, place: value }));
  }
  if (value instanceof Unknown) return new HclValue(ANY, fromModelUnknown(value));
  if (isValueList(value)) return tuple(value.map(fromModelValue));
  return object(Object.entries(value).map(([key, held]) => [key, fromModelValue(held)] as const));
}

function fromReference(reference: Reference): HclValue {
  const { target, attribute, value } = reference;
  if (value !== undefined) {
    return withMarks(fromModelValue(value), { reference: new Reference(target, attribute) });
  }
  return new HclValue(ANY, new HclUnknown("known after apply"), {
    ...UNMARKED,
    reference: new Reference(target, attribute),
  });
}
