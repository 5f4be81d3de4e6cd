import type { Location } from "../model/location.ts";
import type { Resource } from "../model/resource.ts";
import type { ResourceGraph } from "../model/resource-graph.ts";
import { anyTruth } from "../model/truth.ts";
import type { Truth } from "../model/truth.ts";
import type { Evidence, Outcome, Verdict } from "../model/verdict.ts";
import type { Finding, Rule, Scope } from "../ruleset/rule.ts";

export interface EvaluateOptions {
  /** The evidence of passes is found at once, else when somebody asks for it. */
  readonly showsPasses?: boolean;
  /** Ids of resources that are facts for others and have no verdict of their own. */
  readonly outOfScope?: ReadonlySet<string> | undefined;
}

export interface Evaluation {
  readonly verdicts: readonly Verdict[];
  /** How often a rule looked at a resource of its type and did not apply, or found no resource of its type at all. */
  readonly notApplicable: number;
}

/** What every rule says of every resource that it is about. Pure: the same graph and rules give the same verdicts. */
export function evaluate(
  graph: ResourceGraph,
  rules: readonly Rule[],
  { outOfScope = NOBODY, showsPasses = false }: EvaluateOptions = {},
): Evaluation {
  const selections = new Selections(graph, outOfScope);
  const answers = rules.map((rule) => {
    const selected = selections.of(rule.types);
    // a rule is read when it is first used
    if (selected.length === 0) return NOT_APPLICABLE;
    return rule.scope === "graph"
      ? judgeGraph(rule, graph, selected)
      : ask(selected, rule, graph, showsPasses);
  });
  for (const selection of selections.all) if (selection !== undefined) judge(selection);
  return {
    verdicts: NO_VERDICTS.concat(...answers.map(({ verdicts }) => verdicts)),
    // a rule that says nothing of anything does not apply
    notApplicable: answers.reduce(
      (sum, { verdicts, notApplicable }) =>
        sum + (verdicts.length === 0 ? Math.max(notApplicable, 1) : notApplicable),
      0,
    ),
  };
}

const NOBODY: ReadonlySet<string> = new Set();

/** What a rule says of the resources that it is about. */
interface Answer {
  readonly verdicts: readonly Verdict[];
  readonly notApplicable: number;
}

const NO_VERDICTS: readonly Verdict[] = [];
const NOT_APPLICABLE: Answer = { verdicts: [], notApplicable: 1 };

type LeanScope = Scope & { readonly resource: Resource };

/** The resources of one type that rules look at, each in the scope in which only the truth is asked for. */
interface Selection {
  /** Those that the input declares; what it only names is judged where it is declared. */
  readonly declared: readonly LeanScope[];
  /** Those of which it declares only satellites: the policy of somebody else's key, the lock of a bucket. */
  readonly satellitesOnly: readonly LeanScope[];
  /** By their condition, which is asked once for all rules that have the same one. */
  readonly asked: Map<Rule["where"], AskedRule[]>;
}

/** A rule with its clauses at hand, while one resource after the other is held against it. */
interface AskedRule extends Answer {
  readonly rule: Rule;
  readonly graph: ResourceGraph;
  readonly where: Rule["where"];
  readonly assert: Rule["assert"];
  readonly showsPasses: boolean;
  readonly verdicts: Verdict[];
  notApplicable: number;
  hasJustFailed: boolean;
}

/** Selects the resources of each type once, since many rules are about the same ones. */
class Selections {
  readonly #graph: ResourceGraph;
  readonly #outOfScope: ReadonlySet<string>;
  /** By type; `undefined` for one of which there is nothing to judge. */
  readonly #known = new Map<string, Selection | undefined>();

  constructor(graph: ResourceGraph, outOfScope: ReadonlySet<string>) {
    this.#graph = graph;
    this.#outOfScope = outOfScope;
  }

