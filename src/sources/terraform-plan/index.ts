import type { Diagnostic, Gap } from "../../model/diagnostic.ts";
import { SourceError } from "../../model/errors.ts";
import { isValueMap } from "../../model/value.ts";
import type { LoadedInput, Source } from "../source.ts";
import { buildResources } from "../terraform/build-resources.ts";
import { fromJson } from "../terraform/convert.ts";
import type { TerraformResource } from "../terraform/terraform-resource.ts";
import { addUnplanned } from "./add-unplanned.ts";
import { checkPlan, looksLikePlan } from "./check-plan.ts";
import { findGaps } from "./find-gaps.ts";
import { Placements } from "./placements.ts";
import { PlanIndex } from "./plan-index.ts";
import type { Instance } from "./plan-index.ts";
import { settleTags } from "./settle-tags.ts";
import { AttributeReader } from "./read-attributes.ts";

/** `terraform show -json PLAN`. */
export const terraformPlan: Source = {
  name: "terraform-plan",
  title: "Terraform plan as JSON (terraform show -json)",
  detect: ({ json }) => looksLikePlan(json),
  load({ json, path }, { idPrefix }): LoadedInput {
    const { plan, problems, diagnostics } = checkPlan(json, path);
    if (plan === undefined) throw new SourceError(problems);
    const index = new PlanIndex(addUnplanned(plan), idPrefix);
    const reader = new AttributeReader(index);
    const placements = new Placements(plan);
    const written = index
      .all()
      .filter(isKept)
      .map((instance) => writtenResource(instance, reader, placements));
    const removed = index.all().filter(isDeletedOrChanged).map(formerResource);
    const built = buildResources(written, removed);
    const gaps: readonly Gap[] = findGaps(plan);
    const told: readonly Diagnostic[] = [...diagnostics, ...built.diagnostics];
    return { resources: [...built.resources, ...placements.deployments(idPrefix)], diagnostics: told, gaps };
  },
};

/** What is there after the apply: not what the plan only deletes or forgets. */
function isKept({ change }: Instance): boolean {
  const { actions } = change.change;
  return !actions.every((action) => action === "delete" || action === "forget");
}

function isDeletedOrChanged({ change }: Instance): boolean {
  return change.change.actions.some((action) => action === "delete" || action === "update");
}

/** What the plan deletes or changes, as it was before. */
function formerResource({ id, change }: Instance): TerraformResource {
  const before = fromJson(change.change.before ?? {});
  return { id, address: change.address, type: change.type, attributes: isValueMap(before) ? before : {} };
}

function writtenResource(
  instance: Instance,
  reader: AttributeReader,
  placements: Placements,
): TerraformResource {
  const { change } = instance;
  const placement = placements.of(instance);
  const readBack = attributesReadBack(instance);
  return {
    id: instance.id,
    address: change.address,
    type: change.type,
    attributes: settleTags(reader.read(instance), placements.addsNoTags(instance)),
    ...(readBack === undefined ? {} : { readBack }),
    ...(placement === undefined ? {} : { placement }),
  };
}

/** Known attributes of a resource that is there already, which no expression sets. */
function attributesReadBack({ change, config }: Instance): ReadonlySet<string> | undefined {
  const { after, before } = change.change;
  if (config === undefined || typeof after !== "object" || after === null || before === null) {
    return undefined;
  }
  const expressions = config.expressions ?? {};
  return new Set(Object.keys(after).filter((name) => !Object.hasOwn(expressions, name)));
}
