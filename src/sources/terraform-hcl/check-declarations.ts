import type { Configuration } from "../../languages/hcl/evaluator/configuration.ts";
import { inModule } from "../../languages/hcl/evaluator/instance-address.ts";
import { locate } from "../../languages/hcl/evaluator/locate.ts";
import type { Declaration, ModuleConfig, Section } from "../../languages/hcl/evaluator/module-config.ts";
import type { ModuleInstance } from "../../languages/hcl/evaluator/module-instance.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { closestWord } from "../../model/did-you-mean.ts";
import { checkArguments } from "./check-arguments.ts";
import type { Refusal } from "./check-arguments.ts";
import { checkReferences } from "./check-references.ts";
import { awsTypes, providerShape } from "../terraform/folder/provider-shapes.ts";
import type { ProviderFit } from "./provider-version.ts";

/** Of what a stranger's configuration gets wrong, more than a person reads. */
const MOST = 500;
const OF_CALLS = new Set(["source", "version", "providers", "count", "for_each", "depends_on", "//"]);

/**
 * What Terraform would refuse of resources, data sources and module calls by their names alone. Where other versions of the
 * provider can be installed, only what looks like a slip of the hand is told, and as a warning.
 */
export function checkDeclarations(configuration: Configuration, fit: ProviderFit): readonly Diagnostic[] {
  let diagnostics: readonly Diagnostic[] = [];
  const seen = new Set<ModuleConfig>();
  for (const module of configuration.modules) {
    if (diagnostics.length >= MOST) break;
    diagnostics = diagnostics.concat(checkCall(module));
    if (seen.has(module.config)) continue;
    seen.add(module.config);
    const path = withoutKeys(module.address);
    if (module.isWhole) diagnostics = diagnostics.concat(checkReferences(module.config, path));
    if (fit !== "no") diagnostics = diagnostics.concat(checkResources(module, fit));
  }
  return onePerPlace(diagnostics).slice(0, MOST);
}

function checkResources(module: ModuleInstance, fit: ProviderFit): readonly Diagnostic[] {
  const { config } = module;
  const diagnostics: Diagnostic[] = [];
  for (const declaration of [...config.resources.values(), ...config.data.values()]) {
    const { mode, type, name, body, file } = declaration;
    const address = inModule(
      withoutKeys(module.address),
      mode === "data" ? `data.${type}.${name}` : `${type}.${name}`,
    );
    const shape = providerShape(mode === "data" ? `data.${type}` : type);
    const refusals =
      shape === undefined
        ? checkType(declaration, fit)
        : checkArguments({ body, shape, file }, (part) => config.overridden.get(part) ?? file);
    for (const refusal of refusals) {
      if (fit === "certain" || refusal.isSlip) diagnostics.push(tell(address, refusal, fit));
    }
  }
  return diagnostics;
}

function tell(address: string, { code, message, location }: Refusal, fit: ProviderFit): Diagnostic {
  const told =
    fit === "certain"
      ? `${address}: ${message}`
      : `${address}: hashicorp/aws 5.100.0 would refuse this: ${message}`;
  return {
    code,
    level: fit === "certain" ? "error" : "warning",
    message: told,
    ...(location && { location }),
  };
}

/** Types of AWS HealthOmics are told where they are read as those that are meant. */
function checkType({ mode, type, file, block }: Declaration, fit: ProviderFit): readonly Refusal[] {
  if (fit !== "certain" || mode !== "managed" || !type.startsWith("aws_") || type.startsWith("aws_omics_")) {
    return [];
  }
  if (awsTypes().has(type)) return [];
  const near = closestWord(type, awsTypes());
  const hint = near === undefined ? "" : ` Did you mean ${JSON.stringify(near)}?`;
  const message = `Invalid resource type: The provider hashicorp/aws does not support resource type ${JSON.stringify(type)}.${hint}`;
  const location = locate(file, block.labels[0]?.start ?? block.start);
  return [{ code: "terraform-no-such-type", message, location, isSlip: false }];
}

/** The arguments of a call against the variables of the module that it calls. */
function checkCall({ call, config, isWhole }: ModuleInstance): readonly Diagnostic[] {
  if (call === undefined || !isWhole) return [];
  const { section, parent } = call;
  const address = inModule(withoutKeys(parent.address), `module.${section.block.labels[0]?.value ?? ""}`);
  const refusals = [...unknownArguments(section, config, parent.config), ...missingValues(section, config)];
  return refusals.map((refusal) => tell(address, refusal, "certain"));
}

function unknownArguments(section: Section, config: ModuleConfig, parent: ModuleConfig): readonly Refusal[] {
  const refusals: Refusal[] = [];
  for (const [name, attribute] of section.body.attributes) {
    if (OF_CALLS.has(name) || config.variables.has(name)) continue;
    const near = closestWord(name, config.variables.keys());
    const hint = near === undefined ? "" : ` Did you mean ${JSON.stringify(near)}?`;
    const message = `Unsupported argument: An argument named ${JSON.stringify(name)} is not expected here.${hint}`;
    const location = locate(parent.overridden.get(attribute) ?? section.file, attribute.start);
    refusals.push({ code: "terraform-unsupported-argument", message, location, isSlip: true });
  }
  return refusals;
}

function missingValues({ file, block, body }: Section, { variables }: ModuleConfig): readonly Refusal[] {
  const missing = [...variables].filter(
    ([name, variable]) => !variable.body.attributes.has("default") && !body.attributes.has(name),
  );
  return missing.map(([name]) => ({
    code: "terraform-missing-argument",
    message: `Missing required argument: The argument ${JSON.stringify(name)} is required, but no definition was found.`,
    location: locate(file, block.body.start),
    isSlip: true,
  }));
}

/** A module with many instances is one declaration. */
function withoutKeys(address: string): string {
  return address.replaceAll(/\[(?:\d+|\*|"(?:[^"\\]|\\.)*")\]/gu, "");
}

function onePerPlace(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const places = new Map<string, Diagnostic>();
  for (const diagnostic of diagnostics) {
    const { code, message, location } = diagnostic;
    const key = JSON.stringify([code, message, location?.file, location?.line, location?.column]);
    if (!places.has(key)) places.set(key, diagnostic);
  }
  return [...places.values()];
}
