import type { Diagnostic, Gap } from "../../model/diagnostic.ts";
import { SourceError } from "../../model/errors.ts";
import { isValueMap } from "../../model/value.ts";
import type { Input, LoadContext, LoadedInput, Source } from "../source.ts";
import { namesReadBy } from "../terraform/attribute-names.ts";
import type { AttributeNames } from "../terraform/attribute-names.ts";
import { buildResources, countsWhenRemoved } from "../terraform/build-resources.ts";
import { fromJson } from "../terraform/convert.ts";
import { lensOf } from "../terraform/lens-index.ts";
import type { TerraformResource } from "../terraform/terraform-resource.ts";
import { addUnplanned } from "./add-unplanned.ts";
import { checkPlan, looksLikePlan, shapeProblem } from "./check-plan.ts";
import { findGaps } from "./find-gaps.ts";
import { Placements } from "./placements.ts";
import type { Change, Expressions, PlanDocument } from "./plan-document.ts";
import { PlanIndex } from "./plan-index.ts";
import type { Instance } from "./declarations.ts";
import { settleTags } from "./settle-tags.ts";
import { AttributeReader } from "./read-attributes.ts";
import { findSourceFolder, holdsConfiguration } from "./source-folder/find-source-folder.ts";
import type { FoundFolder } from "./source-folder/find-source-folder.ts";
import type { SourceFolder } from "./source-folder/source-folder.ts";

/** `terraform show -json PLAN`. */
export const terraformPlan: Source = {
  name: "terraform-plan",
  title: "Terraform plan as JSON (terraform show -json)",
  detect: ({ json }) => looksLikePlan(json),
  load(input, context): LoadedInput | Promise<LoadedInput> {
    const explain = (error: unknown) => explained(error, input);
    try {
      const loading = loadChecked(input, context);
      return loading instanceof Promise ? loading.catch(explain) : loading;
    } catch (error) {
      return explain(error);
    }
  },
};

function loadChecked({ json, path }: Input, context: LoadContext): LoadedInput | Promise<LoadedInput> {
  const checked = checkPlan(json, path);
  const { plan } = checked;
  if (plan === undefined) throw new SourceError(checked.problems);
  const found = findSourceFolder(path, context.terraform?.source);
  const planned = plan.configuration?.root_module;
  const read = { plan, diagnostics: checked.diagnostics, idPrefix: context.idPrefix };
  // what is told of a plan without configuration says it: nothing of a folder can be held against it
  if (found === undefined || planned === undefined) return loadPlan(read);
  if (!holdsConfiguration(found.path)) {
    return loadPlan({ ...read, diagnostics: [...read.diagnostics, withoutConfiguration(found)] });
  }
  return withFolder(read, (Folder, index) => new Folder(found, index, planned, context));
}

/** A plan that somebody has changed may be anything inside: what is wrong with it is looked for when it cannot be read. */
async function explained(error: unknown, { json, path }: Input): Promise<never> {
  if (error instanceof SourceError) throw error;
  const { findMisfit } = await import("./find-misfit.ts");
  const misfit = findMisfit(json);
  if (misfit === undefined) throw error;
  throw new SourceError([shapeProblem(misfit, path)], { cause: error });
}

interface ReadPlan {
  readonly plan: PlanDocument;
  readonly diagnostics: readonly Diagnostic[];
  readonly idPrefix: string;
}

/** Parser and evaluator are read when there is a folder: a plan alone needs neither. */
async function withFolder(
  read: ReadPlan,
  open: (Folder: typeof SourceFolder, index: PlanIndex) => SourceFolder,
): Promise<LoadedInput> {
  const module = await import("./source-folder/source-folder.ts");
  return loadPlan(read, (index) => open(module.SourceFolder, index));
}

