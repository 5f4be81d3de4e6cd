import { isOpaque } from "../../languages/arm/values/print.ts";

/** A resource that one of several deployments makes. */
interface Neighbour {
  readonly deployment: object;
  readonly place: readonly string[];
  /** As in `Resource.id`. */
  readonly target: string;
}

/**
 * What the deployments of one scan make, for one another: a template that names a resource of another one by its type and
 * name means that one, unless it says that it lies somewhere else. Of several that it may mean it means none.
 */
export class NeighbourIds {
  readonly #byPath = new Map<string, Neighbour[]>();

  add(id: string, deployment: object, target: string): void {
    const parsed = parse(id);
    if (parsed === undefined) return;
    const { path, place } = parsed;
    const same = this.#byPath.get(path) ?? [];
    same.push({ deployment, place, target });
    this.#byPath.set(path, same);
  }

  /** `Resource.id` of the one resource of another deployment that an id may mean. */
  find(id: string, deployment: object): string | undefined {
    const parsed = parse(id);
    if (parsed === undefined) return undefined;
    const found = (this.#byPath.get(parsed.path) ?? []).filter(
      (one) =>
        one.deployment !== deployment &&
        one.place.every((part, index) => mayEqual(part, parsed.place[index] ?? "")),
    );
    const [only, ...more] = found;
    return more.length === 0 ? only?.target : undefined;
  }
}

const FORMS = [
  /^\/subscriptions\/(?<first>.+)\/resourcegroups\/(?<second>.+?)\/providers\/(?<path>[^$]+)$/u,
  /^\/subscriptions\/(?<first>.+)\/resourcegroups\/(?<path>[^$/]+)$/u,
  /^\/subscriptions\/(?<first>.+?)\/providers\/(?<path>[^$]+)$/u,
  /^\/providers\/microsoft\.management\/managementgroups\/(?<first>.+?)\/providers\/(?<path>[^$]+)$/u,
] as const;

interface ParsedId {
  /** Subscription and resource group, or management group. */
  readonly place: readonly string[];
  /** Kind of place, provider, types and names, in lower case and known. */
  readonly path: string;
}

/** An id in its written form. */
function parse(text: string): ParsedId | undefined {
  if (isOpaque(text)) return undefined;
  const lower = text.toLowerCase();
  for (const [index, form] of FORMS.entries()) {
    const { first, second, path } = form.exec(lower)?.groups ?? {};
    if (path === undefined) continue;
    if (path.includes("/providers/")) return undefined;
    const place = [first, second].filter((part) => part !== undefined);
    return { place, path: `${String(index)} ${path}` };
  }
  return undefined;
}

/** What is not known may be the same. */
function mayEqual(one: string, other: string): boolean {
  return one === other || one.includes("${") || other.includes("${");
}
