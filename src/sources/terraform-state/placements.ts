import type { Resource } from "../../model/resource.ts";
import type { Placement } from "../../model/settings.ts";
import { Unknown } from "../../model/value.ts";
import { deploymentResource } from "../terraform/deployment.ts";
import { isRegion, placeOfArn } from "./own-place.ts";
import type { Place } from "./own-place.ts";
import type { StateInstance } from "./state-instance.ts";

/** What the ARNs and data sources of one provider configuration tell of it. */
interface Told {
  readonly accounts: Set<string>;
  readonly regions: Set<string>;
  /** Each account and region that lie together in one ARN, once. */
  readonly places: Map<string, Place>;
  inUse: boolean;
}

/**
 * Region and account of the provider configurations of a state. The configurations are not in it: what is deployed
 * tells them, by its ARNs. One account tells that of everything else; where there are several, only those that say it
 * themselves are known.
 */
export class StatePlacements {
  readonly #idPrefix: string;
  readonly #told = new Map<string, Told>();

  constructor(instances: readonly StateInstance[], idPrefix: string) {
    this.#idPrefix = idPrefix;
    for (const instance of instances) if (isAws(instance)) this.#learn(instance);
  }

  /** Where an instance is deployed; `undefined` for one of another cloud's or no cloud's provider. */
  of(instance: StateInstance): Placement | undefined {
    const told = isAws(instance) ? this.#told.get(instance.provider) : undefined;
    if (told === undefined) return undefined;
    const own = placeOf(instance);
    const placement = this.#placement(instance.provider, told, {
      account: own?.account ?? only(told.accounts),
      region: own?.region ?? only(told.regions),
    });
    const { account } = placement;
    // several accounts under one name are several configurations, of which the state tells no names
    if (told.accounts.size <= 1) return placement;
    if (typeof account !== "string") {
      return { cloud: "aws", region: placement.region, account: severalAccounts(instance.provider) };
    }
    return { ...placement, deployment: `${placement.deployment ?? ""} in ${account}` };
  }

  /** One resource for each provider configuration in use; one for each place where one name stands for several. */
  deployments(): readonly Resource[] {
    const used = [...this.#told]
      .filter(([, { inUse }]) => inUse)
      .sort(([left], [right]) => (left < right ? -1 : 1));
    return used.flatMap(([key, told]) => {
      if (told.accounts.size <= 1 && told.regions.size <= 1) {
        const place = { account: only(told.accounts), region: only(told.regions) };
        return [deploymentResource(key, this.#placement(key, told, place), this.#idPrefix)];
      }
      return placesOf(told).map(([name, place]) => {
        const placement = this.#placement(key, told, place);
        return deploymentResource(`${key} in ${name}`, placement, this.#idPrefix);
      });
    });
  }

  #placement(key: string, told: Told, { account, region }: Place): Placement {
    const reason =
      told.regions.size > 1
        ? `the state holds resources of provider ${key} in ${String(told.regions.size)} regions, and not in which this one lies`
        : `no ARN in the state tells the region of provider ${key}`;
    return {
      cloud: "aws",
      region: region ?? new Unknown(reason),
      account,
      deployment: this.#idPrefix + key,
    };
  }

  #learn(instance: StateInstance): void {
    const { provider } = instance;
    const told = this.#told.get(provider) ?? {
      accounts: new Set<string>(),
      regions: new Set<string>(),
      places: new Map<string, Place>(),
      inUse: false,
    };
    this.#told.set(provider, told);
    if (instance.mode === "managed") told.inUse = true;
    const place = instance.mode === "managed" ? placeOf(instance) : placeOfData(instance);
    if (place === undefined) return;
    const { account, region } = place;
    if (account !== undefined) told.accounts.add(account);
    if (region !== undefined) told.regions.add(region);
    if (region !== undefined) told.places.set([account, region].filter(Boolean).join(" "), place);
  }
}

function isAws({ type }: StateInstance): boolean {
  return /^aws(?:cc)?_/.test(type);
}

/** A bucket tells a region and no account; where others tell both of that region, it says nothing more. */
function placesOf({ places }: Told): readonly (readonly [string, Place])[] {
  const all = [...places].sort(([left], [right]) => (left < right ? -1 : 1));
  const whole = all.filter(([, { account }]) => account !== undefined);
  const told = new Set(whole.map(([, { region }]) => region));
  return all.filter(([, { account, region }]) => account !== undefined || !told.has(region));
}

function only(texts: ReadonlySet<string>): string | undefined {
  return texts.size === 1 ? [...texts][0] : undefined;
}

function severalAccounts(key: string): Unknown {
  return new Unknown(
    `the state holds resources of provider ${key} in several accounts, and not in which this one lies`,
  );
}

/** A resource by its own ARN; a bucket has its region beside it, and so has every resource since provider version 6. */
function placeOf({ values }: StateInstance): Place | undefined {
  const place = placeOfArn(values["arn"]);
  const region = place?.region ?? (isRegion(values["region"]) ? values["region"] : undefined);
  return place === undefined && region === undefined ? undefined : { account: place?.account, region };
}

/** The data source that says in which account it ran. What aws_region holds may be a region that somebody asked for. */
function placeOfData({ type, values }: StateInstance): Place | undefined {
  const account = type === "aws_caller_identity" ? values["account_id"] : undefined;
  return typeof account === "string" && /^\d{12}$/.test(account) ? { account, region: undefined } : undefined;
}