function loadPlan(
  { plan, diagnostics, idPrefix }: ReadPlan,
  openFolder?: (index: PlanIndex) => SourceFolder,
): LoadedInput {
  const index = new PlanIndex(addUnplanned(plan), idPrefix);
  const reader = new AttributeReader(index);
  const placements = new Placements(plan, idPrefix);
  const folder = openFolder?.(index);
  const { kept, former } = sortOut(index.all());
  const written =
    folder === undefined
      ? kept.map((instance) => writtenResource(instance, reader, placements, namesRead(instance)))
      : completed(kept, folder, reader, placements);
  const built = buildResources(written, former);
  const gaps: readonly Gap[] = findGaps(plan);
  const comments = folder?.readAnnotations();
  const deployments = placements.deployments((...config) => folder?.locateProvider(...config));
  return {
    resources: [...built.resources, ...deployments],
    diagnostics: [
      ...diagnostics,
      ...(folder?.diagnostics() ?? []),
      ...(comments?.diagnostics ?? []),
      ...built.diagnostics,
    ],
    gaps,
    annotations: comments?.annotations ?? [],
  };
}

function withoutConfiguration({ path }: FoundFolder): Diagnostic {
  const message = `--source ${path}: there is no folder with a Terraform configuration; findings have no place in files`;
  return { code: "terraform-source-unreadable", level: "warning", message, location: { file: path } };
}

/** The resources, completed by the folder: what it says is held against all attributes. */
function completed(
  instances: readonly Instance[],
  folder: SourceFolder,
  reader: AttributeReader,
  placements: Placements,
): readonly TerraformResource[] {
  const planned = instances.map((instance) => ({
    instance,
    resource: writtenResource(instance, reader, placements, undefined),
  }));
  return folder
    .complete(planned)
    .map((resource) => ({ ...resource, attributes: reader.hide(resource.attributes) }));
}

/** The attributes that the lens of the type reads; all of a type that has none. */
function namesRead({ change }: Instance): AttributeNames | undefined {
  const lens = lensOf(change.type);
  return lens === undefined ? undefined : namesReadBy(lens);
}

/** What is there after the apply, and what was there before where that counts. */
function sortOut(instances: readonly Instance[]): {
  readonly kept: readonly Instance[];
  readonly former: readonly TerraformResource[];
} {
  const kept: Instance[] = [];
  const former: TerraformResource[] = [];
  instances.forEach((instance) => {
    const { type, change } = instance.change;
    if (!isRemoved(change)) kept.push(instance);
    if (isChanged(change) && countsWhenRemoved(type)) former.push(formerResource(instance));
  });
  return { kept, former };
}

/** The plan only deletes or forgets it. */
function isRemoved({ actions }: Change): boolean {
  for (let at = 0; at < actions.length; at += 1) {
    if (actions[at] !== "delete" && actions[at] !== "forget") return false;
  }
  return true;
}

/** The plan deletes or changes it, so that others may still show it as it was before. */
function isChanged({ actions }: Change): boolean {
  return actions.includes("delete") || actions.includes("update");
}

function formerResource({ id, change }: Instance): TerraformResource {
  const before = fromJson(change.change.before ?? {});
  return { id, address: change.address, type: change.type, attributes: isValueMap(before) ? before : {} };
}

function writtenResource(
  instance: Instance,
  reader: AttributeReader,
  placements: Placements,
  names: AttributeNames | undefined,
): TerraformResource {
  const { id, change } = instance;
  const { address, type } = change;
  const attributes = settleTags(reader.read(instance, names), instance, placements);
  const isReadBack = readBackOf(instance);
  const placement = placements.of(instance);
  if (isReadBack === undefined) {
    return placement === undefined
      ? { id, address, type, attributes }
      : { id, address, type, attributes, placement };
  }
  return placement === undefined
    ? { id, address, type, attributes, isReadBack }
    : { id, address, type, attributes, isReadBack, placement };
}

/** Which attributes of a resource that is there already are known and set by no expression. */
function readBackOf({ change, config }: Instance): ((name: string) => boolean) | undefined {
  const { after, before } = change.change;
  if (before === null) return nothing;
  if (config === undefined || typeof after !== "object" || after === null) return undefined;
  return isIn(after, config.expressions ?? {});
}

function isIn(after: object, expressions: Expressions): (name: string) => boolean {
  return (name) => Object.hasOwn(after, name) && !Object.hasOwn(expressions, name);
}

function nothing(): boolean {
  return false;
}
