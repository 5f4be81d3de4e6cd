import { memberOf, scalarText } from "../../languages/cloudformation/template-node.ts";
import type { TemplateNode } from "../../languages/cloudformation/template-node.ts";
import type { Stack } from "./stack.ts";

/**
 * Tells of assertions that the values of the parameters do not meet: with these CloudFormation deploys nothing.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/rules-section-structure.html
 */
export function tellRules(stack: Stack): void {
  for (const [name, rule] of stack.parts.template.rules) {
    const condition = memberOf(rule, "RuleCondition");
    if (condition !== undefined && stack.interpreter.test(condition) !== true) continue;
    const assertions = memberOf(rule, "Assertions");
    for (const assertion of assertions?.kind === "list" ? assertions.items : []) {
      tellAssertion(stack, name, assertion);
    }
  }
}

function tellAssertion(stack: Stack, name: string, assertion: TemplateNode): void {
  const assert = memberOf(assertion, "Assert");
  if (assert === undefined || stack.interpreter.test(assert) !== false) return;
  const description = scalarText(memberOf(assertion, "AssertDescription"));
  stack.parts.told.diagnose({
    code: "cloudformation-assertion",
    level: "error",
    message: `the values of the parameters do not meet the rule ${name}${description === undefined ? "" : `: ${description}`}`,
    location: stack.locate(assert.offset),
  });
}
