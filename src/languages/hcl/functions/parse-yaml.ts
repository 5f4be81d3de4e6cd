import { isAlias, isMap, isScalar, isSeq, parseAllDocuments } from "yaml";
import type { ParsedNode, Scalar, YAMLMap } from "yaml";
import { isYamlNestedTooDeep } from "../../is-yaml-nested-too-deep.ts";
import { convert } from "../values/convert.ts";
import { EvaluationError } from "../values/evaluation-error.ts";
import { ANY, STRING } from "../values/hcl-value.ts";
import type { HclValue } from "../values/hcl-value.ts";
import { MAX_DEPTH } from "../values/limits.ts";
import { NULL, object, tuple, unknown } from "../values/make-value.ts";
import { entriesOf, elementsOf, textOf } from "./arguments.ts";
import { resolveYamlScalar } from "./resolve-yaml-scalar.ts";

const TAG_PREFIX = "tag:yaml.org,2002:";

/** One YAML document as Terraform reads it. Throws `EvaluationError` for anything else. */
export function parseYaml(source: string): HclValue {
  if (isYamlNestedTooDeep(source, MAX_DEPTH)) return unknown(ANY, "YAML that is nested too deep");
  // scalars are resolved here, with the words of Terraform and with exact numbers
  const parsed = parseAllDocuments(source, {
    schema: "failsafe",
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: "error",
  });
  const [document, ...more] = "empty" in parsed ? [] : parsed;
  const [problem] = document?.errors ?? [];
  if (problem !== undefined) throw new EvaluationError(`not valid YAML: ${problem.message}`);
  if (more.length > 0) throw new EvaluationError("only a single document is allowed");
  const version = document?.directives.yaml;
  if (version?.explicit === true && version.version !== "1.1") {
    throw new EvaluationError("found incompatible YAML document");
  }
  if (!document?.contents) throw new EvaluationError("expecting value but found end of stream");
  return new YamlReader().read(document.contents);
}

class YamlReader {
  private readonly anchors = new Map<string, HclValue | "pending">();

  read(node: ParsedNode | null): HclValue {
    if (node === null) return NULL;
    if (isAlias(node)) return this.readAlias(node.source);
    const anchor = "anchor" in node ? node.anchor : undefined;
    if (anchor !== undefined) this.anchors.set(anchor, "pending");
    const value = this.readContent(node);
    if (anchor !== undefined) this.anchors.set(anchor, value);
    return value;
  }

  private readContent(node: ParsedNode): HclValue {
    if (isScalar(node)) return readScalar(node);
    if (isSeq(node)) {
      checkTag(node.tag, "seq");
      return tuple(node.items.map((item) => this.read(item as ParsedNode | null)));
    }
    if (!isMap(node)) throw new EvaluationError("not valid YAML");
    checkTag(node.tag, "map");
    return this.readMap(node);
  }

  private readMap(node: YAMLMap.Parsed): HclValue {
    const entries = new Map<string, HclValue>();
    for (const { key, value } of node.items) {
      if (isMergeKey(key)) merge(entries, this.read(value));
      else entries.set(this.readKey(key), this.read(value));
    }
    return object(entries);
  }

  private readKey(node: ParsedNode | null): string {
    if (!isScalar(node)) throw new EvaluationError("only strings are allowed as mapping keys");
    const key = this.read(node);
    if (key.isNull) throw new EvaluationError("mapping key cannot be null");
    return textOf(convert(key, STRING));
  }

  private readAlias(name: string): HclValue {
    const value = this.anchors.get(name);
    if (value === undefined) {
      throw new EvaluationError(`reference to undefined anchor ${JSON.stringify(name)}`);
    }
    if (value === "pending") {
      throw new EvaluationError(
        `cannot refer to anchor ${JSON.stringify(name)} from inside its own definition`,
      );
    }
    return value;
  }
}

function readScalar({ source, value, type, tag }: Scalar): HclValue {
  const written = typeof value === "string" ? value : (source ?? "");
  const isQuoted = type === "QUOTE_DOUBLE" || type === "QUOTE_SINGLE";
  const shortTag = tag?.startsWith(TAG_PREFIX) === true ? tag.slice(TAG_PREFIX.length) : tag;
  const isBlock = type === "BLOCK_LITERAL" || type === "BLOCK_FOLDED";
  return resolveYamlScalar(written, isQuoted || isBlock, shortTag);
}

function isMergeKey(key: ParsedNode | null): boolean {
  return isScalar(key) && (key.tag === `${TAG_PREFIX}merge` || (key.tag === undefined && key.value === "<<"));
}

function merge(entries: Map<string, HclValue>, value: HclValue): void {
  const isList = value.type.kind === "tuple";
  for (const held of isList ? elementsOf(value) : [value]) {
    if (held.type.kind !== "object") throw new EvaluationError("only a mapping can be merged into a mapping");
    for (const [key, entry] of entriesOf(held)) entries.set(key, entry);
  }
}

function checkTag(tag: string | undefined, wanted: string): void {
  if (tag === undefined || tag === TAG_PREFIX + wanted) return;
  throw new EvaluationError(`can't interpret this as ${tag}`);
}
