import type { Body, Expression, ObjectKey, Step, TemplatePart } from "../../../src/languages/hcl/ast.ts";

/**
 * An expression with every grouping visible: `(1 + (2 * 3))`, `t("a", x)` for a template, `wrap(x)` for `"${x}"`,
 * `{x}.a` for steps from what is no name.
 */
export function show(node: Expression): string {
  switch (node.kind) {
    case "null":
      return "null";
    case "boolean":
      return String(node.value);
    case "number":
      return node.text;
    case "string":
      return JSON.stringify(node.value);
    case "template":
      return `t(${showParts(node.parts)})`;
    case "wrap":
      return `wrap(${show(node.inner)})`;
    case "reference":
      return node.root + showSteps(node.steps);
    case "access":
      return `{${show(node.source)}}${showSteps(node.steps)}`;
    case "call":
      return `${node.name}(${node.arguments.map(show).join(", ")}${node.expandLast ? "..." : ""})`;
    case "conditional":
      return `(${show(node.condition)} ? ${show(node.whenTrue)} : ${show(node.whenFalse)})`;
    case "unary":
      return `(${node.operator}${show(node.operand)})`;
    case "binary":
      return `(${show(node.left)} ${node.operator} ${show(node.right)})`;
    case "tuple":
      return `[${node.items.map(show).join(", ")}]`;
    case "object":
      return `{${node.items.map(({ key, value }) => `${showKey(key)} = ${show(value)}`).join(", ")}}`;
    case "for-tuple":
      return `[for ${showNames(node)} in ${show(node.collection)} : ${show(node.value)}${showIf(node)}]`;
    case "for-object": {
      const value = `${show(node.key)} => ${show(node.value)}${node.grouped ? "..." : ""}`;
      return `{for ${showNames(node)} in ${show(node.collection)} : ${value}${showIf(node)}}`;
    }
    case "parentheses":
      return `paren(${show(node.inner)})`;
  }
}

/** A body: attributes in their order, then blocks in theirs. */
export function showBody({ attributes, blocks }: Body): string {
  const shownAttributes = Array.from(attributes.values(), ({ name, value }) => `${name} = ${show(value)}`);
  const shownBlocks = blocks.map(({ type, labels, body }) => {
    const head = [type, ...labels.map(({ value, quoted }) => (quoted ? JSON.stringify(value) : value))];
    return `${head.join(" ")} {${showBody(body)}}`;
  });
  return [...shownAttributes, ...shownBlocks].join("; ");
}

function showSteps(steps: readonly Step[]): string {
  return steps.map(showStep).join("");
}

function showStep(step: Step): string {
  if (step.kind === "attribute-step") return `.${step.name}`;
  if (step.kind === "index-step") return step.legacy ? `.${show(step.key)}` : `[${show(step.key)}]`;
  return `${step.form === "full" ? "[*]" : ".*"}<${showSteps(step.each)}>`;
}

function showKey(key: ObjectKey): string {
  return key.kind === "key-name" ? key.name : `(${show(key)})`;
}

interface Named {
  readonly keyName: { readonly name: string } | undefined;
  readonly valueName: { readonly name: string };
}

function showNames({ keyName, valueName }: Named): string {
  return keyName === undefined ? valueName.name : `${keyName.name}, ${valueName.name}`;
}

function showIf({ condition }: { readonly condition: Expression | undefined }): string {
  return condition === undefined ? "" : ` if ${show(condition)}`;
}

function showParts(parts: readonly TemplatePart[]): string {
  return parts.map(showPart).join(", ");
}

function showPart(part: TemplatePart): string {
  switch (part.kind) {
    case "text":
      return JSON.stringify(part.value);
    case "interpolation":
      return show(part.expression);
    case "if":
      return `if(${show(part.condition)}, [${showParts(part.whenTrue)}], [${showParts(part.whenFalse)}])`;
    case "for":
      return `for(${showNames(part)} in ${show(part.collection)}, [${showParts(part.parts)}])`;
  }
}
