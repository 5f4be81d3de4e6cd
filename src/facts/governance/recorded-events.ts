import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import { Unknown, plain } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { Fact } from "../fact.ts";
import type { SelectedEvents } from "./trail-events.ts";
import { selectedEvents } from "./trail-events.ts";

const TRAIL = "AWS::CloudTrail::Trail";
const STORE = "AWS::CloudTrail::EventDataStore";

export const recordedEvents: Fact = {
  name: "RecordedEvents",
  types: [TRAIL],
  description:
    "What the trails and event data stores of the input record between them, reads and writes, of every resource of a kind: Kind is Management or the type of the resources (AWS::S3::Object), By which of them does. What may be recorded is an item that is not known.",
  fields: { By: true, EveryRegion: true, Kind: true, Organization: true },
  compute(_, { graph }) {
    const known = RECORDED.get(graph) ?? recordedIn(graph);
    RECORDED.set(graph, known);
    return known;
  },
};

/** The same for every trail, so made once. */
const RECORDED = new WeakMap<ResourceGraph, readonly Value[]>();

function recordedIn(graph: ResourceGraph): readonly Value[] {
  const trails = graph
    .ofType(TRAIL)
    .flatMap((trail) => recordedBy(trail, "/IsLogging", "IsMultiRegionTrail", "IsOrganizationTrail"));
  const stores = graph
    .ofType(STORE)
    .flatMap((store) => recordedBy(store, "/IngestionEnabled", "MultiRegionEnabled", "OrganizationEnabled"));
  return [...trails, ...stores];
}

/** CloudFormation wants IsLogging; the flags of a store are true unless somebody says otherwise, but for Organization. */
function recordedBy(
  recorder: Resource,
  switchedOn: string,
  everyRegion: string,
  organization: string,
): readonly Value[] {
  if (recorder.declared === "elsewhere") return [];
  if (recorder.uncertain !== undefined) return [recorder.uncertain];
  const on = plain(propertyAt(recorder, switchedOn));
  if (on === false) return [];
  if (on instanceof Unknown) return [on];
  const events = selectedEvents(recorder);
  const open = events.filter((event) => event instanceof Unknown);
  const known = events.filter((event): event is SelectedEvents => !(event instanceof Unknown));
  const kinds = [...new Set(known.map(({ kind }) => kind))].filter((kind) => {
    const ofKind = known.filter((event) => event.kind === kind);
    return ofKind.some(({ reads }) => reads) && ofKind.some(({ writes }) => writes);
  });
  const flags = {
    EveryRegion: propertyAt(recorder, `/${everyRegion}`) ?? recorder.type === STORE,
    Organization: propertyAt(recorder, `/${organization}`) ?? false,
  };
  return [...kinds.map((kind) => ({ By: recorder.address, Kind: kind, ...flags })), ...open];
}
