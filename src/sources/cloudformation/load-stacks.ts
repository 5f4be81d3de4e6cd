import type { Resource } from "../../model/resource.ts";
import type { Placement } from "../../model/settings.ts";
import type { LoadedInput } from "../source.ts";
import { buildResource } from "./build-resource.ts";
import { buildStacks } from "./build-stacks.ts";
import type { RootStack } from "./build-stacks.ts";
import { withCdkResources } from "./cdk-resources.ts";
import { checkTypes } from "./check-types.ts";
import { Exports } from "./exports.ts";
import type { Stack } from "./stack.ts";
import { tellRules } from "./tell-rules.ts";
import { tellModules, tellTransforms } from "./tell-transforms.ts";
import type { Told } from "./told.ts";

export interface NamedRoot extends RootStack {
  /** How reports name the deployment: the name of the stack, else of its template. */
  readonly name: string;
}

/** Every resource of the stacks, and one for each deployment. */
export async function loadStacks(roots: readonly NamedRoot[], told: Told): Promise<LoadedInput> {
  const exported = new Exports();
  const stacks = roots.map((root) => buildStacks(root, told, exported));
  exported.setStacks(stacks.flat());
  const resources: Resource[] = [];
  for (const [index, root] of roots.entries()) {
    for (const stack of stacks[index] ?? []) {
      for (const resource of resourcesOf(stack)) resources.push(resource);
    }
    resources.push(deploymentOf(root));
  }
  await checkTypes(stacks.flat(), told);
  for (const stack of stacks.flat()) tellLimits(stack, told);
  const isOpen = stacks.flat().some(({ parts }) => parts.meter.madeChoices);
  const marked = isOpen
    ? resources.map((resource) => ({ ...resource, holdsChoices: true as const }))
    : resources;
  return { resources: withCdkResources(marked), diagnostics: told.diagnostics(), gaps: told.gaps() };
}

function resourcesOf(stack: Stack): readonly Resource[] {
  tellTransforms(stack);
  tellModules(stack);
  tellRules(stack);
  const resources: Resource[] = [];
  for (const [logicalId, node] of stack.parts.template.resources) {
    const resource = buildResource(stack, logicalId, node);
    if (resource !== undefined) resources.push(resource);
  }
  return resources;
}

function tellLimits(stack: Stack, told: Told): void {
  const { meter, file } = stack.parts;
  if (meter.exceeded === undefined) return;
  told.gap({
    code: "cloudformation-limit",
    subject: file.path,
    reason: `not evaluated to the end: ${meter.exceeded}; what depends on the rest is unknown`,
  });
}

/** One resource for each stack that is deployed, so that rules can judge where things are deployed. */
function deploymentOf({ place, name, template }: NamedRoot): Resource {
  const { placement } = place;
  const address = `stack[${JSON.stringify(name)}]`;
  return {
    id: placement.deployment ?? address,
    address,
    type: "Genoscan::Deployment",
    declared: "here",
    identifiers: [],
    placement,
    location: { file: template.file.path },
    properties: deploymentProperties(placement, name),
  };
}

function deploymentProperties({ region, account }: Placement, name: string): Resource["properties"] {
  return {
    Cloud: "aws",
    Stack: name,
    ...(region === undefined ? {} : { Region: region }),
    ...(account === undefined ? {} : { Account: account }),
  };
}