  /** Those of some types that hold a resource. */
  of(types: readonly string[]): readonly Selection[] {
    const selected: Selection[] = [];
    for (const type of types) {
      if (!this.#known.has(type)) this.#known.set(type, this.#select(type));
      const selection = this.#known.get(type);
      if (selection !== undefined) selected.push(selection);
    }
    return selected;
  }

  get all(): Iterable<Selection | undefined> {
    return this.#known.values();
  }

  #select(type: string): Selection | undefined {
    const graph = this.#graph;
    const declared: LeanScope[] = [];
    const satellitesOnly: LeanScope[] = [];
    graph.ofType(type).forEach((resource) => {
      if (this.#outOfScope.has(resource.id)) return;
      const scope: LeanScope = { graph, resource, base: "", value: resource.properties, lean: true };
      if (resource.declared === "here") declared.push(scope);
      else if ((resource.absorbed ?? []).length > 0) satellitesOnly.push(scope);
    });
    if (declared.length + satellitesOnly.length === 0) return undefined;
    return { declared, satellitesOnly, asked: new Map() };
  }
}

/** Asks a rule about the resources of selections. The answer is filled when they are judged. */
function ask(selected: readonly Selection[], rule: Rule, graph: ResourceGraph, showsPasses: boolean): Answer {
  const { where, assert } = rule;
  const own: AskedRule = {
    rule,
    graph,
    where,
    assert,
    showsPasses,
    verdicts: [],
    notApplicable: 0,
    hasJustFailed: false,
  };
  for (const { asked } of selected) {
    const alike = asked.get(where);
    if (alike === undefined) asked.set(where, [own]);
    else alike.push(own);
  }
  return own;
}

/**
 * Holds one resource against all rules that are asked about it, then the next one: of many resources each is far away in
 * memory, and the rules are near.
 */
function judge({ declared, satellitesOnly, asked }: Selection): void {
  const groups = [...asked.values()];
  declared.forEach((scope) => judgeResource(groups, scope, isAlwaysTold));
  satellitesOnly.forEach((scope) => judgeResource(groups, scope, isTold));
}

function judgeResource(
  groups: readonly (readonly AskedRule[])[],
  scope: LeanScope,
  isCounted: IsCounted,
): void {
  for (let at = 0; at < groups.length; at += 1) judgeAlike(groups[at] ?? [], scope, isCounted);
}

type IsCounted = (verdict: Verdict) => boolean;

/** Holds a resource against rules with one condition. */
function judgeAlike(rules: readonly AskedRule[], scope: LeanScope, isCounted: IsCounted): void {
  const where = rules[0]?.where;
  const applies = where === undefined ? true : where(scope).truth;
  const isToMake = scope.resource.asCreated !== undefined;
  for (let at = 0; at < rules.length; at += 1) {
    const rule = rules[at] as AskedRule;
    const failing = isToMake ? failAsCreated(rule, scope) : undefined;
    const verdict = failing ?? judgeOne(rule, scope, applies);
    if (verdict === undefined) rule.notApplicable += 1;
    else if (isCounted(verdict)) rule.verdicts.push(verdict);
  }
}

function isAlwaysTold(): boolean {
  return true;
}

/** One verdict for the whole input. It applies when a selected resource is there; that alone says nothing of others. */
function judgeGraph(rule: Rule, graph: ResourceGraph, selected: readonly Selection[]): Answer {
  const applies = anyTruth(selected.map(({ declared }) => selectsOne(rule, declared)));
  if (applies === false) return NOT_APPLICABLE;
  const scope: Scope = { graph, resource: undefined, base: "", value: undefined };
  const asserted = rule.assert(scope);
  if (applies === true) {
    return { verdicts: [verdictOf(rule, undefined, outcomeOf(asserted), asserted)], notApplicable: 0 };
  }
  const reasons = ["whether the rule applies is not known", ...asserted.reasons];
  return { verdicts: [verdictOf(rule, undefined, "unknown", { ...asserted, reasons })], notApplicable: 0 };
}

/** Whether a rule selects one of the resources, without looking at those behind it. */
function selectsOne({ where }: Rule, declared: readonly LeanScope[]): Truth {
  let applies: Truth = false;
  for (const scope of declared) {
    const truth = where === undefined ? true : where(scope).truth;
    if (truth === true && scope.resource.uncertain === undefined) return true;
    if (truth !== false) applies = "unknown";
  }
  return applies;
}

/** What the satellites leave open is open because the rest stands elsewhere, and is told there. */
function isTold({ outcome, reasons, resource }: Verdict): boolean {
  const elsewhere = resource?.missing?.("")?.reason;
  return outcome !== "unknown" || reasons.some((reason) => reason !== elsewhere);
}

/**
 * The verdict of a rule on one resource; `undefined` when it does not apply. Most verdicts pass, and where passes are only
 * counted, the truth is found first, and the evidence of a pass when somebody asks for it.
 */
function judgeOne(asked: AskedRule, lean: LeanScope, applies: Truth): Verdict | undefined {
  if (applies === false) return undefined;
  const { rule, where, assert, showsPasses } = asked;
  const { graph, resource } = lean;
  const isCounted = applies === true && !showsPasses;
  // what is wrong with one resource is often wrong with the next one, so its evidence is looked for at once
  if (isCounted && !asked.hasJustFailed && assert(lean).truth === true) return new Pass(asked, resource);
  const scope: Scope = { graph, resource, base: "", value: resource.properties };
  const asserted = assert(scope);
  asked.hasJustFailed = asserted.truth !== true;
  if (isCounted && asserted.truth === true) return new Pass(asked, resource);
  const selected = applies === "unknown" ? where?.(scope) : undefined;
  if (selected === undefined) return verdictOf(rule, resource, outcomeOf(asserted), asserted);
  return verdictOf(rule, resource, "unknown", {
    truth: "unknown",
    evidence: [...selected.evidence, ...asserted.evidence],
    reasons: [...selected.reasons, ...asserted.reasons],
  });
}

/**
 * The failure of what the input would make, where nobody knows whether it is made or is there already: what is written
 * is refused either way. That it would pass says nothing of one that is there.
 */
function failAsCreated(
  { rule, where, assert }: AskedRule,
  { graph, resource }: LeanScope,
): Verdict | undefined {
  const { Facts } = resource.properties;
  const { properties, missing } = resource.asCreated ?? resource;
  const { missing: _unread, ...rest } = resource;
  const created: Resource = {
    ...rest,
    properties: Facts === undefined ? properties : { ...properties, Facts },
    ...(missing !== undefined && { missing }),
  };
  const scope: Scope = { graph, resource: created, base: "", value: created.properties };
  if (where !== undefined && where(scope).truth !== true) return undefined;
  const asserted = assert(scope);
  return asserted.truth === false ? verdictOf(rule, resource, "fail", asserted) : undefined;
}

/** A pass finds its evidence again when it is asked for it. Most verdicts are passes, so it has no more than it must. */
class Pass implements Verdict {
  readonly resource: Resource;
  readonly #asked: Pick<AskedRule, "rule" | "graph">;

  constructor(asked: Pick<AskedRule, "rule" | "graph">, resource: Resource) {
    this.resource = resource;
    this.#asked = asked;
  }

  get ruleId(): string {
    return this.#asked.rule.id;
  }

  get outcome() {
    return "pass" as const;
  }

  get reasons(): readonly string[] {
    return NO_REASONS;
  }

  get evidence(): readonly Evidence[] {
    const { resource } = this;
    const { rule, graph } = this.#asked;
    return rule.assert({ graph, resource, base: "", value: resource.properties }).evidence;
  }

  get location(): Location | undefined {
    return this.resource.location;
  }
}

const NO_REASONS: readonly string[] = [];

function outcomeOf(finding: Finding): Outcome {
  if (finding.truth === "unknown") return "unknown";
  return finding.truth ? "pass" : "fail";
}

function verdictOf(rule: Rule, resource: Resource | undefined, outcome: Outcome, finding: Finding): Verdict {
  const reasons = outcome === "unknown" ? [...new Set(finding.reasons)] : NO_REASONS;
  return {
    ruleId: rule.id,
    outcome,
    resource,
    evidence: finding.evidence,
    reasons,
    location: resource?.location,
  };
}
