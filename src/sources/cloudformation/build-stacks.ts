import { Meter } from "../../languages/cloudformation/meter.ts";
import { memberOf, scalarText } from "../../languages/cloudformation/template-node.ts";
import type { TemplateNode } from "../../languages/cloudformation/template-node.ts";
import { Unknown } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import { addressOf } from "./build-resource.ts";
import type { Exports } from "./exports.ts";
import type { OpenTemplate } from "./open-template.ts";
import { openStack } from "./open-stack.ts";
import type { Stack } from "./stack.ts";
import { placeInside, stackPlace } from "./stack-place.ts";
import type { StackPlace } from "./stack-place.ts";
import type { Told } from "./told.ts";

export interface RootStack {
  readonly template: OpenTemplate;
  readonly place: StackPlace;
  readonly idPrefix: string;
  readonly given: ReadonlyMap<string, Value>;
}

/** A stack and those inside of it, from the outside inwards. */
export function buildStacks(root: RootStack, told: Told, exported: Exports): readonly Stack[] {
  const { template, place, idPrefix, given } = root;
  const stack = openStack(template.root, {
    file: template.file,
    meter: new Meter(),
    told,
    place,
    idPrefix,
    addressPrefix: "",
    calls: [],
    uncertain: undefined,
    given: (name) => given.get(name),
    imported: (name) => exported.find(name),
  });
  return [stack, ...nestedStacks(stack, template)];
}

function nestedStacks(parent: Stack, template: OpenTemplate): readonly Stack[] {
  const stacks: Stack[] = [];
  for (const [logicalId, nested] of template.nested) {
    const node = parent.parts.template.resources.get(logicalId);
    const isThere = parent.isThere(logicalId);
    if (node === undefined || isThere === false) continue;
    if (typeof nested === "string") {
      tellGap(parent, logicalId, node, nested);
      continue;
    }
    const stack = nestedStack(parent, { logicalId, node, nested }, isThere);
    parent.nested.set(logicalId, stack);
    stacks.push(stack, ...nestedStacks(stack, nested));
  }
  return stacks;
}

interface Nested {
  readonly logicalId: string;
  readonly node: TemplateNode;
  readonly nested: OpenTemplate;
}

function nestedStack(parent: Stack, { logicalId, node, nested }: Nested, isThere: true | Unknown): Stack {
  const { parts } = parent;
  const address = addressOf(parent, logicalId, node);
  const location = parent.locate(parts.template.places.get(logicalId) ?? node.offset);
  const parameters = memberOf(memberOf(node, "Properties"), "Parameters");
  const isSet = parent.typeOf(logicalId) === "AWS::CloudFormation::StackSet";
  return openStack(nested.root, {
    ...parts,
    file: nested.file,
    place: isSet ? placeOfSet(parent, logicalId) : placeInside(parts.place, address),
    meter: new Meter(),
    idPrefix: `${parts.idPrefix}${logicalId}/`,
    addressPrefix: `${parts.addressPrefix}${logicalId}/`,
    calls: [...parts.calls, { address, location }],
    uncertain: parts.uncertain ?? (isThere instanceof Unknown ? isThere : undefined),
    given: (name) => {
      const written = memberOf(parameters, name) ?? listedParameter(parameters, name);
      return written === undefined ? undefined : parent.interpreter.value(written);
    },
  });
}

/** A stack set goes to the accounts and regions of its instances, which are others. */
function placeOfSet({ parts }: Stack, logicalId: string): StackPlace {
  const { deployment = "" } = parts.place.placement;
  return stackPlace({
    deployment: `${deployment}/${logicalId}`,
    account: undefined,
    region: undefined,
    stackName: undefined,
    paths: undefined,
  });
}

/** `[{ParameterKey, ParameterValue}]`, as stack sets have them. */
function listedParameter(parameters: TemplateNode | undefined, name: string): TemplateNode | undefined {
  if (parameters?.kind !== "list") return undefined;
  const item = parameters.items.find((part) => scalarText(memberOf(part, "ParameterKey")) === name);
  return memberOf(item, "ParameterValue");
}

function tellGap(parent: Stack, logicalId: string, node: TemplateNode, reason: string): void {
  parent.parts.told.gap({
    code: "cloudformation-nested-stack",
    subject: addressOf(parent, logicalId, node),
    reason: `the stack inside is not read: ${reason}`,
    location: parent.locate(parent.parts.template.places.get(logicalId) ?? node.offset),
  });
}
