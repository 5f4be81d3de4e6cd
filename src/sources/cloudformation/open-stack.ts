import { textOf } from "../../languages/cloudformation/join-text.ts";
import { expandLoops } from "../../languages/cloudformation/expand-loops.ts";
import type { Collection } from "../../languages/cloudformation/expand-loops.ts";
import type { TemplateNode } from "../../languages/cloudformation/template-node.ts";
import { readTemplate, transformsOf } from "../../languages/cloudformation/template.ts";
import { Unknown, isValueList, plain } from "../../model/value.ts";
import { Stack } from "./stack.ts";
import type { StackParts } from "./stack.ts";

/** A stack of a template, with the loops of its template written out. */
export function openStack(root: TemplateNode, parts: Omit<StackParts, "template">): Stack {
  const written = new Stack({ ...parts, template: readTemplate(root) });
  if (!transformsOf(root).includes("AWS::LanguageExtensions")) return written;
  const expanded = expandLoops(root, (node) => collectionOf(written, node), parts.meter);
  return new Stack({ ...parts, template: readTemplate(expanded) });
}

function collectionOf(stack: Stack, node: TemplateNode): Collection {
  const value = plain(stack.interpreter.value(node));
  if (!isValueList(value)) {
    return { reason: value instanceof Unknown ? value.reason : "the loop runs over no list" };
  }
  const texts: string[] = [];
  for (const item of value) {
    const text = textOf(item);
    if (text === undefined) {
      const known = plain(item);
      return { reason: known instanceof Unknown ? known.reason : "the loop runs over what is no text" };
    }
    texts.push(text);
  }
  return texts;
}
