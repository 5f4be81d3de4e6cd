import type { Location } from "../../model/location.ts";
import type { Placement } from "../../model/settings.ts";
import { Unknown } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { Resource } from "../../model/resource.ts";
import { deploymentResource } from "../terraform/deployment.ts";
import { OwnRegions, mayLieElsewhere } from "../terraform/own-regions.ts";
import { isExpression, textAt } from "./plan-document.ts";
import type { Expressions, ExpressionNode, PlanDocument, ProviderConfig } from "./plan-document.ts";
import type { Instance } from "./declarations.ts";
import { toldByData } from "./told-by-data.ts";
import type { ToldByData } from "./told-by-data.ts";

/** Where a provider configuration is written. */
type LocateProvider = (key: string, planned: ProviderConfig | undefined) => Location | undefined;

/** The providers whose configurations say where things are deployed, by the types of their resources. */
const PROVIDER = /^(aws|awscc|azurerm|azapi)_/;

/** The same at the end of the address of a provider. */
const ADDRESS = /\/(?:aws|awscc|azurerm|azapi)$/;

/** Those of Azure, whose configurations name a subscription and no region. */
const AZURE = /^(?:azurerm|azapi)\b/;

/** A provider configuration, and what the plan tells of it. */
interface Configured {
  readonly key: string;
  readonly placement: Placement;
  /** It is told and adds no tags of its own. */
  readonly addsNoTags: boolean;
  /** The regions that the provider filled in where none is written: its own. */
  readonly filledIn: Set<Value>;
}

/** Region and account of each provider configuration, as far as the plan tells them. */
export class Placements {
  readonly #plan: PlanDocument;
  readonly #idPrefix: string;
  /** By the key that the configuration of a resource has; several may lead to one. */
  readonly #byKey = new Map<string, Configured>();
  readonly #configured = new Map<string, Configured>();
  /** Those of AWS that resources are placed by. */
  readonly #used = new Set<Configured>();
  readonly #ownRegions = new OwnRegions();
  readonly #told: ToldByData;

  constructor(plan: PlanDocument, idPrefix: string) {
    this.#plan = plan;
    this.#idPrefix = idPrefix;
    this.#told = toldByData(plan);
  }

  /** Where a resource is deployed; `undefined` for a resource of another cloud's or no cloud's provider. */
  of(instance: Instance): Placement | undefined {
    const { change } = instance;
    // what a type begins with is told more quickly than what the address of a provider ends with
    if (!PROVIDER.test(change.type) && !ADDRESS.test(change.provider_name ?? "")) return undefined;
    const configured = this.#configuredFor(instance);
    const { key, placement, filledIn } = configured;
    this.#used.add(configured);
    const region = regionOf(instance);
    if (region === undefined) return placement;
    if (placement.region instanceof Unknown && isFilledIn(instance)) {
      filledIn.add(region);
      return { ...placement, region };
    }
    return this.#ownRegions.place(key, placement, { type: change.type, address: change.address, region });
  }

