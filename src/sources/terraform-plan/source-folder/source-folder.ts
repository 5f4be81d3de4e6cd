import { realpathSync } from "node:fs";
import { openLazily } from "../../../languages/hcl/evaluator/configuration.ts";
import type { ModuleInstance } from "../../../languages/hcl/evaluator/module-instance.ts";
import type { ResourceInstance } from "../../../languages/hcl/evaluator/resource-instance.ts";
import { locate } from "../../../languages/hcl/evaluator/locate.ts";
import type { Location } from "../../../model/location.ts";
import type { Diagnostic } from "../../../model/diagnostic.ts";
import { Reference, emptyMap, isValueList, isValueMap, put } from "../../../model/value.ts";
import type { Value, ValueMap } from "../../../model/value.ts";
import type { LoadContext } from "../../source.ts";
import { attributeSteps } from "../../terraform/folder/attribute-steps.ts";
import { folderHost } from "../../terraform/folder/folder-host.ts";
import { callsOf } from "../../terraform/folder/module-calls.ts";
import { ModuleLoader } from "../../terraform/folder/module-loader.ts";
import { ProviderConfigs } from "../../terraform/folder/provider-configs.ts";
import { readAnnotations } from "../../read-annotations.ts";
import type { ReadAnnotations } from "../../read-annotations.ts";
import { commentedFile } from "../../terraform/folder/commented-file.ts";
import { ScanRoot } from "../../scan-root.ts";
import { scannedFiles } from "../../terraform/folder/scanned-files.ts";
import { toAttribute } from "../../terraform/folder/to-attributes.ts";
import { readWorkspace } from "../../terraform/folder/workspace.ts";
import type { TerraformResource } from "../../terraform/terraform-resource.ts";
import type { ConfigModule, ProviderConfig } from "../plan-document.ts";
import type { Instance } from "../declarations.ts";
import type { PlanIndex } from "../plan-index.ts";
import { PROVIDER_ARGUMENTS, findDifference } from "./compare-block.ts";
import { compareConfiguration, configAddress } from "./compare-configuration.ts";
import type { Comparison } from "./compare-configuration.ts";
import { describeMismatches } from "./describe-mismatches.ts";
import type { FoundFolder } from "./find-source-folder.ts";
import { documentAttributes } from "./document-attributes.ts";
import { findContradiction } from "./find-contradiction.ts";
import { InstanceFinder } from "./find-instance.ts";
import { placePlanned } from "./place-planned.ts";
import { plannedInputs } from "./planned-inputs.ts";
import { holdsUnknown, settleUnknowns } from "./settle-unknowns.ts";

/** A resource as the plan tells it. */
export interface PlannedResource {
  readonly resource: TerraformResource;
  readonly instance: Instance;
}

interface WrittenInstance {
  readonly written: ResourceInstance<ModuleInstance>;
  /** Its attributes, as the folder tells them. */
  readonly said: ValueMap;
}

/** The folder that a plan was made from: where things are written, and what a plan does not tell. */
export class SourceFolder {
  readonly #found: FoundFolder;
  readonly #loader: ModuleLoader;
  readonly #comparison: Comparison;
  readonly #finder: InstanceFinder;
  readonly #isResource: (id: string) => boolean;
  /** By address of an instance: what plan and folder tell differently, found while evaluating. */
  readonly #contradictions = new Map<string, string>();

