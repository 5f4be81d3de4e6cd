import type { Template } from "../../languages/arm/template.ts";
import { NeighbourIds } from "./neighbour-ids.ts";
import { isMadeOf } from "./is-made-of.ts";

/** Something that makes resources, for itself: a deployment, the foretold changes of one. */
export interface Maker {
  /** The ids of Azure of what it makes, in their written form, with those of `Resource.id`. */
  made(): Iterable<readonly [id: string, target: string]>;
  /** What a what-if foretells is in a template as well, which comes first. */
  readonly isForetold: boolean;
}

/** A Bicep file that was read whole. */
export interface ReadBicep {
  /** The path as reports show it. */
  readonly shown: string;
  template(): Template;
}

/** What the inputs of one scan know of each other, be they ARM, Bicep or what-if. */
export class AzureScan {
  readonly #bicep = new Map<string, ReadBicep>();
  readonly #modules = new Map<string, string>();
  readonly #waiting: (() => void)[] = [];
  readonly #makers: Maker[] = [];
  #ids: readonly NeighbourIds[] | undefined;

  /** Tells of a Bicep file by its real path. */
  addBicep(real: string, file: ReadBicep): void {
    this.#bicep.set(real, file);
  }

  /** Tells of a template in JSON that a Bicep file deploys, and of that file. */
  addModule(real: string, by: string): void {
    this.#modules.set(real, by);
  }

  addMaker(maker: Maker): void {
    this.#makers.push(maker);
  }

  /** Asks to be called when all inputs are opened, and before any of them asks for what another one makes. */
  whenOpened(call: () => void): void {
    this.#waiting.push(call);
  }

  /** Says that all inputs are opened. */
  settle(): void {
    for (const call of this.#waiting.splice(0)) call();
  }

  /** What another one than the maker makes; nothing for one that is alone. */
  neighbourOf(maker: Maker): ((id: string) => string | undefined) | undefined {
    if (this.#makers.length < 2) return undefined;
    this.#ids ??= [false, true].map((isForetold) =>
      idsOf(this.#makers.filter((one) => one.isForetold === isForetold)),
    );
    const ids = this.#ids;
    return (id) => {
      for (const made of ids) {
        const found = made.find(id, maker);
        if (found !== undefined) return found;
      }
      return undefined;
    };
  }

  /** The Bicep file that deploys a template in JSON. */
  deployerOf(real: string): string | undefined {
    return this.#modules.get(real);
  }

  /** The Bicep file in the same folder that Bicep made a template of, as reports show it. */
  originOf(real: string, template?: Template): string | undefined {
    const [stem, folder] = [stemOf(real), folderOf(real)];
    const beside = [...this.#bicep].filter(([path]) => folderOf(path) === folder);
    const same = beside.find(([path]) => stemOf(path) === stem);
    if (same !== undefined) return same[1].shown;
    const fitting =
      template === undefined ? [] : beside.filter(([, file]) => isMadeOf(template, file.template()));
    return fitting.length === 1 ? fitting[0]?.[1].shown : undefined;
  }
}

const SCANS = new WeakMap<object, AzureScan>();

/** The one of a scan; of an input that is loaded on its own one of its own. */
export function azureScanOf(scan: object | undefined): AzureScan {
  if (scan === undefined) return new AzureScan();
  const known = SCANS.get(scan);
  if (known !== undefined) return known;
  const made = new AzureScan();
  SCANS.set(scan, made);
  return made;
}

function idsOf(makers: readonly Maker[]): NeighbourIds {
  const ids = new NeighbourIds();
  for (const maker of makers) for (const [id, target] of maker.made()) ids.add(id, maker, target);
  return ids;
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")));
}

function stemOf(path: string): string {
  return path.replace(/\.[^./\\]*$/u, "").toLowerCase();
}
