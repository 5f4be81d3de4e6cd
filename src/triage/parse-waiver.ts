import { didYouMean } from "../model/did-you-mean.ts";

/** What the comment `genoscan:ignore RULE[,RULE…] reason="…" until=YYYY-MM-DD` says. */
export interface WaiverText {
  readonly rules: readonly string[];
  readonly reason: string;
  /** The last day on which it holds, YYYY-MM-DD. */
  readonly expires: string;
  readonly owner?: string;
  readonly ticket?: string;
}

export type ParsedWaiver =
  | { readonly ok: true; readonly waiver: WaiverText }
  /** All that is wrong, each a part of a sentence. */
  | { readonly ok: false; readonly problems: readonly string[] };

const LONGEST = 2_000;
const WORDS = ["reason", "until", "owner", "ticket"];
const STRAY = 'rules are separated by commas, and what is told of them is written as reason="…"';
const TOKEN = /\s+|(,)|([\w-]+)=(?:"((?:[^"\\]|\\.)*)"|([^\s",]*))|([^\s,"=]+)|(.)/suy;

/** Reads what stands behind `genoscan:` in a comment. Linear in the length of the text, which is bounded. */
export function parseWaiver(text: string, knownRules: ReadonlySet<string>): ParsedWaiver {
  if (text.length > LONGEST) return failed([`it has more than ${String(LONGEST)} characters`]);
  const [verb, rest] = splitWord(text);
  if (verb !== "ignore") {
    const hint = didYouMean(verb, ["ignore"]) || '; write genoscan:ignore RULE reason="…" until=YYYY-MM-DD';
    return failed([`${quote(verb)} is no word for a comment${hint}`]);
  }
  const { rules, values, problems } = readTokens(rest);
  problems.push(...checkRules(rules, knownRules), ...checkValues(values));
  if (problems.length > 0) return failed([...new Set(problems)]);
  const { owner, ticket } = Object.fromEntries(values);
  return {
    ok: true,
    waiver: {
      rules: [...new Set(rules)],
      reason: values.get("reason") ?? "",
      expires: values.get("until") ?? "",
      ...(owner !== undefined && { owner }),
      ...(ticket !== undefined && { ticket }),
    },
  };
}

function failed(problems: readonly string[]): ParsedWaiver {
  return { ok: false, problems };
}

function splitWord(text: string): readonly [string, string] {
  const end = text.search(/[\s,]/u);
  return end < 0 ? [text, ""] : [text.slice(0, end), text.slice(end)];
}

interface Tokens {
  readonly rules: string[];
  readonly values: Map<string, string>;
  readonly problems: string[];
}

/** Rules come first, separated by commas; then words with their values, in any order. */
function readTokens(text: string): Tokens {
  const read: Tokens = { rules: [], values: new Map(), problems: [] };
  let isRuleNext = true;
  TOKEN.lastIndex = 0;
  for (let found = TOKEN.exec(text); found !== null; found = TOKEN.exec(text)) {
    const [, comma, name, quoted, bare, word, other] = found;
    if (comma !== undefined) isRuleNext = true;
    else if (name !== undefined) {
      addValue(read, name, quoted === undefined ? (bare ?? "") : unescape(quoted));
      isRuleNext = false;
    } else if (word !== undefined && isRuleNext && read.values.size === 0) {
      read.rules.push(word);
      isRuleNext = false;
    } else if (word !== undefined) read.problems.push(`${quote(word)} is not expected there; ${STRAY}`);
    else if (other === '"') {
      read.problems.push("a quotation mark is not closed, or stands where none belongs");
      break;
    } else if (other !== undefined) read.problems.push(`${quote(other)} stands where nothing is expected`);
  }
  return read;
}

function addValue({ values, problems }: Tokens, name: string, value: string): void {
  if (!WORDS.includes(name)) {
    problems.push(
      `${quote(name)} is not a word of a waiver${didYouMean(name, WORDS) || `; known are ${WORDS.join(", ")}`}`,
    );
  } else if (values.has(name)) problems.push(`${name} is said twice`);
  else if (value.trim() === "") problems.push(`${name} is empty`);
  values.set(name, value.trim());
}

function checkRules(rules: readonly string[], known: ReadonlySet<string>): readonly string[] {
  if (rules.length === 0) return ["it names no rule"];
  return rules
    .filter((rule) => !known.has(rule))
    .map((rule) => `there is no rule ${quote(rule)}${didYouMean(rule, known)}`);
}

function checkValues(values: ReadonlyMap<string, string>): readonly string[] {
  const until = values.get("until");
  return [
    ...(values.has("reason") ? [] : ['a reason is missing: reason="…"']),
    ...(until === undefined ? ["its last day is missing: until=YYYY-MM-DD"] : []),
    ...(until !== undefined && until !== "" && !isDate(until)
      ? [`${quote(until)} is no date; write until=YYYY-MM-DD`]
      : []),
  ];
}

/** A day of the calendar: the 30th of February is none. */
function isDate(text: string): boolean {
  const [, year = "", month = "", day = ""] = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(text) ?? [];
  const days = daysOf(Number(year), Number(month));
  return Number(day) >= 1 && Number(day) <= days;
}

function daysOf(year: number, month: number): number {
  if (month < 1 || month > 12) return 0;
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function unescape(text: string): string {
  return text.replace(/\\(["\\])/gu, "$1");
}

function quote(text: string): string {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text);
}
