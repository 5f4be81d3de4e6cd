import { STATEMENT_ELEMENTS } from "../../model/policy-elements.ts";
import { Sensitive, Unknown, emptyMap, isValueList, isValueMap, plain } from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";
import { normalizeConditions } from "./normalize-conditions.ts";
import { normalizePrincipals } from "./normalize-principals.ts";
import { listOf, mapText, partOf } from "./policy-part.ts";

/**
 * An IAM document in one form: the list of its statements, each
 * {Sid?, Effect, Actions?, NotActions?, Resources?, NotResources?, Principals?, NotPrincipals?, Conditions?}, where all
 * but Sid and Effect are lists (see normalizePrincipals and normalizeConditions for the items of the last three).
 * Absent is what the document does not have. What is unknown in the document is unknown in the same place: the whole,
 * an item of the list (any number of statements), or a part. No document has no statements.
 */
export function normalizePolicy(document: Value | undefined): Value {
  if (typeof document !== "object" || document === null) return normalize(document);
  const known = NORMALIZED.get(document);
  if (known !== undefined) return known;
  const normalized = normalize(document);
  NORMALIZED.set(document, normalized);
  return normalized;
}

/** Several facts read the same documents. */
const NORMALIZED = new WeakMap<object, Value>();

function normalize(document: Value | undefined): Value {
  if (document instanceof Sensitive) return new Sensitive(normalizePolicy(document.value));
  const known = decoded(plain(document));
  if (known === undefined) return [];
  if (known instanceof Unknown) return known;
  if (!isValueMap(known)) return new Unknown("this is no IAM policy document");
  const written = partOf(known, "Statement");
  if (written === undefined) return [];
  const statements = plain(written);
  if (statements instanceof Unknown) return statements;
  const list = isValueList(statements)
    ? statements.map(normalizeStatement)
    : [normalizeStatement(statements)];
  return written instanceof Sensitive ? new Sensitive(list) : list;
}

function decoded(document: Value | undefined): Value | undefined {
  if (typeof document !== "string") return document;
  if (document.trim() === "") return undefined;
  try {
    return JSON.parse(document) as Value;
  } catch {
    return new Unknown("the policy is not valid JSON");
  }
}

function normalizeStatement(value: Value | undefined): Value {
  if (value instanceof Sensitive) return new Sensitive(normalizeStatement(value.value));
  const known = plain(value);
  if (known instanceof Unknown) return known;
  if (!isValueMap(known)) return new Unknown("a statement of the policy is no object");
  const written = hasUsualNames(known) ? known : withUsualNames(known);
  const statement = emptyMap();
  if (written["Sid"] !== undefined) statement["Sid"] = written["Sid"];
  statement["Effect"] = effectOf(written["Effect"]);
  addTexts(statement, "Actions", written["Action"]);
  addTexts(statement, "NotActions", written["NotAction"]);
  addTexts(statement, "Resources", written["Resource"]);
  addTexts(statement, "NotResources", written["NotResource"]);
  const { Principal: principals, NotPrincipal: notPrincipals, Condition: conditions } = written;
  if (principals !== undefined) statement["Principals"] = normalizePrincipals(principals);
  if (notPrincipals !== undefined) statement["NotPrincipals"] = normalizePrincipals(notPrincipals);
  if (conditions !== undefined) statement["Conditions"] = normalizeConditions(conditions);
  return statement;
}

/** Nearly everybody writes the elements as the documentation does, and then none has to be looked for in another case. */
function hasUsualNames(statement: ValueMap): boolean {
  for (const name of Object.keys(statement)) if (!STATEMENT_ELEMENTS.includes(name)) return false;
  return true;
}

function withUsualNames(statement: ValueMap): ValueMap {
  const usual = emptyMap();
  for (const name of STATEMENT_ELEMENTS) {
    const part = partOf(statement, name);
    if (part !== undefined) usual[name] = part;
  }
  return usual;
}

function effectOf(written: Value | undefined): Value {
  const effect = plain(written);
  if (effect === "Allow" || effect === "Deny") return written ?? effect;
  if (effect instanceof Unknown) return effect;
  return new Unknown("the effect of a statement is neither Allow nor Deny");
}

function asText(item: Value): Value {
  return typeof item === "string" ? item : mapText(item, (text) => text);
}

function addTexts(statement: Record<string, Value>, name: string, value: Value | undefined): void {
  if (value !== undefined) statement[name] = listOf(value).map(asText);
}
