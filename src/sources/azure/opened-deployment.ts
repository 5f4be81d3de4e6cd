import { expandTemplate } from "../../languages/arm/expand-template.ts";
import type { ExpandedTemplate } from "../../languages/arm/expand-template.ts";
import { unknownPlace } from "../../languages/arm/evaluator/place.ts";
import type { Place } from "../../languages/arm/evaluator/place.ts";
import type { Template } from "../../languages/arm/template.ts";
import type { ArmValue } from "../../languages/arm/values/arm-value.ts";
import type { LoadContext } from "../source.ts";
import type { Maker } from "./azure-scan.ts";
import { writtenId } from "./resource-ids.ts";

/** A template that is deployed on its own. */
export interface AzureDeployment {
  readonly template: Template;
  /** Values of parameters, by their names in lower case. */
  readonly given: ReadonlyMap<string, ArmValue>;
  /** How reports name it: the file without its ending. */
  readonly name: string;
  /** Put before every `Resource.id`, so that two deployments of a scan never share one. */
  readonly idPrefix: string;
}

/** A deployment whose resources are known, and are not made yet: they may name those of others. */
export class OpenedDeployment implements Maker {
  readonly deployment: AzureDeployment;
  readonly expanded: ExpandedTemplate;
  readonly isForetold = false;

  constructor(deployment: AzureDeployment, { settings }: Pick<LoadContext, "settings">) {
    const { template, given } = deployment;
    this.deployment = deployment;
    this.expanded = expandTemplate(template, { place: placeOf(template, settings.account), given });
  }

  *made(): Iterable<readonly [id: string, target: string]> {
    for (const resource of this.expanded.resources) {
      const id = resource.isExisting ? undefined : writtenId(resource.id);
      if (id !== undefined) yield [id, `${this.deployment.idPrefix}${resource.address}`];
    }
  }
}

const SUBSCRIPTION = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/iu;

/** The place that the settings say; what they do not say is known at deployment. */
function placeOf({ scope }: Template, account: string | undefined): Place {
  const place = unknownPlace(scope ?? "resourceGroup");
  return account !== undefined && SUBSCRIPTION.test(account) ? { ...place, subscriptionId: account } : place;
}
