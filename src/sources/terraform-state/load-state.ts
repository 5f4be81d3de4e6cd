import type { Diagnostic } from "../../model/diagnostic.ts";
import { SourceError } from "../../model/errors.ts";
import { Unknown } from "../../model/value.ts";
import type { Input, LoadContext, LoadedInput } from "../source.ts";
import { buildResources } from "../terraform/build-resources.ts";
import type { Secrets } from "../terraform/secrets.ts";
import type { TerraformResource } from "../terraform/terraform-resource.ts";
import { checkState } from "./check-state.ts";
import { dropReplacedSettings } from "./drop-replaced-settings.ts";
import { findSecrets } from "./find-secrets.ts";
import { Locator } from "./locator.ts";
import { markAttributes } from "./mark-value.ts";
import { StatePlacements } from "./placements.ts";
import { readRaw } from "./read-raw.ts";
import { readShown } from "./read-shown.ts";
import type { StateInstance } from "./state-instance.ts";
import { uniqueIds } from "./unique-ids.ts";

/** A state in either form. Data sources say where things are deployed, and are not judged. */
export function loadState({ json, path, text }: Input, { idPrefix }: LoadContext): LoadedInput {
  const { state, problems, diagnostics } = checkState(json, path);
  if (state === undefined) throw new SourceError(problems);
  const { instances, gaps } = state.kind === "raw" ? readRaw(state.state) : readShown(state.state);
  const placements = new StatePlacements(instances, idPrefix);
  const locator = state.kind === "raw" ? new Locator(path, text) : undefined;
  const secrets = findSecrets(instances);
  const managed = dropReplacedSettings(instances.filter(({ mode }) => mode === "managed"));
  const written = uniqueIds(
    managed.map((instance) => writtenResource(instance, { idPrefix, secrets, placements, locator })),
  );
  const built = buildResources(written);
  const absorbed = new Set(built.resources.flatMap((resource) => resource.absorbed ?? []));
  return {
    resources: uniqueIds([...built.resources, ...placements.deployments()], absorbed),
    diagnostics: [
      ...diagnostics,
      ...(managed.length === 0 && gaps.length === 0 ? [empty(path)] : []),
      ...managed
        .filter(({ tainted, deposed }) => tainted || deposed !== undefined)
        .map((told) => tell(told, path)),
      ...built.diagnostics,
    ],
    gaps,
  };
}

interface Reading {
  readonly idPrefix: string;
  readonly secrets: Secrets;
  readonly placements: StatePlacements;
  readonly locator: Locator | undefined;
}

function writtenResource(
  instance: StateInstance,
  { idPrefix, secrets, placements, locator }: Reading,
): TerraformResource {
  const { address, type, values, marks, tainted } = instance;
  const placement = placements.of(instance);
  const absent = tainted
    ? new Unknown(`${address} is tainted: what is not set may not have been finished`)
    : undefined;
  return {
    id: idPrefix + address,
    address,
    type,
    attributes: secrets.hide(markAttributes(values, marks, absent)),
    ...(placement === undefined ? {} : { placement }),
    ...(locator === undefined
      ? {}
      : {
          location: locator.location(instance),
          locate: (attribute: string) => locator.locate(instance, attribute),
        }),
  };
}

function empty(path: string): Diagnostic {
  const message = `${path}: the state holds no resources, so there was nothing to judge; is it the right folder, workspace and backend?`;
  return { code: "terraform-state-empty", level: "warning", message, location: { file: path } };
}

function tell({ address, tainted, deposed }: StateInstance, path: string): Diagnostic {
  const why =
    deposed === undefined || tainted
      ? "is tainted: the next apply replaces it; until then it is there, and is judged as it stands"
      : "was replaced and is not destroyed yet; the next apply does it, and until then it is judged like the others";
  return {
    code: deposed === undefined ? "terraform-tainted" : "terraform-deposed",
    level: "note",
    message: `${address} ${why}`,
    location: { file: path },
  };
}