  constructor(found: FoundFolder, index: PlanIndex, planned: ConfigModule, context: LoadContext) {
    const folder = realpathSync(found.path);
    const root = ScanRoot.of(folder, process.cwd());
    this.#found = found;
    this.#loader = new ModuleLoader(folder, found.path === "." ? "" : found.path, root);
    const opened = this.#loader.openRoot();
    this.#comparison = compareConfiguration(planned, opened, this.#loader);
    this.#isResource = (id) => index.instance(id)?.change.mode === "managed";
    const host = folderHost({
      files: scannedFiles(folder, root),
      workspace: context.terraform?.workspace ?? readWorkspace(folder, root),
      loader: this.#loader,
      input: plannedInputs(index.plan),
      providers: new ProviderConfigs(context.idPrefix, context.settings, this.#isResource),
    });
    this.#finder = new InstanceFinder(openLazily(opened, host, context.idPrefix).root);
  }

  /**
   * The resources with the places where they are written, and with the references that only the folder tells. What does
   * not agree with the folder stays as it is.
   */
  complete(planned: readonly PlannedResource[]): readonly TerraformResource[] {
    const found = planned.map((one) => ({ ...one, written: this.#find(one) }));
    // a folder of which something differs may differ in what a plan does not show, so it settles nothing
    const settles = this.#comparison.differences.size === 0 && this.#contradictions.size === 0;
    return found.map(({ resource, instance, written }) =>
      written === undefined ? resource : this.#complete({ resource, instance }, written, settles),
    );
  }

  /** The instance of the folder, and what it says; nothing for one that says something else than the plan. */
  #find({ resource, instance }: PlannedResource): WrittenInstance | undefined {
    if (this.#differs(instance)) return undefined;
    const written = this.#finder.find(instance);
    if (written === undefined) {
      this.#contradictions.set(resource.address, "the folder has no instance with this key");
      return undefined;
    }
    const said = emptyMap();
    for (const [name, value] of written.attributes()) {
      const attribute = toAttribute(value, this.#isResource);
      if (attribute !== undefined) put(said, name, attribute);
    }
    const { before, after } = instance.change.change;
    const { attributes, address } = resource;
    const { body } = written.declaration;
    const contradiction = findContradiction({ attributes, before, after, body }, said);
    if (contradiction === undefined) return { written, said };
    this.#contradictions.set(address, `${contradiction} has one value in the folder and another in the plan`);
    return undefined;
  }

  #complete(
    { resource, instance }: PlannedResource,
    { written, said }: WrittenInstance,
    settles: boolean,
  ): TerraformResource {
    const calls = callsOf(written.module);
    const { after } = instance.change.change;
    const placeOf = (path: string) => placePlanned(written.body, written.shape, attributeSteps(path), after);
    return {
      ...resource,
      attributes:
        settles && isOpen(resource) ? settleUnknowns(resource.attributes, said) : resource.attributes,
      location: written.locate([]),
      locate(attribute) {
        const { reader, path } = placeOf(attribute);
        return reader.locate(path);
      },
      locateBehind(attribute) {
        const { reader, path } = placeOf(attribute);
        return reader.locateBehind(path);
      },
      ...(calls.length > 0 && { calls }),
    };
  }

  /** Where a provider configuration of the plan is written: `aws`, `aws.west`, `module.a:aws`. */
  locateProvider(key: string, planned: ProviderConfig | undefined): Location | undefined {
    const split = key.lastIndexOf(":");
    const module = this.#comparison.modules.get(key.slice(0, Math.max(split, 0)));
    const section = module?.providers.get(key.slice(split + 1));
    if (section === undefined || planned === undefined) return undefined;
    const written = { body: section.body, shape: undefined, skip: PROVIDER_ARGUMENTS };
    const difference = findDifference(written, planned.expressions ?? {});
    return difference === undefined ? locate(section.file, section.block.start) : undefined;
  }

  /** The comments to genoscan in the modules that the plan uses. */
  readAnnotations(): ReadAnnotations {
    return readAnnotations(
      this.#loader
        .loaded()
        .flatMap(({ config }) => config.files)
        .map(commentedFile),
    );
  }

  /** To be asked when every resource is complete. */
  diagnostics(): readonly Diagnostic[] {
    const unreadable = this.#loader.loaded().flatMap((module) => module.unreadable);
    return describeMismatches(this.#found, this.#comparison, this.#contradictions, unreadable);
  }

  /** Something of the resource, or of a call that leads to it, is not what the plan was made from. */
  #differs({ module, change }: Instance): boolean {
    const { differences, missing } = this.#comparison;
    const path = module.steps.map(({ name }) => name);
    if (differences.has(configAddress(path, `${change.type}.${change.name}`))) return true;
    return path.some((_, index) => {
      const call = configAddress(path.slice(0, index + 1));
      return differences.has(call) || missing.has(call);
    });
  }
}

/** What is compared as text: which function a log group is of. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  aws_cloudwatch_log_group: ["name"],
  aws_lambda_function: ["function_name"],
};

/** The plan leaves something open: an attribute, or a text of which it only tells what the text names. */
function isOpen({ type, attributes }: TerraformResource): boolean {
  if (holdsUnknown(attributes) || namesBesideOthers(attributes)) return true;
  return [...documentAttributes(type), ...(NAMES[type] ?? [])].some((name) => {
    const value = attributes[name];
    return value instanceof Reference && value.value === undefined;
  });
}

/** Attributes that are lists by their name. */
const LISTS = /(?:_ids|_blocks|_arns|^security_groups|^subnets|^identifiers)$/;

/** A list that is taken from one resource may hold more than it. */
function namesBesideOthers(attributes: Value): boolean {
  if (isValueList(attributes)) return attributes.some(namesBesideOthers);
  if (!isValueMap(attributes)) return false;
  return Object.entries(attributes).some(
    ([name, value]) =>
      (value instanceof Reference && value.value === undefined && LISTS.test(name)) ||
      namesBesideOthers(value),
  );
}
