import { didYouMean } from "../../../model/did-you-mean.ts";
import { memberOf } from "../../../languages/cloudformation/template-node.ts";
import type { TemplateNode } from "../../../languages/cloudformation/template-node.ts";
import { listOf, mapOf, textNode, undecided } from "./nodes.ts";
import templates from "./policy-templates.json" with { type: "json" };

// the form of policy-templates.json: scripts/extract-sam-policies.mjs
interface PolicyTemplate {
  readonly takes: readonly string[];
  readonly allows: readonly Allowance[];
}

interface Allowance {
  readonly actions: readonly string[];
  readonly on: readonly string[];
  readonly when?: Readonly<Record<string, string>>;
}

const TEMPLATES: Readonly<Record<string, PolicyTemplate>> = templates;

/**
 * The policy that SAM makes of `{S3ReadPolicy: {BucketName: x}}`; not known for a template that SAM would refuse.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-policy-templates.html
 */
export function policyOfTemplate(item: TemplateNode): TemplateNode {
  const { offset } = item;
  const [name = "", ...others] = item.kind === "map" ? item.entries.keys() : [];
  const template = others.length === 0 && Object.hasOwn(TEMPLATES, name) ? TEMPLATES[name] : undefined;
  if (template === undefined) {
    const hint = didYouMean(name, Object.keys(TEMPLATES));
    return undecided(`${name} is no policy and no policy template of SAM${hint}`, offset);
  }
  const given = memberOf(item, name);
  const missing = template.takes.filter((parameter) => memberOf(given, parameter) === undefined);
  if (missing.length > 0) {
    return undecided(`${name} needs ${missing.join(" and ")}; SAM refuses it without`, offset);
  }
  const statements = template.allows.map((allowance) =>
    statementNode(allowance, template.takes, given, offset),
  );
  return mapOf({ Statement: listOf(statements, offset) }, offset);
}

function statementNode(
  { actions, on, when }: Allowance,
  takes: readonly string[],
  given: TemplateNode | undefined,
  offset: number,
): TemplateNode {
  const filled = (text: string): TemplateNode => filledText(text, takes, given, offset);
  const conditions = Object.entries(when ?? {}).map(([key, text]) => [key, filled(text)] as const);
  return mapOf(
    {
      Effect: textNode("Allow", offset),
      Action: listOf(
        actions.map((action) => textNode(action, offset)),
        offset,
      ),
      Resource: on.length === 1 ? filled(on[0] ?? "") : listOf(on.map(filled), offset),
      Condition:
        conditions.length === 0
          ? undefined
          : mapOf({ StringEquals: mapOf(Object.fromEntries(conditions), offset) }, offset),
    },
    offset,
  );
}

/** A text with the values that the template is given in the places of its parameters. */
function filledText(
  text: string,
  takes: readonly string[],
  given: TemplateNode | undefined,
  offset: number,
): TemplateNode {
  if (!text.includes("${")) return textNode(text, offset);
  const used = takes.filter((parameter) => text.includes(`\${${parameter}}`));
  const variables = Object.fromEntries(used.map((parameter) => [parameter, memberOf(given, parameter)]));
  return mapOf({ "Fn::Sub": listOf([textNode(text, offset), mapOf(variables, offset)], offset) }, offset);
}
