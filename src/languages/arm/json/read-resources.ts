import type { Expression, Iteration, Member, ObjectExpression, Written } from "../expression.ts";
import type {
  DeploymentDeclaration,
  ResourceDeclaration,
  ScopeExpression,
  Template,
  MissingTemplate,
  VariableDeclaration,
} from "../template.ts";
import { bare } from "../values/arm-value.ts";
import type { ArmValue } from "../values/arm-value.ts";
import type { ExpressionReader } from "./expression-reader.ts";
import { isTrueAt, itemsOf, membersOf, textAt, valueOf } from "./json-members.ts";
import { textsIn } from "./texts-in.ts";
import type { JsonMember, JsonNode } from "./parse-arm-json.ts";

/** What names a linked template, evaluated. */
export interface Link {
  readonly relativePath: ArmValue | undefined;
  readonly uri: ArmValue | undefined;
  readonly id: ArmValue | undefined;
  /** Texts in the expression of the address and in its variables: the name of the file is among them when it lies beside the template. */
  readonly texts: readonly string[];
}

/** Opens a linked template, from the file that links to it. */
export type OpenLinked = (link: Link, from: string) => Template | MissingTemplate;

export interface ReadContext {
  readonly reader: ExpressionReader;
  readonly variables: ReadonlyMap<string, VariableDeclaration>;
  readonly openLinked: OpenLinked;
  readonly readNested: (template: JsonNode) => Template;
  /** A template that an expression gives, written where; nothing when its value tells of no resources. */
  readonly readMade: (value: ArmValue, written: Written) => Template | undefined;
}

/** The resources of a template: a list, or an object of symbolic names. */
export function readResources(node: JsonNode, context: ReadContext): readonly ResourceDeclaration[] {
  const resources: ResourceDeclaration[] = [];
  if (node.kind === "object") {
    for (const { key, value, start } of node.members) {
      const own = { key, symbol: key, start, parent: undefined };
      resources.push(...readResource(value, own, context));
    }
  }
  for (const [index, item] of itemsOf(node).entries()) {
    const own = { key: `#${String(index)}`, symbol: undefined, start: item.start, parent: undefined };
    resources.push(...readResource(item, own, context));
  }
  return resources;
}

interface Own {
  readonly key: string;
  readonly symbol: string | undefined;
  readonly start: number;
  /** The resource that it is written inside of. */
  readonly parent:
    { readonly key: string; readonly type: string; readonly loop: Iteration | undefined } | undefined;
}

function readResource(node: JsonNode, own: Own, context: ReadContext): readonly ResourceDeclaration[] {
  const written = textAt(node, "type") ?? "";
  // a resource inside of another one may write its type whole all the same
  const isChild =
    own.parent !== undefined && !written.toLowerCase().startsWith(`${own.parent.type.toLowerCase()}/`);
  const type = isChild ? `${own.parent.type}/${written}` : written;
  const copy = valueOf(node, "copy");
  // what is written inside of a loop is made in each of its passes
  const loop = copy === undefined ? own.parent?.loop : context.reader.iteration(copy);
  const declaration = declare(
    node,
    own,
    { type, loop, parent: isChild ? own.parent.key : undefined },
    context,
  );
  const children = itemsOf(valueOf(node, "resources")).flatMap((child, index) => {
    const parent = { key: own.key, type, loop };
    const key = `${own.key}/${String(index)}`;
    return readResource(child, { key, symbol: undefined, start: child.start, parent }, context);
  });
  return [declaration, ...children];
}

interface Whole {
  readonly type: string;
  readonly loop: Iteration | undefined;
  readonly parent: string | undefined;
}

