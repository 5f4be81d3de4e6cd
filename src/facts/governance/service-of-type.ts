import list from "./hipaa-eligible-services.json" with { type: "json" };

/** AWS's list of HIPAA eligible services of a date, with the CloudFormation namespaces and Terraform prefixes of each. */
export const HIPAA_LIST: { readonly source: string; readonly asOf: string } = list;

export interface ServiceOfType {
  readonly service: string;
  /** On AWS's list; a service that holds no health data by its nature; or neither. */
  readonly standing: "eligible" | "without-health-data" | "not-listed";
}

interface Names {
  readonly namespaces: readonly string[];
  readonly prefixes: readonly string[];
  /** What the names of its actions in IAM begin with; left out for what AWS has closed. */
  readonly actions?: readonly string[];
}

/** The services that are not on the list, each with what the names of its actions in IAM begin with. */
export const ACTIONS_OF_UNLISTED: readonly (readonly [service: string, prefixes: readonly string[]])[] =
  Object.entries<Names>(list.notListed).map(([service, { actions = [] }]) => [service, actions]);

const NAMESPACES = new Map<string, ServiceOfType>();
const PREFIXES = new Map<string, ServiceOfType>();
index(list.eligible, "eligible");
index(list.withoutHealthData, "without-health-data");
index(list.notListed, "not-listed");

/** The service of `AWS::Omics::Workflow` or `aws_media_store_container`; `undefined` for one that nobody has looked up. */
export function serviceOfType(type: string): ServiceOfType | undefined {
  const [cloud, namespace = ""] = type.split("::");
  if (cloud === "AWS") return NAMESPACES.get(namespace);
  const [, ...tokens] = type.split("_");
  for (let length = tokens.length; length > 0; length -= 1) {
    const service = PREFIXES.get(tokens.slice(0, length).join("_"));
    if (service !== undefined) return service;
  }
  return undefined;
}

function index(services: Readonly<Record<string, Names>>, standing: ServiceOfType["standing"]): void {
  for (const [service, { namespaces, prefixes }] of Object.entries(services)) {
    for (const namespace of namespaces) NAMESPACES.set(namespace, { service, standing });
    for (const prefix of prefixes) PREFIXES.set(prefix, { service, standing });
  }
}
