import type { ParsedDocument } from "../../documents/parse-document.ts";
import { didYouMean } from "../../model/did-you-mean.ts";
import { joinPointer } from "../../model/pointer.ts";
import { checkOutline } from "./check-outline.ts";
import { checkSchema } from "./check-schema.ts";
import type { SchemaContext } from "./check-schema.ts";
import { ALL_WORDS, readShape } from "./clause-words.ts";
import type { ClauseWord } from "./clause-words.ts";
import { below, checkPointer, checkTypes, typesOf } from "./ground.ts";
import type { Ground } from "./ground.ts";
import { isObject } from "../../model/is-object.ts";
import type { RuleContext } from "./rule-context.ts";
import type { RuleReport } from "./rule-report.ts";
import { ITEM } from "./vocabulary.ts";

/** What the check of a clause needs besides the clause. */
export interface ClauseContext {
  readonly document: ParsedDocument;
  readonly report: RuleReport;
  readonly rule: RuleContext;
  readonly schema: SchemaContext;
}

type Part = Readonly<Record<string, unknown>>;

/** Checks a clause and every clause inside it. `pointer` is its place in the file. */
export function checkClause(context: ClauseContext, clause: unknown, pointer: string, ground: Ground): void {
  const { report, document } = context;
  if (!isObject(clause)) {
    report.value("rule-invalid", pointer, `a clause is an object with one word: ${ALL_WORDS.join(", ")}`);
    return;
  }
  const { words, strange, problem } = readShape(clause);
  for (const key of strange) {
    const message = `"${key}" is not a word of the rule language${didYouMean(key, ALL_WORDS)}`;
    report.key("rule-unknown-word", joinPointer(pointer, key), message);
  }
  if (problem !== undefined) report.value("rule-invalid", pointer, problem);
  for (const word of words) {
    const own = word === "at" ? pick(clause, ["at", "schema", "absent"]) : pick(clause, [word]);
    const definition = definitionOf(word, own);
    if (definition !== undefined) checkOutline(document, report, own, { definition, pointer });
    if (ground.types === "none" && !GRAPH_WORDS.includes(word)) {
      report.key("rule-invalid", joinPointer(pointer, word), describeGraphScope(word));
    } else checkWord(context, word, own, pointer, ground);
  }
}

const GRAPH_WORDS: readonly ClauseWord[] = ["all", "any", "not", "exists"];

function describeGraphScope(word: ClauseWord): string {
  return `"${word}" needs a resource, and with "scope: graph" the assertion is about the graph; put it into "exists"`;
}

function pick(clause: Part, keys: readonly string[]): Part {
  return Object.fromEntries(Object.entries(clause).filter(([key]) => keys.includes(key)));
}

/** Only a clause whose words go together is held against its definition. */
function definitionOf(word: ClauseWord, own: Part): string | undefined {
  if (word !== "at") return word;
  if ("schema" in own && "absent" in own) return undefined;
  if ("schema" in own) return "leaf";
  return "absent" in own ? "absent" : undefined;
}

function checkWord(
  context: ClauseContext,
  word: ClauseWord,
  own: Part,
  pointer: string,
  ground: Ground,
): void {
  const argument = own[word];
  const place = joinPointer(pointer, word);
  switch (word) {
    case "all":
    case "any":
      for (const [index, clause] of (Array.isArray(argument) ? argument : []).entries()) {
        checkClause(context, clause, joinPointer(place, index), ground);
      }
      return;
    case "not":
      checkClause(context, argument, place, ground);
      return;
    case "at":
      checkAt(context, own, "at", pointer, ground);
      // what is neither is told by the definition of the leaf
      if (isObject(own["schema"])) checkSchema(context.schema, own["schema"], joinPointer(pointer, "schema"));
      return;
    case "each":
    case "some":
      checkQuantified(context, argument, place, ground);
      return;
    case "related":
      checkRelated(context, argument, place, ground);
      return;
    case "exists":
      checkExists(context, argument, place);
      return;
    case "compare":
      checkAt(context, argument, "at", place, ground);
      checkAt(context, argument, "to", place, ground);
  }
}

function checkQuantified(context: ClauseContext, argument: unknown, place: string, ground: Ground): void {
  if (!isObject(argument)) return;
  checkAt(context, argument, "at", place, ground);
  const item = below(ground, argument["at"], ITEM);
  checkInside(context, argument, "where", place, item);
  checkInside(context, argument, "assert", place, item);
}

function checkRelated(context: ClauseContext, argument: unknown, place: string, ground: Ground): void {
  if (!isObject(argument)) return;
  const { from } = argument;
  if (isObject(from)) {
    const source = joinPointer(place, "from");
    const other: Ground = { types: typesOf(from["type"]), base: [] };
    checkTypes(context.rule, context.report, from["type"], joinPointer(source, "type"));
    checkAt(context, from, "at", source, other);
    checkInside(context, argument, "assert", place, other);
    return;
  }
  checkAt(context, argument, "through", place, ground);
  checkTypes(context.rule, context.report, argument["type"], joinPointer(place, "type"));
  checkInside(context, argument, "assert", place, { types: typesOf(argument["type"]), base: [] });
}

function checkExists(context: ClauseContext, argument: unknown, place: string): void {
  if (!isObject(argument)) return;
  checkTypes(context.rule, context.report, argument["type"], joinPointer(place, "type"));
  checkInside(context, argument, "where", place, { types: typesOf(argument["type"]), base: [] });
}

function checkInside(
  context: ClauseContext,
  argument: Part,
  key: string,
  place: string,
  ground: Ground,
): void {
  if (argument[key] !== undefined) checkClause(context, argument[key], joinPointer(place, key), ground);
}

function checkAt(
  context: ClauseContext,
  argument: unknown,
  key: string,
  place: string,
  ground: Ground,
): void {
  const at = isObject(argument) ? argument[key] : undefined;
  if (typeof at === "string") checkPointer(context.rule, context.report, ground, at, joinPointer(place, key));
}
