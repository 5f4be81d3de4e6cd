import { EVENT_ID, getScalarValue, parseEvents, SCALAR_STYLE, YAMLException } from "js-yaml";
import type { Event, MappingEvent, ScalarEvent, SequenceEvent } from "js-yaml";
import { addEntry } from "./parse-template-json.ts";
import { plainScalarNode } from "./read-scalar.ts";
import type { ParsedTemplate, TemplateEntry, TemplateNode, TemplateProblem } from "./template-node.ts";
import { applyTag, mergeInto, resolveAlias } from "./yaml-template.ts";

const DEEPEST = 200;

/** Reads a template in YAML, fast; nothing when it is not one document without a mistake. */
export function parseTemplateYaml(text: string): ParsedTemplate | undefined {
  const events = readEvents(text);
  if (events.filter(({ type }) => type === EVENT_ID.DOCUMENT).length !== 1) return undefined;
  const reader = new YamlReader(text, events);
  return { root: reader.readDocument(), problems: reader.problems };
}

function readEvents(text: string): readonly Event[] {
  try {
    return parseEvents(text, { maxDepth: DEEPEST });
  } catch (error) {
    if (error instanceof YAMLException) return [];
    throw error;
  }
}

/** A node as events tell it: an opened collection, a scalar; aliases are read apart. */
type Content = MappingEvent | ScalarEvent | SequenceEvent;

/** Builds the nodes of a template from the events of YAML, which come in the order of the text. */
class YamlReader {
  readonly problems: TemplateProblem[] = [];
  readonly #text: string;
  readonly #events: readonly Event[];
  readonly #anchors = new Map<string, TemplateNode | "pending">();
  #at = 0;
  /** Where the text of the events so far ends, as far as they say. */
  #end = 0;

  constructor(text: string, events: readonly Event[]) {
    this.#text = text;
    this.#events = events;
  }

  readDocument(): TemplateNode {
    this.#next();
    return this.#read(0);
  }

  #next(): Event | undefined {
    const event = this.#events[this.#at];
    this.#at += 1;
    return event;
  }

  /** `fallback` is the place of what has none of its own: an empty value. */
  #read(fallback: number): TemplateNode {
    const event = this.#next();
    switch (event?.type) {
      case EVENT_ID.ALIAS:
        this.#end = event.anchorEnd;
        return this.#alias(this.#text.slice(event.anchorStart, event.anchorEnd), event.anchorStart - 1);
      case EVENT_ID.SCALAR:
      case EVENT_ID.SEQUENCE:
      case EVENT_ID.MAPPING:
        return this.#anchored(event, fallback);
      default:
        return this.#conflict("this is no value of a template", fallback);
    }
  }

  #anchored(event: Content, fallback: number): TemplateNode {
    this.#end = Math.max(this.#end, event.anchorEnd, event.tagEnd);
    if (event.anchorStart < 0) return this.#tagged(event, fallback);
    const anchor = this.#text.slice(event.anchorStart, event.anchorEnd);
    this.#anchors.set(anchor, "pending");
    const value = this.#tagged(event, fallback);
    this.#anchors.set(anchor, value);
    return value;
  }

  #tagged(event: Content, fallback: number): TemplateNode {
    const tag = event.tagStart < 0 ? undefined : this.#text.slice(event.tagStart, event.tagEnd);
    return applyTag(tag, this.#content(event, fallback));
  }

  #content(event: Content, fallback: number): TemplateNode {
    switch (event.type) {
      case EVENT_ID.SCALAR:
        return this.#scalar(event, fallback);
      case EVENT_ID.SEQUENCE:
        return this.#list(event.start);
      case EVENT_ID.MAPPING:
        return this.#map(event.start);
    }
  }

  #scalar(event: ScalarEvent, fallback: number): TemplateNode {
    if (event.valueStart < 0) return { kind: "scalar", value: null, offset: fallback };
    const text = getScalarValue(this.#text, event);
    const offset = this.#startOf(event);
    this.#end = event.valueEnd;
    return event.style === SCALAR_STYLE.PLAIN
      ? plainScalarNode(text, offset)
      : { kind: "scalar", value: text, offset };
  }

  /** Where a scalar is written: its quote, the head of its block. */
  #startOf({ style, valueStart }: ScalarEvent): number {
    switch (style) {
      case SCALAR_STYLE.PLAIN:
        return valueStart;
      case SCALAR_STYLE.SINGLE_QUOTED:
      case SCALAR_STYLE.DOUBLE_QUOTED:
        return valueStart - 1;
      case SCALAR_STYLE.LITERAL_BLOCK:
        return this.#text.indexOf("|", this.#end);
      case SCALAR_STYLE.FOLDED_BLOCK:
        return this.#text.indexOf(">", this.#end);
    }
  }

  #list(offset: number): TemplateNode {
    this.#end = Math.max(this.#end, offset);
    const items: TemplateNode[] = [];
    while (!this.#closes()) items.push(this.#read(offset));
    return { kind: "list", items, offset };
  }

  #map(offset: number): TemplateNode {
    this.#end = Math.max(this.#end, offset);
    const entries = new Map<string, TemplateEntry>();
    const merged: TemplateNode[] = [];
    while (!this.#closes()) {
      const key = this.#key(offset);
      const value = this.#read(key.offset);
      if (key.text === undefined) this.#conflict("a key of a template is a text", key.offset);
      else if (key.isMerge) merged.push(value);
      else addEntry(entries, key.text, { keyOffset: key.offset, value }, this.problems);
    }
    for (const source of merged) mergeInto(entries, source);
    return { kind: "map", entries, offset };
  }

  #key(fallback: number): YamlKey {
    const event = this.#events[this.#at];
    const { offset } = this.#read(fallback);
    if (event?.type !== EVENT_ID.SCALAR) return { text: undefined, offset, isMerge: false };
    const text = event.valueStart < 0 ? "" : getScalarValue(this.#text, event);
    return { text, offset, isMerge: text === "<<" && event.style === SCALAR_STYLE.PLAIN };
  }

  /** Goes over the end of the collection that is open, when it comes next. */
  #closes(): boolean {
    const event = this.#events[this.#at];
    if (event !== undefined && event.type !== EVENT_ID.POP) return false;
    this.#at += 1;
    return true;
  }

  #alias(name: string, offset: number): TemplateNode {
    const value = resolveAlias(name, this.#anchors, offset);
    return value.kind === "conflict" ? this.#conflict(value.reason, offset) : value;
  }

  #conflict(reason: string, offset: number): TemplateNode {
    this.problems.push({ message: reason, offset });
    return { kind: "conflict", reason, offset };
  }
}

/** The key of an entry; without a text when it is no scalar. */
interface YamlKey {
  readonly text: string | undefined;
  readonly offset: number;
  /** `<<`, written without quotes, takes in the entries of another map. */
  readonly isMerge: boolean;
}
