import { HclSyntaxError } from "../../languages/hcl/hcl-syntax-error.ts";
import type { JsonNode } from "../../languages/hcl/json-node.ts";
import { LineIndex } from "../../languages/hcl/line-index.ts";
import { parseJson } from "../../languages/hcl/parse-json.ts";
import type { Location } from "../../model/location.ts";
import { findPlaces } from "./find-places.ts";
import type { InstancePlaces } from "./find-places.ts";
import type { StateInstance } from "./state-instance.ts";

/** Lines and columns of a raw state. An instance is parsed with places only when somebody asks for one of its attributes. */
export class Locator {
  readonly #file: string;
  readonly #text: string;
  readonly #places: InstancePlaces;
  readonly #lines: LineIndex;
  readonly #parsed = new WeakMap<StateInstance, JsonNode>();

  constructor(file: string, text: string) {
    this.#file = file;
    this.#text = text;
    this.#places = findPlaces(text);
    this.#lines = new LineIndex(text);
  }

  /** Where the instance begins; the file alone for one without a place. */
  location(instance: StateInstance): Location {
    const place = this.#placeOf(instance);
    return place === undefined ? { file: this.#file } : this.#at(place[0]);
  }

  /** Where an attribute stands, by its path `rule[0].default_retention[0].mode`; what is around it when it does not. */
  locate(instance: StateInstance, attribute: string): Location {
    const place = this.#placeOf(instance);
    if (place === undefined) return { file: this.#file };
    let node = this.#nodeOf(instance, place);
    let start = 0;
    for (const step of ["attributes", ...stepsOf(attribute)]) {
      const next = node === undefined ? undefined : partOf(node, step);
      if (next === undefined) break;
      node = next.value;
      ({ start } = next);
    }
    return this.#at(place[0] + start);
  }

  #placeOf({ position }: StateInstance): readonly [number, number] | undefined {
    return position === undefined ? undefined : this.#places[position[0]]?.[position[1]];
  }

  #nodeOf(instance: StateInstance, [start, end]: readonly [number, number]): JsonNode | undefined {
    const known = this.#parsed.get(instance);
    if (known !== undefined) return known;
    try {
      const node = parseJson(this.#text.slice(start, end));
      this.#parsed.set(instance, node);
      return node;
    } catch (error) {
      // nested deeper than the parser goes: the place of the instance is place enough
      if (error instanceof HclSyntaxError) return undefined;
      throw error;
    }
  }

  #at(offset: number): Location {
    return { file: this.#file, ...this.#lines.positionAt(offset) };
  }
}

/** A member begins at its name, an item at itself. */
function partOf(
  node: JsonNode,
  step: string,
): { readonly value: JsonNode; readonly start: number } | undefined {
  if (node.kind === "object") {
    const member = node.members.findLast(({ name }) => name.value === step);
    return member === undefined ? undefined : { value: member.value, start: member.name.start };
  }
  if (node.kind !== "array") return undefined;
  if (!/^\d+$/.test(step)) {
    // a block of which there is at most one is a list of one
    const [only, ...more] = node.items;
    return only === undefined || more.length > 0 ? undefined : partOf(only, step);
  }
  const item = node.items[Number(step)];
  return item === undefined ? undefined : { value: item, start: item.start };
}

function stepsOf(path: string): readonly string[] {
  return path.split(/[.[\]]+/u).filter((step) => step !== "");
}
