import type { BicepProblem } from "../../languages/bicep/ast.ts";

/** `main.bicep:3:5: expected a value, found the end of the line` */
export function describeProblem({ location, message }: BicepProblem): string {
  const { file, line = 1, column = 1 } = location;
  return `${file}:${String(line)}:${String(column)}: ${message}`;
}
