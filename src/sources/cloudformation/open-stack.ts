import { textOf } from "../../languages/cloudformation/join-text.ts";
import { expandLoops } from "../../languages/cloudformation/expand-loops.ts";
import type { Collection } from "../../languages/cloudformation/expand-loops.ts";
import type { TemplateNode } from "../../languages/cloudformation/template-node.ts";
import { readTemplate, transformsOf } from "../../languages/cloudformation/template.ts";
import { Unknown, isValueList, plain } from "../../model/value.ts";
import { SAM, expandSam } from "./sam/expand-sam.ts";
import { usesSam } from "./sam/uses-sam.ts";
import { Stack } from "./stack.ts";
import type { StackParts } from "./stack.ts";

/** A stack of a template, with the loops of its template written out and the types of SAM turned into what SAM makes of them. */
export function openStack(root: TemplateNode, parts: Omit<StackParts, "template">): Stack {
  const transforms = transformsOf(root);
  const written = transforms.includes("AWS::LanguageExtensions") ? withoutLoops(root, parts) : root;
  const isOfSam = transforms.includes(SAM);
  const expanded = isOfSam || usesSam(written) ? withoutSam(written, parts, isOfSam) : written;
  return new Stack({ ...parts, template: readTemplate(expanded) });
}

function withoutSam(
  root: TemplateNode,
  { told, file, addressPrefix }: Omit<StackParts, "template">,
  isTransformed: boolean,
): TemplateNode {
  if (!isTransformed) {
    told.diagnose({
      code: "cloudformation-no-transform",
      level: "error",
      message: `types of SAM need the line "Transform: ${SAM}"; CloudFormation refuses them without it`,
      location: { file: file.path },
    });
  }
  return expandSam(root, (reason, logicalId, offset) => {
    told.gap({
      code: "cloudformation-sam",
      subject: `${addressPrefix}${logicalId}`,
      reason,
      location: file.locate(offset),
    });
  });
}

function withoutLoops(root: TemplateNode, parts: Omit<StackParts, "template">): TemplateNode {
  const stack = new Stack({ ...parts, template: readTemplate(root) });
  return expandLoops(root, (node) => collectionOf(stack, node), parts.meter);
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
