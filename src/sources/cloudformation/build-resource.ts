import { describeMacro } from "../../languages/cloudformation/functions/outside.ts";
import { didYouMean } from "../../model/did-you-mean.ts";
import { memberOf, scalarText } from "../../languages/cloudformation/template-node.ts";
import type { TemplateNode } from "../../languages/cloudformation/template-node.ts";
import type { Resource } from "../../model/resource.ts";
import { Unknown, emptyMap, isSensitive, isValueMap, plain } from "../../model/value.ts";
import type { Value, ValueMap } from "../../model/value.ts";
import { originIn } from "./locate-property.ts";
import { readAnything, readProperty } from "./read-property.ts";
import { shapeOf } from "./shapes.ts";
import type { TypeShape } from "./shapes.ts";
import { stackPolicies } from "./stack-policies.ts";
import type { Stack } from "./stack.ts";

/** One resource of a template; nothing for one whose condition is false. */
export function buildResource(stack: Stack, logicalId: string, node: TemplateNode): Resource | undefined {
  const isThere = stack.isThere(logicalId);
  if (isThere === false) return undefined;
  const type = stack.typeOf(logicalId) ?? "";
  const written = memberOf(node, "Properties");
  const evaluated = written === undefined ? emptyMap() : stack.interpreter.value(withoutMacro(written));
  const address = addressOf(stack, logicalId, node);
  const shape = shapeOf(type);
  const originOf = originIn(stack, logicalId, address);
  const properties = readProperties(evaluated, shape, (name, pointer, known) => {
    const where = ["", ...pointer].join("/");
    const message = `${type} has no property ${where}/${name}${didYouMean(name, known)}`;
    stack.parts.told.diagnose({
      code: "cloudformation-no-property",
      level: "error",
      message: `${address}: ${message}`,
      location: originOf(`${where}/${name}`).location ?? stack.locate(node.offset),
    });
  });
  const name = nameOf(properties, type, shape);
  const open = stack.parts.template.open.get(logicalId);
  const uncertain = stack.parts.uncertain ?? (isThere instanceof Unknown ? isThere : open);
  const macro = memberOf(written, MACRO) ?? memberOf(node, MACRO);
  if (macro !== undefined) {
    stack.parts.told.report("cloudformation-macro", describeMacro(macro), stack.locate(macro.offset));
  }
  const unread = unreadPart(evaluated, macro);
  return {
    id: stack.idOf(logicalId),
    address,
    type,
    ...(name === undefined ? {} : { name }),
    properties: { ...properties, CloudFormation: stackPolicies(stack, type, node, properties) },
    declared: "here",
    placement: stack.parts.place.placement,
    identifiers: identifiersOf(properties, type, shape),
    location: stack.locate(stack.parts.template.places.get(logicalId) ?? node.offset),
    ...(stack.parts.calls.length > 0 ? { calls: stack.parts.calls } : {}),
    ...(uncertain === undefined ? {} : { uncertain }),
    ...(unread === undefined ? {} : { missing: () => unread }),
    origin: originOf,
  };
}

/** The construct path that CDK writes beside a resource, else the logical id with those of the stacks around it. */
export function addressOf(stack: Stack, logicalId: string, node: TemplateNode | undefined): string {
  const path = scalarText(memberOf(memberOf(node, "Metadata"), "aws:cdk:path"));
  return path ?? pathInAssembly(stack, logicalId) ?? `${stack.parts.addressPrefix}${logicalId}`;
}

/** Stacks inside of a stack may use one logical id each: the path is the one below the construct of this stack. */
function pathInAssembly({ parts }: Stack, logicalId: string): string | undefined {
  const paths = parts.place.paths.get(logicalId) ?? [];
  if (paths.length <= 1) return paths[0];
  const scope = parts.calls.at(-1)?.address.replace(/\.NestedStack\/[^/]+$/u, "/");
  const near = paths.filter((path) => scope === undefined || path.startsWith(scope));
  return near.length === 1 ? near[0] : undefined;
}

function readProperties(
  evaluated: Value | undefined,
  shape: TypeShape | undefined,
  unknownName: (name: string, pointer: readonly string[], known: readonly string[]) => void,
): ValueMap {
  if (!isValueMap(evaluated)) return emptyMap();
  const read =
    shape === undefined ? readAnything(evaluated) : readProperty(evaluated, shape.properties, unknownName);
  return isValueMap(read) ? read : emptyMap();
}

const MACRO = "Fn::Transform";

/** The properties beside those that a macro adds. */
function withoutMacro(written: TemplateNode): TemplateNode {
  if (written.kind !== "map" || !written.entries.has(MACRO)) return written;
  return { ...written, entries: new Map([...written.entries].filter(([key]) => key !== MACRO)) };
}

/** Properties that nobody can list: the whole is not known, or a macro adds to them. */
function unreadPart(evaluated: Value | undefined, macro: TemplateNode | undefined): Unknown | undefined {
  const known = plain(evaluated);
  if (known instanceof Unknown) return known;
  return macro === undefined
    ? undefined
    : new Unknown("a macro writes a part of the properties at deployment");
}

/** `BucketName` of a bucket, `Name` of a sequence store. */
function nameOf(properties: ValueMap, type: string, shape: TypeShape | undefined): string | undefined {
  for (const property of [shape?.ref, `${type.split("::")[2] ?? ""}Name`, "Name"]) {
    const text = property === undefined ? undefined : shownText(properties[property]);
    if (text !== undefined) return text;
  }
  return undefined;
}

function identifiersOf(properties: ValueMap, type: string, shape: TypeShape | undefined): readonly string[] {
  const name = nameOf(properties, type, shape);
  return name === undefined ? [] : [name];
}

/** A text that reports may show; a sensitive name names nothing. */
function shownText(value: Value | undefined): string | undefined {
  const text = isSensitive(value) ? undefined : plain(value);
  return typeof text === "string" && text !== "" ? text : undefined;
}
