import type { Expression } from "../../../languages/hcl/ast.ts";
import type { ModuleInstance } from "../../../languages/hcl/evaluator/module-instance.ts";
import type { Declaration, Section } from "../../../languages/hcl/evaluator/module-config.ts";
import { locate } from "../../../languages/hcl/evaluator/locate.ts";
import type { BodyReader } from "../../../languages/hcl/evaluator/body-reader.ts";
import { parseHclExpression } from "../../../languages/hcl/parse-hcl.ts";
import type { Resource } from "../../../model/resource.ts";
import type { Placement, Settings } from "../../../model/settings.ts";
import { Unknown, isValueList, isValueMap, plain } from "../../../model/value.ts";
import type { Value, ValueMap } from "../../../model/value.ts";
import { accountOf, deploymentResource } from "../deployment.ts";
import { OwnRegions } from "../own-regions.ts";
import type { Regional } from "../own-regions.ts";
import type { IsResource } from "./to-attributes.ts";
import { toAttribute } from "./to-attributes.ts";

/** A provider configuration as resources use it. */
export interface ProviderConfig {
  /** `aws`, `aws.west`; with the address of the module before it when a module has its own: `module.a:aws`. */
  readonly key: string;
  readonly placement: Placement;
  /** Tags that the provider adds to every resource. */
  readonly defaultTags: ValueMap | Unknown;
  /** The module and block that configure it; nothing when no block does and everything comes from the environment. */
  readonly section: Section | undefined;
}

const SKIP = new Set(["alias", "version"]);

/** The providers of Azure, whose configurations name a subscription and no region. */
const AZURE = /^(?:azurerm|azapi)\b/u;

/** The AWS and Azure provider configurations of a configuration, and which resource uses which. */
export class ProviderConfigs {
  readonly #idPrefix: string;
  readonly #settings: Settings;
  readonly #isResource: IsResource;
  readonly #known = new Map<string, ProviderConfig>();
  readonly #used = new Map<string, ProviderConfig>();
  readonly #ownRegions = new OwnRegions();

  constructor(idPrefix: string, settings: Settings, isResource: IsResource) {
    this.#idPrefix = idPrefix;
    this.#settings = settings;
    this.#isResource = isResource;
  }

  /** The configuration that a resource or data source uses; nothing for providers of others than AWS and Azure. */
  of(declaration: Declaration, module: ModuleInstance): ProviderConfig | undefined {
    if (!/^(?:aws|awscc|azurerm|azapi)_/u.test(declaration.type)) return undefined;
    const written = declaration.body.attributes.get("provider")?.value;
    const name = written === undefined ? undefined : nameOf(written);
    return this.#resolve(module, name ?? declaration.type.slice(0, declaration.type.indexOf("_")));
  }

  /** Where a resource is deployed. A provider that is asked for this is in use. */
  placementOf(config: ProviderConfig, resource: Regional): Placement {
    this.#used.set(config.key, config);
    return this.#ownRegions.place(config.key, config.placement, resource);
  }

  /** One resource for each configuration of AWS in use, and for each region that resources name beside its own. */
  deployments(): readonly Resource[] {
    const used = [...this.#used.values()].filter(({ placement }) => placement.cloud === "aws");
    const deployments = used
      .sort((one, other) => (one.key < other.key ? -1 : 1))
      .map(({ key, placement, section }) => {
        const location = section === undefined ? undefined : locate(section.file, section.block.start);
        return deploymentResource(key, placement, this.#idPrefix, location);
      });
    return [...deployments, ...this.#ownRegions.deployments(this.#idPrefix)];
  }

  /** The account that the configuration tells, or genoscan.yaml. */
  account(config: ProviderConfig): Value | undefined {
    return config.placement.account ?? this.#settings.account;
  }

  /** A module without a configuration of its own has that of its caller. */
  #resolve(module: ModuleInstance, name: string): ProviderConfig {
    const section = module.config.providers.get(name);
    const { call } = module;
    if (call === undefined) return this.#configOf(name, module, section);
    if (section !== undefined && !isProxy(section)) {
      return this.#configOf(`${module.address}:${name}`, module, section);
    }
    return this.#resolve(call.parent, passedName(call.section, name) ?? name);
  }

  #configOf(key: string, module: ModuleInstance, section: Section | undefined): ProviderConfig {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const reader = section === undefined ? undefined : module.reader(section, SKIP);
    const read = (name: string) => this.#value(reader, name);
    if (AZURE.test(key.slice(key.lastIndexOf(":") + 1))) {
      return this.#remember(key, section, {
        cloud: "azure",
        region: undefined,
        account: plain(read("subscription_id")),
        ...this.#deploymentOf(key, section),
      });
    }
    const assumed = firstBlock(read("assume_role"));
    const account = accountOf(read("allowed_account_ids"), plain(assumed?.["role_arn"]));
    const told = plain(read("region"));
    const region =
      told ?? new Unknown(`nothing tells the region of provider ${key}; it comes from the environment`);
    const placement: Placement = { cloud: "aws", region, account, ...this.#deploymentOf(key, section) };
    return this.#remember(key, section, placement, tagsOf(read("default_tags")));
  }

  /** OpenTofu makes many configurations of one block, each for another place. */
  #deploymentOf(key: string, section: Section | undefined): Pick<Placement, "deployment"> {
    return section?.body.attributes.has("for_each") === true ? {} : { deployment: this.#idPrefix + key };
  }

  #remember(
    key: string,
    section: Section | undefined,
    placement: Placement,
    defaultTags: ValueMap | Unknown = {},
  ): ProviderConfig {
    const config: ProviderConfig = { key, placement, defaultTags, section };
    this.#known.set(key, config);
    return config;
  }

  #value(reader: BodyReader | undefined, name: string): Value | undefined {
    return reader?.has(name) === true ? toAttribute(reader.value(name), this.#isResource) : undefined;
  }
}

/** `provider "aws" {}` in a module says nothing but that the module uses it. */
function isProxy({ body }: Section): boolean {
  return body.blocks.length === 0 && [...body.attributes.keys()].every((name) => SKIP.has(name));
}

/** What the caller passes for a provider of the module: `providers = { aws = aws.west }`. */
function passedName({ body }: Section, name: string): string | undefined {
  const passed = body.attributes.get("providers")?.value;
  if (passed?.kind !== "object") return undefined;
  const item = passed.items.find(({ key }) => (key.kind === "key-name" ? key.name : nameOf(key)) === name);
  return item === undefined ? undefined : nameOf(item.value);
}

/** `aws.west`, as a reference or, in JSON and in old configurations, as a text. */
function nameOf(expression: Expression): string | undefined {
  if (expression.kind === "wrap") return nameOf(expression.inner);
  if (expression.kind === "string") {
    const parsed = parseHclExpression(expression.value, "provider");
    return parsed.ok && parsed.expression.kind === "reference" ? nameOf(parsed.expression) : undefined;
  }
  if (expression.kind !== "reference") return undefined;
  const [alias] = expression.steps;
  return alias?.kind === "attribute-step" ? `${expression.root}.${alias.name}` : expression.root;
}

function firstBlock(value: Value | undefined): ValueMap | undefined {
  const known = plain(value);
  const block = isValueList(known) ? plain(known[0]) : known;
  return isValueMap(block) ? block : undefined;
}

function tagsOf(value: Value | undefined): ValueMap | Unknown {
  const known = plain(value);
  if (known instanceof Unknown) return known;
  const tags = plain(firstBlock(value)?.["tags"]);
  if (tags instanceof Unknown) return tags;
  return isValueMap(tags) ? tags : {};
}
