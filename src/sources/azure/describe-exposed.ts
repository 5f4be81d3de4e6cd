import type { ExpandedTemplate } from "../../languages/arm/expand-template.ts";
import { resolveType } from "../../languages/arm/evaluator/resolve-type.ts";
import type { DeployedTemplate, ResourceInstance } from "../../languages/arm/evaluator/resource-instance.ts";
import type { Expression, Written } from "../../languages/arm/expression.ts";
import { Open, knownText } from "../../languages/arm/values/arm-value.ts";
import { Unknown } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import { spellType } from "./arm-shapes.ts";
import { exposedParts } from "./exposed-parts.ts";
import type { ExposedPart } from "./exposed-parts.ts";
import type { GivenSecrets } from "./secret-in.ts";

/** A place that shows a secret, as rules see it. */
export interface DescribedExposure {
  readonly value: Value;
  readonly attribute: string;
  readonly written: Written;
}
import { openSecrets } from "./open-secrets.ts";

const MOST = 100;

/**
 * Where deployments give a secret to something that Azure shows to everybody who may read the resource group: an output or
 * a parameter of a deployment that is not secure, a nested template whose expressions are evaluated outside of it, a tag.
 */
export function describeExposed({ root, shared, resources }: ExpandedTemplate): readonly DescribedExposure[] {
  // what is wrong with an output is told by those who read it
  return shared.interpreter.speculate(() => exposuresOf(root, resources));
}

function exposuresOf(
  root: DeployedTemplate,
  resources: readonly ResourceInstance[],
): readonly DescribedExposure[] {
  const secrets = givenSecrets(root, resources);
  const described = [...ofOutputs(root, "", secrets)];
  for (const resource of resources) {
    if (described.length > MOST) break;
    const { nested, address, declaration } = resource;
    described.push(...ofTags(resource, secrets), ...ofOpenSecrets(resource, root));
    if (nested === undefined) continue;
    if (nested instanceof Open) {
      const value = new Unknown(`what ${address} shows is not known: ${nested.cause}`);
      described.push({ value, attribute: address, written: declaration });
      continue;
    }
    const prefix = `${address}.`;
    described.push(...ofOutputs(nested, prefix, secrets));
    described.push(...(nested.isOuter ? ofOuter(nested, secrets) : ofParameters(nested, resource, secrets)));
  }
  return described.slice(0, MOST);
}

/** What is given to secure parameters as a text that is known: wherever it goes as a whole, it is still the secret. */
function givenSecrets(root: DeployedTemplate, resources: readonly ResourceInstance[]): GivenSecrets {
  const secrets = new Map<string, string>();
  for (const deployed of [root, ...resources.map(({ nested }) => nested)]) {
    if (deployed === undefined || deployed instanceof Open) continue;
    for (const { name, type } of deployed.template.parameters.values()) {
      const resolved = resolveType(deployed.template, type);
      const text = resolved.secure === true ? knownText(deployed.given.values.get(name.toLowerCase())) : "";
      if (text !== "") secrets.set(text, name);
    }
  }
  return secrets;
}

function ofOutputs(
  deployed: DeployedTemplate,
  prefix: string,
  secrets: GivenSecrets,
): readonly DescribedExposure[] {
  const { template } = deployed;
  return [...template.outputs.values()].flatMap((output) => {
    const { name, type } = output;
    const value = deployed.output(name);
    if (value === undefined) return [];
    return exposedParts(value, { place: `outputs.${name}`, given: secrets }, { type, template }).map((part) =>
      describe("output", `${prefix}outputs.${name}`, part, output),
    );
  });
}

/** What is given to a deployment is kept with it. */
function ofParameters(
  { template, given }: DeployedTemplate,
  { address, declaration }: ResourceInstance,
  secrets: GivenSecrets,
): readonly DescribedExposure[] {
  return [...given.values].flatMap(([key, value]) => {
    const parameter = template.parameters.get(key);
    if (parameter === undefined) return [];
    const { name, type } = parameter;
    const written = memberNamed(declaration.deployment?.parameters, name) ?? declaration;
    return exposedParts(value, { place: `parameters.${name}`, given: secrets }, { type, template }).map(
      (part) => describe("parameter", `${address}.parameters.${name}`, part, written),
    );
  });
}

/** Azure puts the values into the template before it keeps it. */
function ofOuter(deployed: DeployedTemplate, secrets: GivenSecrets): readonly DescribedExposure[] {
  return deployed.resources().flatMap((resource) => {
    const { address, body, declaration, isThere } = resource;
    if (isThere === false) return [];
    return exposedParts(body, { place: "", given: secrets }).map((part) =>
      describe("nested template", `${address}${part.path}`, { ...part, path: "" }, declaration),
    );
  });
}

function ofTags(
  { address, body, declaration, isExisting }: ResourceInstance,
  secrets: GivenSecrets,
): readonly DescribedExposure[] {
  const tags = isExisting || declaration.extension !== undefined ? undefined : body.get("tags");
  const exposed = tags === undefined ? [] : exposedParts(tags, { place: "tags", given: secrets });
  return exposed.map((part) => describe("tag", `${address}.tags`, part, declaration));
}

/** A password that comes from a parameter is kept with the deployment, unless the parameter is secure. */
function ofOpenSecrets(
  { address, body, type, declaration, isExisting }: ResourceInstance,
  { template }: DeployedTemplate,
): readonly DescribedExposure[] {
  if (isExisting || declaration.extension !== undefined) return [];
  return openSecrets(body, spellType(knownText(type))).map(({ path, parameter }) => {
    const part = { path: "", secret: `${path} of ${address}`, written: undefined };
    const declared = template.parameters.get(parameter.toLowerCase());
    return describe("parameter", `parameters.${parameter}`, part, declared ?? declaration);
  });
}

function describe(
  kind: string,
  place: string,
  { path, secret, written }: ExposedPart,
  at: Written,
): DescribedExposure {
  const name = `${place}${path}`;
  return { value: { Kind: kind, Name: name, Secret: secret }, attribute: name, written: written ?? at };
}

function memberNamed(expression: Expression | undefined, name: string): Written | undefined {
  if (expression?.kind !== "object") return undefined;
  for (const member of expression.members) {
    if (member.kind !== "member" || member.key.kind !== "literal") continue;
    if (String(member.key.value).toLowerCase() === name.toLowerCase()) return member;
  }
  return undefined;
}
