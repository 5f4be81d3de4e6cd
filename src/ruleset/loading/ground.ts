import { formatPointer, parsePointer } from "../../model/pointer.ts";
import type { PointerTokens } from "../../model/pointer.ts";
import { didYouMean } from "../../model/did-you-mean.ts";
import type { RuleContext } from "./rule-context.ts";
import type { RuleReport } from "./rule-report.ts";
import { describeUnknownPointer } from "./vocabulary.ts";

/** What the pointers of a clause start from. */
export interface Ground {
  /** The types of the resource; `undefined` when the rule does not say them; `none` where the clause is about the graph. */
  readonly types: readonly string[] | undefined | "none";
  /** The way from the properties to the item that a clause inside each and some is about. */
  readonly base: PointerTokens;
}

export const GRAPH: Ground = { types: "none", base: [] };

/** Checks that a pointer, written at a place of the file, leads to something that the resource can have. */
export function checkPointer(
  context: RuleContext,
  report: RuleReport,
  ground: Ground,
  at: string,
  place: string,
): void {
  if (ground.types === undefined || ground.types === "none" || !isPointer(at)) return;
  const tokens = [...ground.base, ...parsePointer(at)];
  const inFacts = tokens[0] === "Facts";
  const vocabulary = inFacts ? context.knownFacts : context.knownTypes;
  if (vocabulary === undefined) return;
  const unknown = describeUnknownPointer(vocabulary, ground.types, inFacts ? tokens.slice(1) : tokens);
  if (unknown !== undefined) {
    report.value(
      "rule-unknown-pointer",
      place,
      inFacts ? unknown.replace("no property", "no fact") : unknown,
    );
  }
}

/** Checks the types at a place of the file: one, or a list of them. */
export function checkTypes(context: RuleContext, report: RuleReport, written: unknown, place: string): void {
  const { knownTypes } = context;
  if (knownTypes === undefined) return;
  if (Array.isArray(written)) {
    for (const [index, type] of written.entries()) checkTypes(context, report, type, `${place}/${index}`);
  } else if (typeof written === "string" && knownTypes.look(written, []) === "unknown-type") {
    report.value(
      "rule-unknown-type",
      place,
      `"${written}" is no type of resource${didYouMean(written, knownTypes.types)}`,
    );
  }
}

/** The types that a rule writes, or `undefined` when it does not or does it wrong. */
export function typesOf(written: unknown): readonly string[] | undefined {
  const types: readonly unknown[] = Array.isArray(written) ? written : [written];
  const names = types.filter((type) => typeof type === "string");
  return names.length > 0 && names.length === types.length ? names : undefined;
}

export function below(ground: Ground, at: unknown, ...item: PointerTokens): Ground {
  if (!isPointer(at)) return { ...ground, types: undefined };
  return { ...ground, base: [...ground.base, ...parsePointer(at), ...item] };
}

function isPointer(at: unknown): at is string {
  if (typeof at !== "string") return false;
  try {
    return formatPointer(parsePointer(at)) === at;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
