import type { FunctionDeclaration } from "../template.ts";
import type { ArmValue, Open } from "../values/arm-value.ts";
import type { Place } from "./place.ts";

/** A template with the values of one deployment, as expressions see it. */
export interface Instance {
  readonly place: Place;
  /** What `deployment()` gives, as far as it is known. */
  readonly deployment: ArmValue;
  /** `undefined` when there is no such parameter. */
  parameter(name: string): ArmValue | undefined;
  variable(name: string): ArmValue | undefined;
  functionNamed(name: string): FunctionDeclaration | undefined;
  /** A resource by its key, `index` for one of a loop; `undefined` when there is none. */
  resource(key: string, index: ArmValue | undefined): ArmValue | undefined;
  /** A resource by its symbolic name or its id. */
  find(nameOrId: ArmValue): DeclaredResource | undefined;
  /** A resource of the deployments around by its id: what the template itself declares is not looked at. */
  around(id: ArmValue): DeclaredResource | undefined;
  names(kind: "parameter" | "variable" | "function"): Iterable<string>;
}

/** What expressions may ask of a resource that is declared. */
export interface DeclaredResource {
  readonly id: ArmValue;
  readonly name: ArmValue;
  /** The name as the declaration has it: with a `parent` the last segment. */
  readonly writtenName: ArmValue;
  readonly type: ArmValue;
  readonly apiVersion: ArmValue | undefined;
  readonly isDeployment: boolean;
  /** The declared value of a property, the value of an output; `undefined` when the declaration does not say it. */
  valueAt(path: readonly (string | number)[]): ArmValue | undefined;
}

/** A resource by its id, among those of all templates. */
export interface RegisteredResource extends DeclaredResource {
  /** Only named, not deployed. */
  readonly isExisting: boolean;
  /** False when its condition is; open when that is not known. */
  readonly isThere: boolean | Open;
}
