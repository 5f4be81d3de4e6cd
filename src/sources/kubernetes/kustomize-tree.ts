import { dirname, normalize } from "node:path";
import { memberOf, scalarText } from "../../languages/cloudformation/template-node.ts";
import type { Kustomization } from "./kustomization.ts";

/** The kustomizations of a folder, and which of them takes what. */
export class KustomizeTree {
  readonly #all: readonly Kustomization[];
  readonly #byFolder: ReadonlyMap<string, Kustomization>;
  readonly #files = new Map<Kustomization, ReadonlySet<string>>();

  constructor(all: readonly Kustomization[]) {
    this.#all = all;
    this.#byFolder = new Map(all.map((one) => [normalize(dirname(one.path)), one]));
  }

  /** Those that no other one takes: what people apply. Of those that take each other, which is a mistake, each. */
  get outermost(): readonly Kustomization[] {
    const taken = new Map<Kustomization, Kustomization[]>();
    for (const one of this.#all) {
      for (const inner of this.#inner(one)) taken.set(inner, [...(taken.get(inner) ?? []), one]);
    }
    return this.#all.filter((one) =>
      (taken.get(one) ?? []).every((outer) => this.within(one).includes(outer)),
    );
  }

  hasFolder(path: string): boolean {
    return this.#byFolder.has(normalize(path));
  }

  /** One that has a file as a piece, which is no object of its own. */
  withPiece(file: string): Kustomization | undefined {
    return this.#all.find(({ pieces }) => pieces.some((piece) => normalize(piece) === file));
  }

  /** A kustomization with those that it takes, and those that they take. */
  within(outer: Kustomization): readonly Kustomization[] {
    const seen = new Set<Kustomization>();
    const queue = [outer];
    for (let one = queue.pop(); one !== undefined; one = queue.pop()) {
      if (seen.has(one)) continue;
      seen.add(one);
      queue.push(...this.#inner(one));
    }
    return [...seen];
  }

  /** Every kustomization that changes a file: those on a way to it, and the components that these have. */
  over(file: string): readonly Kustomization[] {
    const onTheWay = this.#all.filter((one) => this.#filesOf(one).has(file));
    const components = onTheWay.flatMap((one) => this.within(one).filter(({ isComponent }) => isComponent));
    return [...new Set([...onTheWay, ...components])];
  }

  /** The namespaces that a file may end up in; nothing among them where none is set on a way to it. */
  namespacesOf(file: string): ReadonlySet<string | undefined> {
    return new Set(this.outermost.flatMap((one) => this.#namespaces(one, file, new Set())));
  }

  #namespaces(
    one: Kustomization,
    file: string,
    seen: ReadonlySet<Kustomization>,
  ): readonly (string | undefined)[] {
    if (seen.has(one)) return [];
    const ways = one.takes.some((path) => normalize(path) === file) ? [undefined] : [];
    const within = new Set(seen).add(one);
    const inner = this.#inner(one).flatMap((other) => this.#namespaces(other, file, within));
    const own = scalarText(memberOf(one.root, "namespace"));
    const all = [...ways, ...inner];
    return own === undefined ? all : all.map(() => own);
  }

  #filesOf(one: Kustomization): ReadonlySet<string> {
    const known = this.#files.get(one);
    if (known !== undefined) return known;
    const files = new Set(this.within(one).flatMap(({ takes }) => takes.map((path) => normalize(path))));
    this.#files.set(one, files);
    return files;
  }

  #inner({ takes }: Kustomization): readonly Kustomization[] {
    return takes.flatMap((path) => this.#byFolder.get(normalize(path)) ?? []);
  }
}
