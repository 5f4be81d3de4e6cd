import { Unknown, plain } from "../../../model/value.ts";
import type { Evaluate } from "../evaluation.ts";
import { textOf } from "../join-text.ts";
import { scalarText } from "../template-node.ts";

/** `Fn::GetAtt: [resource, attribute]`, or both with a dot between them. */
export const getAtt: Evaluate = (stack, argument, offset) => {
  if (argument.kind === "list") {
    const [first, ...rest] = argument.items;
    const names = rest.map((item) => stack.present(item, "the attribute of Fn::GetAtt"));
    const open = names.map(plain).find((value) => value instanceof Unknown);
    const resource = scalarText(first);
    if (open instanceof Unknown) return open;
    const attribute = names.map((value) => textOf(value) ?? "").join(".");
    if (resource !== undefined && attribute !== "") {
      return stack.reference(resource, attribute, argument.offset);
    }
  }
  const text = scalarText(argument) ?? "";
  const dot = text.indexOf(".");
  if (dot > 0 && dot < text.length - 1) {
    return stack.reference(text.slice(0, dot), text.slice(dot + 1), argument.offset);
  }
  stack.report("cloudformation-arguments", "Fn::GetAtt takes a resource and an attribute", offset);
  return new Unknown("Fn::GetAtt takes a resource and an attribute");
};
