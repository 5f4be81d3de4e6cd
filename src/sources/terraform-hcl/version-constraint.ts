type Version = readonly [number, number, number];

interface Term {
  readonly operator: string;
  readonly version: Version;
  /** How many of its numbers are written. */
  readonly length: number;
}

/** Whether some version with this first number meets all constraints, each such as `>= 5.46, < 7.0`. What is no constraint forbids nothing. */
export function allowsMajor(constraints: readonly string[], major: number): boolean {
  const terms = constraints.flatMap((constraint) => constraint.split(",").flatMap(termOf));
  const edges = terms.map(({ version }) => version).filter(([first]) => first === major);
  const candidates: readonly Version[] = [
    [major, 0, 0],
    [major, 9_999, 9_999],
    ...edges.flatMap(([first, second, third]): readonly Version[] => [
      [first, second, third],
      [first, second, third + 1],
      [first, second + 1, 0],
      [first, Math.max(0, second - 1), 9_999],
    ]),
  ];
  return candidates.some((candidate) => terms.every((term) => meets(candidate, term)));
}

function termOf(text: string): readonly Term[] {
  const match = /^\s*(=|!=|>=|<=|>|<|~>)?\s*v?(\d+)(?:\.(\d+))?(?:\.(\d+))?/u.exec(text);
  if (match === null) return [];
  const [, operator = "=", ...numbers] = match;
  const [first = 0, second = 0, third = 0] = numbers.map((digits) => Number(digits ?? 0));
  const length = numbers.filter((digits) => digits !== undefined).length;
  return [{ operator, version: [first, second, third], length }];
}

function meets(candidate: Version, { operator, version, length }: Term): boolean {
  const order = compare(candidate, version);
  switch (operator) {
    case "!=":
      return order !== 0;
    case ">":
      return order > 0;
    case ">=":
      return order >= 0;
    case "<":
      return order < 0;
    case "<=":
      return order <= 0;
    case "~>": {
      // all numbers but the last one are fixed
      const fixed = Math.max(1, length - 1);
      return order >= 0 && candidate.slice(0, fixed).every((number, index) => number === version[index]);
    }
    default:
      return order === 0;
  }
}

function compare(left: Version, right: Version): number {
  for (const index of [0, 1, 2] as const) {
    if (left[index] !== right[index]) return left[index] - right[index];
  }
  return 0;
}
