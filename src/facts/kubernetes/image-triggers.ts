import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import { Unknown, isValueList, plain } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import { itemsOf, partAt } from "./pod-spec.ts";

/** https://docs.redhat.com/en/documentation/openshift_container_platform/4.18/html/images/triggering-updates-on-imagestream-changes */
const NOTE = "image.openshift.io/triggers";

/** Whether an image stream of OpenShift sets the image of a container: by the digest that its tag has then. */
export function streamSets(container: Value | undefined, resource: Resource): boolean | Unknown {
  const note = partAt(propertyAt(resource, "/metadata"), "annotations", NOTE);
  if (typeof container !== "string") {
    const isAny = note !== undefined || triggers("", resource).length > 0;
    return isAny ? new Unknown("the name of the container is not known") : false;
  }
  if (typeof note === "string" && note.includes(`@.name==\\"${container}\\"`)) return true;
  const answers = [note, ...triggers(container, resource)];
  if (answers.includes(true)) return true;
  return answers.find((answer) => answer instanceof Unknown) ?? false;
}

function triggers(container: string, resource: Resource): readonly (boolean | Unknown)[] {
  if (resource.type !== "apps.openshift.io/DeploymentConfig") return [];
  return itemsOf(propertyAt(resource, "/spec/triggers")).map((trigger) => {
    const names = partAt(trigger, "imageChangeParams", "containerNames");
    if (names instanceof Unknown) return names;
    return isValueList(names) && names.some((name) => plain(name) === container);
  });
}
