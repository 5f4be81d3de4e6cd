import { propertyAt } from "../../model/resource.ts";
import type { Resource } from "../../model/resource.ts";
import { isValueList, plain } from "../../model/value.ts";
import { itemsOf, partAt } from "./pod-spec.ts";

/** https://docs.redhat.com/en/documentation/openshift_container_platform/4.18/html/images/triggering-updates-on-imagestream-changes */
const NOTE = "image.openshift.io/triggers";

/** Whether an image stream of OpenShift sets the image of a container: by the digest that its tag has then. */
export function streamSets(container: string, resource: Resource): boolean {
  const note = partAt(propertyAt(resource, "/metadata"), "annotations", NOTE);
  if (typeof note === "string" && note.includes(`@.name==\\"${container}\\"`)) return true;
  if (resource.type !== "apps.openshift.io/DeploymentConfig") return false;
  return itemsOf(propertyAt(resource, "/spec/triggers")).some((trigger) => {
    const names = partAt(trigger, "imageChangeParams", "containerNames");
    return isValueList(names) && names.some((name) => plain(name) === container);
  });
}
