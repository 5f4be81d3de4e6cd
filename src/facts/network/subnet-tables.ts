import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import { anyTruth } from "../../model/truth.ts";
import type { Truth } from "../../model/truth.ts";
import { Unknown, isValueList, isValueMap, plain, referencesOf } from "../../model/value.ts";
import { findReferrers } from "../../model/find-referrers.ts";
import { namedResources } from "./named-resources.ts";
import { perResource } from "./per-resource.ts";
import { vpcOfSubnet } from "./vpc-of-subnet.ts";

/** A route table that routes the packets of a subnet: one with a resource of its own, or the main table of a VPC. */
export type Table = { readonly table: Resource } | { readonly mainOf: Resource };

export interface Tables {
  /** One of these it is. */
  readonly tables: readonly Table[];
  /** Why it may be another one. */
  readonly open: readonly string[];
}

const ASSOCIATION = "AWS::EC2::SubnetRouteTableAssociation";
const MAIN_ASSOCIATION = "aws_main_route_table_association";
const TABLE = "AWS::EC2::RouteTable";
const VPC = "AWS::EC2::VPC";

/** The tables of a subnet: of its association, else the main table of its VPC. */
export const tablesOfSubnet = perResource((graph: ResourceGraph, subnet: Resource): Tables => {
  const { certain, possible } = findReferrers(graph, ASSOCIATION, "/SubnetId", subnet);
  if (certain.length > 0) return joinTables(certain.map((association) => ofAssociation(graph, association)));
  if (subnet.declared === "elsewhere") {
    return {
      tables: [],
      open: [`${subnet.address} is not declared in this input, so its route table is not known`],
    };
  }
  const maybe = possible.map((association) => ofAssociation(graph, association));
  return coversEvery(possible) ? joinTables(maybe) : joinTables([...maybe, mainTables(graph, subnet)]);
});

function ofAssociation(graph: ResourceGraph, association: Resource): Tables {
  return namedTables(graph, association, "/RouteTableId");
}

function namedTables(graph: ResourceGraph, resource: Resource, pointer: string): Tables {
  const { certain, someOf, open } = namedResources(graph, propertyAt(resource, pointer), [TABLE, VPC]);
  const tables = [...certain, ...someOf.flat()].map((named) =>
    named.type === VPC ? { mainOf: named } : { table: named },
  );
  if (tables.length > 0 || open.length > 0) return { tables, open };
  return { tables, open: [`the route table of ${resource.address} is not known`] };
}

/**
 * True when there are as many associations that may be of some subnets as there are such subnets: a subnet has one
 * association at most, so each of them has one.
 */
function coversEvery(associations: readonly Resource[]): boolean {
  const counts = new Map<string, { subnets: number; associations: number }>();
  for (const association of associations) {
    const targets = new Set(referencesOf(propertyAt(association, "/SubnetId")).map(({ target }) => target));
    const key = [...targets].sort().join(" ");
    const known = counts.get(key) ?? { subnets: targets.size, associations: 0 };
    counts.set(key, { ...known, associations: known.associations + 1 });
  }
  return [...counts.values()].some((count) => count.subnets > 0 && count.associations >= count.subnets);
}

function mainTables(graph: ResourceGraph, subnet: Resource): Tables {
  const found = vpcOfSubnet(graph, subnet);
  if (found.vpc === undefined) return { tables: [], open: [found.reason] };
  const { vpc } = found;
  const { certain, possible } = findReferrers(graph, MAIN_ASSOCIATION, "/vpc_id", vpc);
  if (certain.length > 0) {
    return joinTables(certain.map((association) => namedTables(graph, association, "/route_table_id")));
  }
  if (vpc.declared === "elsewhere" && adoptedMainTables(graph, vpc).length === 0) {
    return {
      tables: [],
      open: [
        `${subnet.address} has no route table of its own, and the main route table of ${vpc.address} is not declared in this input`,
      ],
    };
  }
  return {
    tables: [{ mainOf: vpc }],
    open: possible.map(({ address }) => `${address} may set the main route table of ${vpc.address}`),
  };
}

/** Resources that stand for the main table that a VPC was made with. */
export function adoptedMainTables(graph: ResourceGraph, vpc: Resource): readonly Resource[] {
  const named = [
    ...findReferrers(graph, TABLE, "/RouteTableId", vpc).certain,
    ...findReferrers(graph, TABLE, "/VpcId", vpc).certain.filter((table) => isMainTable(table) === true),
  ];
  return [...new Set(named)];
}

/** Tables that may be the main one of a VPC. */
export function possibleMainTables(graph: ResourceGraph, vpc: Resource): readonly Resource[] {
  const { certain, possible } = findReferrers(graph, TABLE, "/VpcId", vpc);
  const adopted = new Set(adoptedMainTables(graph, vpc));
  const unsure = [...certain, ...possible].filter((table) => isMainTable(table) !== false);
  return unsure.filter((table) => !adopted.has(table) && !namesAnotherVpc(graph, table));
}

function namesAnotherVpc(graph: ResourceGraph, table: Resource): boolean {
  return referencesOf(table.properties["RouteTableId"]).some(({ target }) => graph.get(target)?.type === VPC);
}

function isMainTable({ properties }: Resource): Truth {
  const associations = plain(properties["Associations"]);
  if (associations instanceof Unknown) return "unknown";
  if (!isValueList(associations)) return false;
  const mains = associations.map((item): Truth => {
    const association = plain(item);
    const main = isValueMap(association) ? plain(association["Main"]) : association;
    return main instanceof Unknown ? "unknown" : main === true;
  });
  return anyTruth(mains);
}

function joinTables(parts: readonly Tables[]): Tables {
  const tables = new Map<Resource, Table>();
  for (const table of parts.flatMap((part) => part.tables)) {
    tables.set("table" in table ? table.table : table.mainOf, table);
  }
  return { tables: [...tables.values()], open: parts.flatMap(({ open }) => open) };
}
