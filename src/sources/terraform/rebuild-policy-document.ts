import { Sensitive, Unknown, emptyMap, isValueList, isValueMap, plain } from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";
import { convert } from "./convert.ts";

/**
 * The JSON document that `aws_iam_policy_document` makes of its arguments, with unknown parts where they are. Source
 * documents come first; a statement replaces an earlier one with its Sid; overriding documents do so last.
 */
export function rebuildPolicyDocument(attributes: ValueMap, unknown: (reason: string) => Unknown): Value {
  const statements: Value[] = [];
  for (const source of documentsOf(attributes, "source_policy_documents", "source_json"))
    addAll(statements, source, unknown);
  addAll(statements, { Statement: ownStatements(attributes["statement"]) }, unknown);
  for (const override of documentsOf(attributes, "override_policy_documents", "override_json"))
    addAll(statements, override, unknown);
  return { Version: text(attributes["version"]) ?? "2012-10-17", Statement: statements };
}

function documentsOf(attributes: ValueMap, list: string, single: string): readonly Value[] {
  const documents = attributes[list];
  const first = attributes[single];
  const known = plain(documents);
  const many = known === undefined ? [] : isValueList(known) ? known : [documents ?? known];
  return [...(first === undefined ? [] : [first]), ...many].filter((document) => document !== null);
}

function addAll(statements: Value[], document: Value, unknown: (reason: string) => Unknown): void {
  const decoded = convert(document, "json");
  const inner = decoded instanceof Sensitive ? decoded.value : decoded;
  const listed = isValueMap(inner) ? inner["Statement"] : undefined;
  if (listed === undefined) {
    const reason = inner instanceof Unknown ? inner.reason : "a source document is known after apply";
    statements.push(unknown(reason));
    return;
  }
  for (const statement of isValueList(listed) ? listed : [listed]) {
    const hidden = decoded instanceof Sensitive ? new Sensitive(statement) : statement;
    const position = statements.findIndex((earlier) => sameSid(earlier, statement));
    if (position < 0) statements.push(hidden);
    else statements[position] = hidden;
  }
}

function sameSid(earlier: Value, later: Value): boolean {
  const sid = sidOf(later);
  return sid !== undefined && sid !== "" && sidOf(earlier) === sid;
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
  put(statement, "Sid", written["sid"]);
  statement["Effect"] = written["effect"] ?? "Allow";
  put(statement, "Action", listed(written["actions"]));
  put(statement, "NotAction", listed(written["not_actions"]));
  put(statement, "Resource", listed(written["resources"]));
  put(statement, "NotResource", listed(written["not_resources"]));
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

/** `principals { type = "AWS" identifiers = […] }`, several of which may share a type. */
function principalsOf(value: Value | undefined): Value | undefined {
  const known = plain(value);
  if (known === undefined || known instanceof Unknown) return known;
  if (!isValueList(known) || known.length === 0) return undefined;
  const principals = emptyMap();
  for (const item of known) {
    const block = plain(item);
    const type = isValueMap(block) ? text(block["type"]) : undefined;
    if (type === undefined || !isValueMap(block))
      return new Unknown("a principal of the document is known after apply");
    const identifiers = listed(block["identifiers"]) ?? [];
    if (type === "*" && holdsOnlyStar(identifiers)) return "*";
    principals[type] = [...itemsOf(principals[type] ?? []), ...itemsOf(identifiers)];
  }
  return principals;
}

function itemsOf(list: Value): readonly Value[] {
  const items = plain(list);
  if (!isValueList(items)) return [list];
  return list instanceof Sensitive ? items.map((item) => new Sensitive(item)) : items;
}

function holdsOnlyStar(value: Value): boolean {
  return isValueList(value) && value.length === 1 && value[0] === "*";
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
    if (!isValueMap(block) || test === undefined || variable === undefined)
      return new Unknown("a condition of the document is known after apply");
    const tests = conditions[test];
    const earlier = isValueMap(tests) ? tests : emptyMap();
    conditions[test] = { ...earlier, [variable]: listed(block["values"]) ?? [] };
  }
  return conditions;
}

function text(value: Value | undefined): string | undefined {
  const known = plain(value);
  return typeof known === "string" ? known : undefined;
}
