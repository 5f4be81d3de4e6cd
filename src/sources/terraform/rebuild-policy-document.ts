import { STATEMENT_ELEMENTS } from "../../model/policy-elements.ts";
import { Sensitive, Unknown, emptyMap, isValueList, isValueMap, plain } from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";
import { convert } from "./convert.ts";

/** AWS takes policies of 6,144 or 20,480 characters; documents that merge documents may double and double again. */
const MOST_STATEMENTS = 1_000;

/** The document as far as it is put together. */
interface Draft {
  version: Value;
  id: Value | undefined;
  readonly statements: Value[];
  /** Where the first statement with a Sid stands. */
  readonly bySid: Map<string, number>;
}

/**
 * The JSON document that `aws_iam_policy_document` makes of its arguments, with unknown parts where they are. Source
 * documents come first; a statement replaces an earlier one with its Sid; overriding documents do so last. Version and Id
 * are those of the last document that has them, a newer version in the place of an older one. What is one text in a list
 * stands without the list, and sets of texts in descending order, as the provider writes them.
 */
export function rebuildPolicyDocument(attributes: ValueMap, unknown: (reason: string) => Unknown): Value {
  const draft: Draft = { version: "", id: undefined, statements: [], bySid: new Map() };
  for (const source of documentsOf(attributes, "source_policy_documents", "source_json")) {
    merge(draft, source, unknown);
  }
  const own = emptyMap();
  own["Version"] = attributes["version"] ?? "2012-10-17";
  put(own, "Id", attributes["policy_id"]);
  own["Statement"] = ownStatements(attributes["statement"]);
  merge(draft, own, unknown);
  for (const override of documentsOf(attributes, "override_policy_documents", "override_json")) {
    merge(draft, override, unknown);
  }
  const document = emptyMap();
  document["Version"] = draft.version;
  put(document, "Id", draft.id);
  put(document, "Statement", draft.statements);
  return document;
}

function documentsOf(attributes: ValueMap, list: string, single: string): readonly Value[] {
  const documents = attributes[list];
  const first = attributes[single];
  const known = plain(documents);
  const many = known === undefined ? [] : isValueList(known) ? known : [documents ?? known];
  return [...(first === undefined ? [] : [first]), ...many].filter((document) => document !== null);
}

function merge(draft: Draft, document: Value, unknown: (reason: string) => Unknown): void {
  const { statements } = draft;
  if (statements.length > MOST_STATEMENTS) return;
  const decoded = convert(document, "json");
  const inner = decoded instanceof Sensitive ? decoded.value : decoded;
  if (!isValueMap(inner)) {
    const reason = inner instanceof Unknown ? inner.reason : "a source document is known after apply";
    statements.push(unknown(reason));
    return;
  }
  if (isLater(inner["Version"], draft.version)) draft.version = inner["Version"] ?? "";
  if (inner["Id"] !== undefined && inner["Id"] !== "") draft.id = inner["Id"];
  const listed = inner["Statement"];
  if (listed === undefined) return;
  for (const written of isValueList(listed) ? listed : [listed]) {
    const statement = inProviderOrder(written);
    const hidden = decoded instanceof Sensitive ? new Sensitive(statement) : statement;
    if (statements.length === MOST_STATEMENTS) {
      statements.push(unknown(`the document has more than ${String(MOST_STATEMENTS)} statements`));
      return;
    }
    const sid = sidOf(statement) ?? "";
    const position = sid === "" ? undefined : draft.bySid.get(sid);
    if (sid !== "" && position === undefined) draft.bySid.set(sid, statements.length);
    if (position === undefined) statements.push(hidden);
    else statements[position] = hidden;
  }
}

/** A statement of another document as the provider writes it: what it has no place for is left out. */
function inProviderOrder(statement: Value): Value {
  if (!isValueMap(statement)) return statement;
  const ordered = emptyMap();
  for (const element of STATEMENT_ELEMENTS) {
    const value = statement[element];
    if (value === undefined || value === null || value === "") continue;
    if (element === "Condition")
      ordered[element] = eachEntry(value, (tests) => eachEntry(tests, aloneOrText));
    else if (element.endsWith("Principal")) ordered[element] = eachEntry(value, descending);
    else ordered[element] = value;
  }
  return ordered;
}

function eachEntry(value: Value, change: (held: Value) => Value): Value {
  if (!isValueMap(value)) return value;
  const changed = emptyMap();
  for (const [key, held] of Object.entries(value)) changed[key] = change(held);
  return sortedKeys(changed);
}

function aloneOrText(value: Value): Value {
  if (typeof value === "boolean") return String(value);
  return isValueList(value) ? alone(value) : value;
}

function descending(value: Value): Value {
  if (!isValueList(value) || !value.every((item) => typeof item === "string")) return value;
  return [...value].sort(byCodePoint).reverse();
}

/** Versions are dates; one that is not known may be any. */
function isLater(version: Value | undefined, before: Value): boolean {
  const [one, other] = [text(version), text(before)];
  if (version === undefined || other === undefined) return false;
  return one === undefined || one > other;
}

function sidOf(statement: Value): string | undefined {
  const known = plain(statement);
  return isValueMap(known) ? text(known["Sid"]) : undefined;
}