function declare(
  node: JsonNode,
  own: Own,
  { type, loop, parent }: Whole,
  context: ReadContext,
): ResourceDeclaration {
  const { reader } = context;
  const isStack = type.toLowerCase() === "microsoft.resources/deploymentstacks";
  const isDeployment = isStack || type.toLowerCase() === "microsoft.resources/deployments";
  // a resource that is only named says where it is in the same way as a deployment says where it goes
  const existing = isTrueAt(node, "existing");
  const hasPlace = isDeployment || existing;
  const scope = readScope(node, hasPlace, reader);
  const extension = textAt(node, "import") ?? textAt(node, "extension");
  const optional = (key: string): Expression | undefined => {
    const found = valueOf(node, key);
    return found === undefined ? undefined : reader.value(found);
  };
  // the type of a resource of an extension has its version in it, and a name only if the extension knows one
  const [ownType = type, version] = extension === undefined ? [type] : type.split("@");
  const unnamed = extension === undefined ? "" : (own.symbol ?? "");
  return {
    ...reader.at(own),
    key: own.key,
    symbol: own.symbol,
    type: reader.text(ownType, own.start),
    apiVersion:
      optional("apiVersion") ?? (version === undefined ? undefined : reader.text(version, own.start)),
    name: optional("name") ?? { kind: "literal", value: unnamed, ...reader.at(own) },
    parent: parent === undefined ? undefined : { key: parent },
    existing,
    // the arguments of the decorator, of which it has none
    onlyIfNotExists: valueOf(valueOf(node, "@options"), "onlyIfNotExists") !== undefined,
    condition: optional("condition"),
    loop,
    scope,
    body: readBody(node, { isDeployment, hasPlace }, reader),
    dependsOn: symbolsIn(valueOf(node, "dependsOn")),
    dependsOnIds: itemsOf(valueOf(node, "dependsOn")).map((item) => reader.value(item)),
    deployment: isDeployment ? readDeployment(node, isStack, context) : undefined,
    extension,
  };
}

/** What is named by its symbolic name; an id is not taken apart. */
function symbolsIn(node: JsonNode | undefined): readonly string[] {
  return itemsOf(node).flatMap((item) =>
    item.kind === "scalar" && typeof item.value === "string" && /^[\w:]+$/u.test(item.value)
      ? [item.value]
      : [],
  );
}

/** What stands around the body of a resource and is no part of it. */
const ENVELOPE: ReadonlySet<string> = new Set([
  "type",
  "apiversion",
  "name",
  "scope",
  "dependson",
  "condition",
  "copy",
  "resources",
  "comments",
  "metadata",
  "existing",
  "import",
  "extension",
  "@options",
]);
/** What says where a deployment goes and what it deploys. */
const DEPLOYMENT: ReadonlySet<string> = new Set(["resourcegroup", "subscriptionid"]);
const DEPLOYED: ReadonlySet<string> = new Set([
  "template",
  "templatelink",
  "parameters",
  "parameterslink",
  "expressionevaluationoptions",
]);

function readBody(
  node: JsonNode,
  { isDeployment, hasPlace }: { readonly isDeployment: boolean; readonly hasPlace: boolean },
  reader: ExpressionReader,
): ObjectExpression {
  const members = membersOf(node).filter(({ key }) => {
    const lower = key.toLowerCase();
    return !ENVELOPE.has(lower) && !(hasPlace && DEPLOYMENT.has(lower));
  });
  if (!isDeployment) return reader.object(members, node);
  return {
    kind: "object",
    members: members.map((member) =>
      member.key.toLowerCase() === "properties" ? withoutTemplate(member, reader) : reader.member(member),
    ),
    ...reader.at(node),
  };
}

function withoutTemplate(member: JsonMember, reader: ExpressionReader): Member {
  const kept = membersOf(member.value).filter(({ key }) => !DEPLOYED.has(key.toLowerCase()));
  return {
    kind: "member",
    key: reader.text(member.key, member.start),
    value: reader.object(kept, member.value),
    ...reader.at(member),
  };
}

function readScope(node: JsonNode, hasPlace: boolean, reader: ExpressionReader): ScopeExpression | undefined {
  const scope = valueOf(node, "scope");
  if (scope !== undefined) return { kind: "text", text: reader.value(scope) };
  if (!hasPlace) return undefined;
  const group = valueOf(node, "resourceGroup");
  const subscription = valueOf(node, "subscriptionId");
  const inSubscription = subscription === undefined ? {} : { subscription: reader.value(subscription) };
  if (group !== undefined) return { kind: "resourceGroup", name: reader.value(group), ...inSubscription };
  return subscription === undefined ? undefined : { kind: "subscription", ...inSubscription };
}

