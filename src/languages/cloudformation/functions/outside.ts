import { Unknown } from "../../../model/value.ts";
import type { Evaluate } from "../evaluation.ts";
import { memberOf, scalarText } from "../template-node.ts";
import type { TemplateNode } from "../template-node.ts";

/** `Fn::ImportValue: name` */
export const importValue: Evaluate = (stack, argument) =>
  stack.host.imported(stack.present(argument, "the name of Fn::ImportValue"));

/** `Fn::GetStackOutput: {StackName, OutputName, Region, RoleArn}`, also of a stack of another region or account. */
export const getStackOutput: Evaluate = () =>
  new Unknown("the output of another stack is read at deployment");

/** `Fn::GetAZs: region`. Which zones an account has in a region is known to the account alone. */
export const getAzs: Evaluate = () =>
  new Unknown("the availability zones of the region are known at deployment");

/** `Fn::Transform: {Name, Parameters}`, a macro; AWS::Include puts a file here, and those that can be read stand here already. */
export const include: Evaluate = (stack, argument, offset) => {
  const message = describeMacro(argument);
  stack.report("cloudformation-macro", message, offset);
  return new Unknown(message);
};

/** What is missing where a macro is, in words. `argument` is what stands at `Fn::Transform`. */
export function describeMacro(argument: TemplateNode): string {
  if (argument.kind === "conflict") return argument.reason;
  const name = scalarText(memberOf(argument, "Name")) ?? "a macro";
  return `${name} writes this part of the template at deployment`;
}
