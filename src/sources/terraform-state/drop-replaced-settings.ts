import { lensOf } from "../terraform/lens-index.ts";
import type { StateInstance } from "./state-instance.ts";

/**
 * The instances without deposed settings of a resource that a current instance sets, too: both name the same bucket, and
 * the newer one has the word. Every other deposed object is still there, and is judged.
 */
export function dropReplacedSettings(instances: readonly StateInstance[]): readonly StateInstance[] {
  if (instances.every(({ deposed }) => deposed === undefined)) return instances;
  const set = new Set(
    instances
      .flatMap((instance) => (instance.deposed === undefined ? [keyOf(instance)] : []))
      .filter(Boolean),
  );
  return instances.filter((instance) => {
    const key = instance.deposed === undefined ? undefined : keyOf(instance);
    return key === undefined || !set.has(key);
  });
}

/** What a setting sets, and of what; nothing for what is no setting. */
function keyOf({ type, values }: StateInstance): string | undefined {
  const lens = lensOf(type);
  const by = (lens?.fold ?? lens?.supersedes)?.by;
  return by === undefined ? undefined : JSON.stringify([type, values[by] ?? null]);
}