/** The template of a stack is a property like any other: what is to be evaluated in it is escaped. */
function readDeployment(node: JsonNode, isStack: boolean, context: ReadContext): DeploymentDeclaration {
  const { reader } = context;
  const properties = valueOf(node, "properties");
  const inner = textAt(valueOf(properties, "expressionEvaluationOptions"), "scope")?.toLowerCase();
  const template = valueOf(properties, "template");
  const link = valueOf(properties, "templateLink");
  return {
    // a linked template always has values of its own
    evaluation: isStack || inner === "inner" || template?.kind !== "object" ? "inner" : "outer",
    parameters: readParameterValues(properties, reader),
    template(evaluate) {
      if (template?.kind === "object" && !isStack) return context.readNested(template);
      if (template !== undefined) {
        const value = bare(evaluate(reader.value(template)));
        const made = context.readMade(value, reader.at(template));
        if (made !== undefined) return made;
      }
      if (link === undefined) {
        return { code: "arm-linked-template", missing: "the deployment says no template that can be read" };
      }
      const value = (key: string): ArmValue | undefined => {
        const found = valueOf(link, key);
        return found === undefined ? undefined : evaluate(reader.value(found));
      };
      return context.openLinked(
        {
          relativePath: value("relativePath"),
          uri: value("uri"),
          id: value("id"),
          texts: textsOf(valueOf(link, "uri"), context),
        },
        reader.source.path,
      );
    },
  };
}

function textsOf(address: JsonNode | undefined, { reader, variables }: ReadContext): readonly string[] {
  return address === undefined ? [] : textsIn(reader.value(address), variables);
}

function readParameterValues(
  properties: JsonNode | undefined,
  reader: ExpressionReader,
): Expression | undefined {
  const node = valueOf(properties, "parameters");
  if (node === undefined) {
    const link = valueOf(properties, "parametersLink");
    if (link === undefined) return undefined;
    const reason = "the values of the parameters are in a file that is linked";
    return { kind: "unsettled", reason, secure: false, ...reader.at(link) };
  }
  if (node.kind !== "object") {
    const reason = "the values of the parameters are put together at deployment";
    return { kind: "unsettled", reason, secure: false, ...reader.at(node) };
  }
  return {
    kind: "object",
    members: node.members.map((member) => ({
      kind: "member" as const,
      key: reader.text(member.key, member.start),
      value: readParameterValue(member.value, reader),
      ...reader.at(member),
    })),
    ...reader.at(node),
  };
}

/** `{value: …}`, a loop for the value, `{reference: …}` to a secret of a vault, or an expression that gives one of them. */
export function readParameterValue(node: JsonNode, reader: ExpressionReader): Expression {
  const written = reader.at(node);
  if (node.kind === "object") {
    const value = valueOf(node, "value");
    if (value !== undefined) return reader.value(value);
    if (valueOf(node, "copy") !== undefined) return valueIn(reader.value(node), written);
    const reason =
      valueOf(node, "reference") === undefined
        ? "the parameter is given no value"
        : "it is a secret of a key vault, read at deployment";
    return { kind: "unsettled", reason, secure: true, ...written };
  }
  return valueIn(reader.value(node), written);
}

/** The value in the `{value: …}` that an expression gives: the branches of `if` are looked into. */
function valueIn(target: Expression, written: Written): Expression {
  if (target.kind === "call") {
    const [first, second, third] = target.arguments;
    const name = target.name.toLowerCase();
    if (name === "if" && first !== undefined && second !== undefined && third !== undefined) {
      return { ...target, arguments: [first, valueIn(second, written), valueIn(third, written)] };
    }
    const isValue = first?.kind === "literal" && first.value === "value" && target.arguments.length === 2;
    if (name === "createobject" && isValue && second !== undefined) return second;
  }
  const key = { kind: "literal", value: "value", ...written } as const;
  return { kind: "access", target, key, safe: false, fromEnd: false, ...written };
}