function ownStatements(value: Value | undefined): Value {
  const known = plain(value);
  if (known === undefined) return [];
  if (!isValueList(known)) return [known];
  return known.map((item) => {
    const statement = plain(item);
    return isValueMap(statement) ? statementOf(statement) : item;
  });
}

function statementOf(written: ValueMap): ValueMap {
  const statement = emptyMap();
  if (written["sid"] !== "") put(statement, "Sid", written["sid"]);
  statement["Effect"] = written["effect"] ?? "Allow";
  put(statement, "Action", textsOf(written["actions"]));
  put(statement, "NotAction", textsOf(written["not_actions"]));
  put(statement, "Resource", withVariables(textsOf(written["resources"])));
  put(statement, "NotResource", withVariables(textsOf(written["not_resources"])));
  put(statement, "Principal", principalsOf(written["principals"]));
  put(statement, "NotPrincipal", principalsOf(written["not_principals"]));
  put(statement, "Condition", conditionsOf(written["condition"]));
  return statement;
}

function put(statement: Record<string, Value>, key: string, value: Value | undefined): void {
  if (value !== undefined && !(isValueList(value) && value.length === 0)) statement[key] = value;
}

/** A list that is unknown as a whole may hold, besides what it refers to, texts that the plan does not show. */
function listed(value: Value | undefined): Value | undefined {
  const known = plain(value);
  return known instanceof Unknown ? [new Unknown(known.reason)] : value;
}

/** A set of texts: each once, in descending order as far as they are known, and without a list when there is one. */
function textsOf(value: Value | undefined): Value | undefined {
  const whole = listed(value);
  if (!isValueList(whole)) return whole;
  if (!whole.every((item) => typeof item === "string")) return whole;
  return alone([...new Set(whole)].sort(byCodePoint).reverse());
}

function alone(texts: readonly Value[]): Value {
  const [first, ...more] = texts;
  return first !== undefined && more.length === 0 && typeof first === "string" ? first : texts;
}

/** Text in memory is in this order already, but for characters that take two places there. */
function byCodePoint(left: string, right: string): number {
  if (BEYOND.test(left) || BEYOND.test(right)) {
    return Buffer.compare(Buffer.from(left), Buffer.from(right));
  }
  return left === right ? 0 : left < right ? -1 : 1;
}

const BEYOND = /[\u{10000}-\u{10ffff}\ud800-\udfff]/u;

/** `&{aws:username}` is how Terraform lets people write a policy variable, which begins with a dollar sign. */
function withVariables(value: Value | undefined): Value | undefined {
  if (typeof value === "string") return value.replaceAll("&{", () => "${");
  if (isValueList(value)) return value.map((item) => withVariables(item) ?? item);
  return value instanceof Sensitive ? new Sensitive(withVariables(value.value) ?? value.value) : value;
}

/** `principals { type = "AWS" identifiers = […] }`, several of which may share a type. */
function principalsOf(value: Value | undefined): Value | undefined {
  const known = plain(value);
  if (known === undefined || known instanceof Unknown) return known;
  if (!isValueList(known) || known.length === 0) return undefined;
  const principals = emptyMap();
  for (const item of known) {
    const block = plain(item);
    const type = isValueMap(block) ? text(block["type"]) : undefined;
    if (type === undefined || !isValueMap(block)) {
      return new Unknown("a principal of the document is known after apply");
    }
    const identifiers = withVariables(textsOf(block["identifiers"])) ?? [];
    if (type === "*" && identifiers === "*" && known.length === 1) return "*";
    const earlier = principals[type];
    principals[type] = earlier === undefined ? identifiers : [...itemsOf(earlier), ...itemsOf(identifiers)];
  }
  return sortedKeys(principals);
}

function itemsOf(list: Value): readonly Value[] {
  const items = plain(list);
  if (!isValueList(items)) return [list];
  return list instanceof Sensitive ? items.map((item) => new Sensitive(item)) : items;
}

function conditionsOf(value: Value | undefined): Value | undefined {
  const known = plain(value);
  if (known === undefined || known instanceof Unknown) return known;
  if (!isValueList(known) || known.length === 0) return undefined;
  const conditions = emptyMap();
  for (const item of known) {
    const block = plain(item);
    const test = isValueMap(block) ? text(block["test"]) : undefined;
    const variable = isValueMap(block) ? text(block["variable"]) : undefined;
    if (!isValueMap(block) || test === undefined || variable === undefined) {
      return new Unknown("a condition of the document is known after apply");
    }
    const tests = conditions[test];
    const earlier = isValueMap(tests) ? tests : emptyMap();
    const before = earlier[variable];
    const values = itemsOf(withVariables(listed(block["values"])) ?? []);
    const all = before === undefined ? values : [...itemsOf(before), ...values];
    conditions[test] = sortedKeys({ ...earlier, [variable]: alone(all) });
  }
  return sortedKeys(conditions);
}

function sortedKeys(map: ValueMap): ValueMap {
  const sorted = emptyMap();
  for (const key of Object.keys(map).sort(byCodePoint)) sorted[key] = map[key] ?? null;
  return sorted;
}

function text(value: Value | undefined): string | undefined {
  const known = plain(value);
  return typeof known === "string" ? known : undefined;
}
