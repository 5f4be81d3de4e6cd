import type { Expression } from "../expression.ts";
import type { VariableDeclaration } from "../template.ts";

/** Variables in variables that are followed; more may go in a circle. */
const DEEPEST = 8;
const MOST = 100;

/** The texts that stand in an expression and in the variables that it names, whatever its value is. */
export function textsIn(
  expression: Expression,
  variables: ReadonlyMap<string, VariableDeclaration>,
): readonly string[] {
  const texts: string[] = [];
  collect(expression, variables, texts, 0);
  return texts;
}

function collect(
  expression: Expression,
  variables: ReadonlyMap<string, VariableDeclaration>,
  texts: string[],
  depth: number,
): void {
  if (depth > DEEPEST || texts.length >= MOST) return;
  const follow = (inner: Expression): void => collect(inner, variables, texts, depth + 1);
  switch (expression.kind) {
    case "literal":
      if (typeof expression.value === "string") texts.push(expression.value);
      break;
    case "text":
      expression.parts.forEach(follow);
      break;
    case "call":
      expression.arguments.forEach(follow);
      break;
    case "access": {
      const member = memberOf(expression.target, expression.key, variables);
      if (member !== undefined) follow(member);
      break;
    }
    case "variable":
    case "group": {
      const inner = settle(expression, variables);
      if (inner !== undefined) follow(inner);
      break;
    }
    default:
  }
}

/** `variables('templates').database` */
function memberOf(
  target: Expression,
  key: Expression,
  variables: ReadonlyMap<string, VariableDeclaration>,
): Expression | undefined {
  const object = settle(target, variables);
  if (object?.kind !== "object" || key.kind !== "literal") return undefined;
  const wanted = String(key.value).toLowerCase();
  for (const member of object.members) {
    if (member.kind !== "member" || member.key.kind !== "literal") continue;
    if (String(member.key.value).toLowerCase() === wanted) return member.value;
  }
  return undefined;
}

function settle(
  expression: Expression,
  variables: ReadonlyMap<string, VariableDeclaration>,
): Expression | undefined {
  if (expression.kind === "group") return expression.inner;
  return expression.kind === "variable" ? variables.get(expression.name.toLowerCase())?.value : undefined;
}
