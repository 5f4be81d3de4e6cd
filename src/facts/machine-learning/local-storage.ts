import { Unknown, isValueList } from "../../model/value.ts";
import type { Value } from "../../model/value.ts";
import { mapKnown } from "./map-known.ts";

/** Families with instance storage whose name does not say it by a "d" after the generation. */
const LOCAL = /^(?:i\d[a-z]*|g[567]e?|g6f|gr6f?|p[56](?:e|en|-b200|-b300|e-gb200)?|trn[12]n?|dl1)$/;
const LOCAL_BY_NAME = /^[a-z]{1,2}\d[a-z]*d[a-z]*$/;
/** General families, and accelerators that have volumes only. */
const VOLUMES = /^(?:[cmrt]\d[aegin]*(?:-flex)?|p[23]|inf[12])$/;

/**
 * Whether an instance type keeps its data on disks of its own, which its hardware encrypts: SageMaker refuses a key for
 * the volume of such an instance (VolumeKmsKeyId in the API reference).
 */
export function hasLocalStorage(instanceType: Value): Value {
  return mapKnown(instanceType, (known) => {
    const family = typeof known === "string" ? /^ml\.([a-z0-9-]+)\./.exec(known)?.[1] : undefined;
    if (family === undefined) {
      return new Unknown("the instance type does not tell whether it has storage of its own");
    }
    if (LOCAL.test(family) || LOCAL_BY_NAME.test(family)) return true;
    if (VOLUMES.test(family)) return false;
    return new Unknown(`whether ml.${family} has storage of its own is not known`);
  });
}

/** The same of the groups of a cluster: true or false when they agree. */
export function allHaveLocalStorage(instanceTypes: Value): Value {
  return mapKnown(instanceTypes, (known) => {
    const [first = false, ...others] = isValueList(known) ? known.map(hasLocalStorage) : [];
    return others.every((other) => other === first)
      ? first
      : new Unknown("instances with and without storage of their own");
  });
}
