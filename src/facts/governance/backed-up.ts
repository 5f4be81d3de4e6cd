import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import type { ResourceGraph } from "../../model/resource-graph.ts";
import { either } from "../../model/truth.ts";
import type { Truth } from "../../model/truth.ts";
import { Unknown, plain } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import type { Fact } from "../fact.ts";
import { BACKED_UP_TYPES } from "./matches-selected-arn.ts";
import { selects } from "./selects.ts";

const SELECTION = "AWS::Backup::BackupSelection";

export const backedUp: Fact = {
  name: "BackedUp",
  types: BACKED_UP_TYPES,
  needs: ["Tags"],
  description:
    "Whether a selection of AWS Backup takes the resource, by its ARN, its tags or the conditions on them. Not known when the selections of the input do not, and there may be others; absent when the input says nothing of backups.",
  compute(resource, { graph }) {
    const automatic = automaticBackups(resource);
    if (automatic === "ENABLED") return true;
    const selections = graph.ofType(SELECTION).filter(({ declared }) => declared === "here");
    const complete = graph.isClosed(SELECTION);
    // a stack that is called complete as a whole may be one that leaves backups to another
    if (selections.length === 0 && (!complete || graph.closed === "all")) {
      return automatic instanceof Unknown ? automatic : undefined;
    }
    const truth = takenBy(selections, resource, graph);
    if (truth === true) return true;
    if (automatic instanceof Unknown) return automatic;
    if (truth === "unknown") return new Unknown("whether a backup selection takes it is not known");
    return complete
      ? false
      : new Unknown("no backup selection of this input takes it, and one may exist elsewhere");
  },
};

function takenBy(selections: readonly Resource[], resource: Resource, graph: ResourceGraph): Truth {
  let truth: Truth = false;
  for (const selection of selections) {
    const taken = selects(selection, resource, graph);
    truth = either(truth, taken === true && selection.uncertain !== undefined ? "unknown" : taken);
    if (truth === true) return true;
  }
  return truth;
}

/** Elastic File System keeps backups by itself when its policy is ENABLED, in a plan of AWS. */
function automaticBackups(resource: Resource): Value | undefined {
  return resource.type === "AWS::EFS::FileSystem"
    ? plain(propertyAt(resource, "/BackupPolicy/Status"))
    : undefined;
}
