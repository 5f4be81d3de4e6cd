import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import { anyTruth, both, either } from "../../model/truth.ts";
import type { Truth } from "../../model/truth.ts";
import { Unknown, isValueList, isValueMap, plain } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { Fact } from "../fact.ts";
import { matchesGlob } from "../identity/matches-glob.ts";
import { inSamePlace } from "../same-place.ts";

const REGISTRY = "AWS::ECR::RegistryScanningConfiguration";

/** CloudFormation has no type for it. Inspector for ECR scans every repository of the region. */
const INSPECTOR = "aws_inspector2_enabler";

export const imageScanning: Fact = {
  name: "ImageScanning",
  types: ["AWS::ECR::Repository"],
  description:
    "Whether images are scanned when they are pushed to the repository: by the scanning configuration of its registry, by Amazon Inspector, or by its own setting, which does not count where the registry scans with Inspector. Not known where the repository says nothing and the registry may be set elsewhere.",
  compute(repository, { graph }) {
    if (repository.declared === "elsewhere") return undefined;
    const own = plain(propertyAt(repository, "/ImageScanningConfiguration/ScanOnPush"));
    const registry = byRegistry(
      repository,
      graph,
      own === true ? true : own instanceof Unknown ? "unknown" : false,
    );
    const truth = either(registry ?? false, byInspector(repository, graph));
    if (truth === true) return true;
    if (truth === "unknown") return new Unknown("whether the registry scans the repository is not known");
    if (registry !== undefined || graph.isClosed(REGISTRY)) return registry ?? own === true;
    if (own !== undefined) return own;
    return new Unknown("the scanning configuration of the registry is not declared in this input");
  },
};

/** What the configuration of the registry says, of which there is one in an account and region. */
function byRegistry(repository: Resource, graph: ResourceGraph, own: Truth): Truth | undefined {
  for (const registry of graph.ofType(REGISTRY)) {
    const here = registry.declared === "here" ? inSamePlace(registry, repository) : false;
    if (here === false) continue;
    if (here === "unknown" || registry.uncertain !== undefined) return "unknown";
    const covers = coversRepository(registry, repository);
    const type = plain(propertyAt(registry, "/ScanType"));
    if (type instanceof Unknown) return covers === true ? true : "unknown";
    return type === "ENHANCED" ? covers : either(covers, own);
  }
  return undefined;
}

function coversRepository(registry: Resource, repository: Resource): Truth {
  const name = plain(propertyAt(repository, "/RepositoryName"));
  return someItem(propertyAt(registry, "/Rules"), (rule) =>
    both(
      isOneOf(rule["ScanFrequency"], ["SCAN_ON_PUSH", "CONTINUOUS_SCAN"]),
      someItem(rule["RepositoryFilters"], ({ Filter }) => matchesFilter(name, plain(Filter))),
    ),
  );
}

/**
 * A filter without a wildcard meets every name that holds it.
 * https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-scanning.html
 */
function matchesFilter(name: Value | undefined, filter: Value | undefined): Truth {
  if (typeof filter !== "string") return "unknown";
  if (/^\*+$/.test(filter)) return true;
  if (typeof name !== "string") return "unknown";
  return filter.includes("*") ? matchesGlob(name, filter) : name.includes(filter);
}

function byInspector(repository: Resource, graph: ResourceGraph): Truth {
  return anyTruth(
    graph.ofType(INSPECTOR).map((enabler) => {
      const scans = holdsText(propertyAt(enabler, "/resource_types"), "ECR");
      const here = inSamePlace(enabler, repository);
      if (enabler.uncertain !== undefined) return both(scans, here === false ? false : "unknown");
      return both(scans, here);
    }),
  );
}

function holdsText(list: Value | undefined, wanted: string): Truth {
  const items = plain(list);
  if (!isValueList(items)) return items instanceof Unknown ? "unknown" : false;
  return anyTruth(items.map((item) => isOneOf(item, [wanted])));
}

function isOneOf(value: Value | undefined, wanted: readonly string[]): Truth {
  const known = plain(value);
  if (known instanceof Unknown) return "unknown";
  return typeof known === "string" && wanted.includes(known);
}

function someItem(list: Value | undefined, test: (item: { readonly [part: string]: Value }) => Truth): Truth {
  const items = plain(list);
  if (!isValueList(items)) return items instanceof Unknown ? "unknown" : false;
  return anyTruth(
    items.map((item) => {
      const known = plain(item);
      return isValueMap(known) ? test(known) : "unknown";
    }),
  );
}
