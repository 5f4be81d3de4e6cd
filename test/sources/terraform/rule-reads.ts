import { LINKS } from "../../../src/facts/links/index.ts";
import { formatPointer, parsePointer } from "../../../src/model/pointer.ts";
import { typeList } from "../../../src/ruleset/clause.ts";
import type { Clause, Quantified } from "../../../src/ruleset/clause.ts";
import type { RuleDocument } from "../../../src/ruleset/rule-document.ts";

/** One property that a rule reads: of which types, and where. `*` stands for every item of a list. */
export interface Read {
  readonly types: readonly string[];
  readonly pointer: string;
}

/** Everything that a rule reads of resources, apart from facts: facts read for themselves. */
export function readsOf({ select, assert }: RuleDocument): readonly Read[] {
  const types = typeList(select.type);
  // with scope graph, assert is about no resource: it begins with exists
  const clauses =
    select.where === undefined ? [assert as Clause] : [select.where as Clause, assert as Clause];
  const reads = clauses.flatMap((clause) => readsIn(clause, types, ""));
  return reads.filter(({ pointer }) => pointer !== "" && !pointer.startsWith("/Facts"));
}

function readsIn(clause: Clause, types: readonly string[], base: string): readonly Read[] {
  const inner = (part: Clause): readonly Read[] => readsIn(part, types, base);
  const read = (at: string): Read => ({ types, pointer: base + at });
  if ("all" in clause) return clause.all.flatMap(inner);
  if ("any" in clause) return clause.any.flatMap(inner);
  if ("not" in clause) return inner(clause.not);
  if ("each" in clause) return ofItems(clause.each, types, base);
  if ("some" in clause) return ofItems(clause.some, types, base);
  if ("compare" in clause) return [read(clause.compare.at), read(clause.compare.to)];
  if ("exists" in clause) {
    const { type, where } = clause.exists;
    return where === undefined ? [] : readsIn(where, typeList(type), "");
  }
  if (!("related" in clause)) return [read(clause.at)];
  const { related } = clause;
  if ("from" in related) {
    const others = typeList(related.from.type);
    const asserted = related.assert === undefined ? [] : readsIn(related.assert, others, "");
    return [{ types: others, pointer: related.from.at }, ...asserted];
  }
  const others = related.type === undefined ? namedBy(types, base + related.through) : typeList(related.type);
  const asserted = related.assert === undefined ? [] : readsIn(related.assert, others, "");
  return [read(related.through), ...asserted];
}

function ofItems({ at, where, assert }: Quantified, types: readonly string[], base: string): readonly Read[] {
  const item = `${base}${at}/*`;
  const inner = [
    ...(where === undefined ? [] : readsIn(where, types, item)),
    ...readsIn(assert, types, item),
  ];
  return [{ types, pointer: base + at }, ...inner];
}

/** The types that a property may name, when the rule leaves them open. */
function namedBy(types: readonly string[], pointer: string): readonly string[] {
  const links = LINKS.filter(
    ({ type, at }) => types.includes(type) && formatPointer(parsePointer(at)) === pointer,
  );
  return links.flatMap(({ to }) => to);
}