  /**
   * One resource for each provider configuration of AWS in use, and for each region that resources name beside its own, so
   * that rules can judge where things are deployed.
   */
  deployments(locate?: LocateProvider): readonly Resource[] {
    const used = [...this.#used].filter(({ key }) => !isAzure(key));
    const deployments = used.sort(byName).map(({ key, placement, filledIn }) => {
      const [region, ...others] = filledIn;
      return deploymentResource(
        key,
        region === undefined || others.length > 0 ? placement : { ...placement, region },
        this.#idPrefix,
        locate?.(key, this.#plan.configuration?.provider_config?.[key]),
      );
    });
    return [...deployments, ...this.#ownRegions.deployments(this.#idPrefix)];
  }

  /** True when the provider configuration of a resource is told and adds no tags of its own. */
  addsNoTags(instance: Instance): boolean {
    return this.#configuredFor(instance).addsNoTags;
  }

  #configuredFor({ config, change }: Instance): Configured {
    const key = config?.provider_config_key ?? PROVIDER.exec(change.type)?.[1] ?? "aws";
    const known = this.#byKey.get(key);
    if (known !== undefined) return known;
    const name = this.#configName(key);
    const configured = this.#configured.get(name) ?? this.#describe(name);
    this.#configured.set(name, configured);
    this.#byKey.set(key, configured);
    return configured;
  }

  #describe(key: string): Configured {
    const config = this.#plan.configuration?.provider_config?.[key];
    return {
      key,
      placement: {
        ...this.#placementOf(key),
        ...(!this.#isRepeated(key) && { deployment: this.#idPrefix + key }),
      },
      addsNoTags: config !== undefined && config.expressions?.["default_tags"] === undefined,
      filledIn: new Set(),
    };
  }

  #placementOf(key: string): Placement {
    const config = this.#plan.configuration?.provider_config?.[key];
    if (isAzure(key)) {
      const account = this.#value(config?.expressions?.["subscription_id"]);
      return { cloud: "azure", region: undefined, account };
    }
    const alone = this.#providers() === 1 && !this.#isRepeated(key);
    const region = this.#value(config?.expressions?.["region"]) ?? (alone ? this.#told.region : undefined);
    const account = this.#account(config?.expressions) ?? (alone ? this.#told.account : undefined);
    return {
      cloud: "aws",
      region:
        region ??
        new Unknown(`the plan does not tell the region of provider ${key}; it comes from the environment`),
      account,
    };
  }

  /** OpenTofu makes many configurations of one block, each for another place: its arguments read `each`. */
  #isRepeated(key: string): boolean {
    const expressions = this.#plan.configuration?.provider_config?.[key]?.expressions;
    return expressions !== undefined && /"each[."]/u.test(JSON.stringify(expressions));
  }

  /**
   * A module's own entry without expressions only declares the provider, which it inherits from the root. Terraform
   * before 1.2 writes no entry at all; what is inherited is certain then when the root has no choice of configurations.
   */
  #configName(key: string): string {
    const configs = this.#plan.configuration?.provider_config ?? {};
    const own = configs[key];
    const name = key.slice(key.lastIndexOf(":") + 1);
    if (own === undefined) return name.includes(".") || this.#providers() > 1 ? key : name;
    if (own.expressions !== undefined || own.module_address === undefined) return key;
    return name.includes(".") || configs[name] === undefined ? key : name;
  }

  #providers(): number {
    const configs = Object.values(this.#plan.configuration?.provider_config ?? {});
    return configs.filter(
      ({ name, module_address }) => (name === "aws" || name === "awscc") && module_address === undefined,
    ).length;
  }

  #account(expressions: Expressions | undefined): Value | undefined {
    const allowed = this.#value(expressions?.["allowed_account_ids"]);
    if (Array.isArray(allowed) && allowed.length === 1 && typeof allowed[0] === "string") return allowed[0];
    const assumed = expressions?.["assume_role"];
    const [block] = Array.isArray(assumed) ? (assumed as readonly Expressions[]) : [];
    const role = this.#value(block?.["role_arn"]);
    return typeof role === "string" ? accountOfArn(role) : undefined;
  }

  /** A constant, or a variable of the root module that the plan tells. */
  #value(node: ExpressionNode | undefined): Value | undefined {
    if (node === undefined || !isExpression(node)) return undefined;
    if (node.constant_value !== undefined && node.constant_value !== null) {
      return node.constant_value as Value;
    }
    const [reference, ...more] = node.references ?? [];
    if (reference === undefined || more.length > 0) return undefined;
    const variable = /^var\.([^.[]+)$/.exec(reference)?.[1];
    const value = variable === undefined ? undefined : this.#plan.variables?.[variable]?.value;
    if (typeof value === "string" || Array.isArray(value)) return value as Value;
    return variable === undefined ? undefined : new Unknown(`${reference} has no value in the plan`);
  }
}

function byName({ key: one }: Configured, { key: other }: Configured): number {
  return one < other ? -1 : 1;
}

/** The key of a module's own configuration has the address of the module before it. */
function isAzure(key: string): boolean {
  return AZURE.test(key.slice(key.lastIndexOf(":") + 1));
}

function accountOfArn(arn: string): string | undefined {
  return /^arn:[^:]*:iam::(\d{12}):/.exec(arn)?.[1];
}

/** The region that the plan shows for a resource, as version 6 of the provider does for all; of some it is known later. */
function regionOf({ config, change }: Instance): Value | undefined {
  const { after, after_unknown: unknown } = change.change;
  const region = textAt(after, "region");
  if (region !== undefined || config?.expressions?.["region"] === undefined) return region;
  const isUnknown = typeof unknown === "object" && unknown !== null && "region" in unknown;
  return isUnknown ? new Unknown(`the region of ${change.address} is known after apply`) : undefined;
}

/**
 * True when the configuration names no region for the resource: what the plan shows is that of the provider. Of a bucket that
 * is there version 5 shows where it lies, which may be elsewhere.
 */
function isFilledIn({ config, change: { type } }: Instance): boolean {
  if (config === undefined || type === "aws_s3_bucket") return false;
  return mayLieElsewhere(type) && config.expressions?.["region"] === undefined;
}
