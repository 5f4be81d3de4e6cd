import { isOpaque } from "../../languages/arm/values/print.ts";

/** A resource that one of several deployments makes. */
interface Neighbour {
  /** Which of the deployments. */
  readonly deployment: number;
  readonly subscription: string;
  readonly group: string;
  /** As in `Resource.id`. */
  readonly target: string;
}

/**
 * What the deployments of one folder make, for one another: a template that names a resource of another one by its type and
 * name means that one, unless it says that it lies somewhere else. Of several that it may mean it means none.
 */
export class NeighbourIds {
  readonly #byPath = new Map<string, Neighbour[]>();

  add(id: string, deployment: number, target: string): void {
    const parsed = parse(id);
    if (parsed === undefined) return;
    const { path, subscription, group } = parsed;
    const same = this.#byPath.get(path) ?? [];
    same.push({ deployment, subscription, group, target });
    this.#byPath.set(path, same);
  }

  /** `Resource.id` of the one resource of another deployment that an id may mean. */
  find(id: string, deployment: number): string | undefined {
    const parsed = parse(id);
    if (parsed === undefined) return undefined;
    const found = (this.#byPath.get(parsed.path) ?? []).filter(
      (one) =>
        one.deployment !== deployment &&
        mayEqual(one.subscription, parsed.subscription) &&
        mayEqual(one.group, parsed.group),
    );
    const [only, ...more] = found;
    return more.length === 0 ? only?.target : undefined;
  }
}

const IN_GROUP = /^\/subscriptions\/(.+)\/resourcegroups\/(.+?)\/providers\/([^$]+)$/u;

interface ParsedId {
  readonly subscription: string;
  readonly group: string;
  /** Provider, types and names, in lower case and known. */
  readonly path: string;
}

/** An id in its written form. */
function parse(text: string): ParsedId | undefined {
  const [, subscription = "", group = "", path] = IN_GROUP.exec(text.toLowerCase()) ?? [];
  if (path === undefined || path.includes("/providers/") || isOpaque(text)) return undefined;
  return { subscription, group, path };
}

/** What is not known may be the same. */
function mayEqual(one: string, other: string): boolean {
  return one === other || one.includes("${") || other.includes("${");
}
