import type { Diagnostic } from "../model/diagnostic.ts";
import type { Location } from "../model/location.ts";
import { matchesWildcard } from "../model/matches-wildcard.ts";
import type { ResultNotInScope } from "../model/result-document.ts";
import type { Resource } from "../model/resource.ts";
import type { ResourceGraph } from "../model/resource-graph.ts";

/** What a site wants judged: patterns (`*` for any text) of addresses and types. */
export interface Scope {
  readonly include: readonly ScopePattern[];
  readonly exclude: readonly ScopePattern[];
}

export interface ScopePattern {
  readonly pattern: string;
  readonly location: Location;
}

/** What is left out of judgment. It stays in the graph, as a fact for others. */
export interface OutOfScope {
  /** Ids of resources. */
  readonly ids: ReadonlySet<string>;
  readonly shown: ResultNotInScope;
  /** Patterns that meet nothing: a slip of the hand would leave out too much or too little. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Finds what is out of scope; `undefined` when no scope is named. */
export function findOutOfScope(scope: Scope, graph: ResourceGraph): OutOfScope | undefined {
  const { include, exclude } = scope;
  if (include.length + exclude.length === 0) return undefined;
  const judged = graph.resources.filter(isJudged);
  const met = new Set<ScopePattern>();
  const out = judged.filter((resource) => {
    const included = matching(include, resource);
    const excluded = matching(exclude, resource);
    for (const pattern of [...included, ...excluded]) met.add(pattern);
    return excluded.length > 0 || (include.length > 0 && included.length === 0);
  });
  return {
    ids: new Set(out.map(({ id }) => id)),
    shown: {
      include: include.map(({ pattern }) => pattern),
      exclude: exclude.map(({ pattern }) => pattern),
      resources: out.map(({ address, type }) => ({ address, type })).sort(byAddress),
    },
    diagnostics: [
      ...(out.length > 0 && out.length === judged.length ? [NOTHING_IN_SCOPE] : []),
      ...include.filter((pattern) => !met.has(pattern)).map((pattern) => describeUnmet(pattern, "warning")),
      // one genoscan.yaml may serve several inputs, and not all of them hold what it leaves out
      ...exclude.filter((pattern) => !met.has(pattern)).map((pattern) => describeUnmet(pattern, "note")),
    ],
  };
}

const NOTHING_IN_SCOPE: Diagnostic = {
  code: "scope-empty",
  level: "warning",
  message: "nothing of the input is in scope, so nothing was judged",
};

/** What the input declares, in whole or by a satellite. */
function isJudged({ declared, absorbed = [] }: Resource): boolean {
  return declared === "here" || absorbed.length > 0;
}

function matching(
  patterns: readonly ScopePattern[],
  { address, type, writtenType }: Resource,
): readonly ScopePattern[] {
  const names = writtenType === undefined ? [address, type] : [address, type, writtenType];
  return patterns.filter(({ pattern }) => names.some((name) => matchesWildcard(pattern, name)));
}

function describeUnmet({ pattern, location }: ScopePattern, level: Diagnostic["level"]): Diagnostic {
  const message = `the scope pattern ${JSON.stringify(pattern)} meets no resource of this input, neither by address nor by type`;
  return { code: "scope-unmatched", level, message, location };
}

function byAddress(left: { readonly address: string }, right: { readonly address: string }): number {
  if (left.address === right.address) return 0;
  return left.address < right.address ? -1 : 1;
}
