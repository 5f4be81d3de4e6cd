import { parseTemplateJson } from "../../languages/cloudformation/parse-template-json.ts";
import { memberOf, scalarText } from "../../languages/cloudformation/template-node.ts";
import type { TemplateEntry, TemplateNode } from "../../languages/cloudformation/template-node.ts";
import { SourceError } from "../../model/errors.ts";
import type { ToldPlace } from "./place-of-stack.ts";
import type { TemplateFile } from "./template-file.ts";
import type { Told } from "./told.ts";

/** True for what `aws cloudformation describe-change-set` prints. */
export function isChangeSet(root: TemplateNode | undefined): boolean {
  return memberOf(root, "Changes")?.kind === "list" && memberOf(root, "ChangeSetName") !== undefined;
}

/**
 * The resources that a change set leaves behind, as a template. Throws a SourceError for a change set without the values
 * of properties.
 */
export function templateOfChangeSet(file: TemplateFile, root: TemplateNode, told: Told): TemplateNode {
  const changes = memberOf(root, "Changes");
  const entries = new Map<string, TemplateEntry>();
  for (const item of changes?.kind === "list" ? changes.items : []) {
    const change = memberOf(item, "ResourceChange");
    const logicalId = scalarText(memberOf(change, "LogicalResourceId"));
    if (change === undefined || logicalId === undefined) continue;
    if (scalarText(memberOf(change, "Action")) === "Remove") continue;
    entries.set(logicalId, { keyOffset: change.offset, value: resourceOf(change, file) });
  }
  told.diagnose({
    code: "cloudformation-change-set",
    level: "note",
    message: `${file.path}: a change set holds what changes; what stays as it is, is not in it`,
    location: { file: file.path },
  });
  const more = scalarText(memberOf(root, "NextToken"));
  if (more !== undefined) {
    told.gap({
      code: "cloudformation-change-set",
      subject: file.path,
      reason: "the change set goes on behind its NextToken; print it whole, without --max-items",
      location: { file: file.path },
    });
  }
  const resources: TemplateNode = { kind: "map", entries, offset: root.offset };
  return {
    kind: "map",
    entries: new Map([["Resources", { keyOffset: root.offset, value: resources }]]),
    offset: root.offset,
  };
}

/** `arn:aws:cloudformation:eu-central-1:111122223333:stack/reports/…`: the ids say where the stack is. */
export function placeOfChangeSet(root: TemplateNode): ToldPlace {
  const ids = ["StackId", "ChangeSetId"].map((name) => scalarText(memberOf(root, name)) ?? "");
  const [, region, account] = ids.map((id) => STACK_ID.exec(id)).find((found) => found !== null) ?? [];
  return { account, region, stackName: scalarText(memberOf(root, "StackName")) };
}

const STACK_ID = /^arn:[^:]+:cloudformation:([a-z0-9-]+):(\d{12}):/u;

function resourceOf(change: TemplateNode, file: TemplateFile): TemplateNode {
  const context = scalarText(memberOf(change, "AfterContext"));
  const after = context === undefined ? undefined : parseTemplateJson(context).root;
  if (after?.kind !== "map") {
    const message = `${file.path}: a change set without the values of properties; make it again with: aws cloudformation describe-change-set --include-property-values`;
    throw new SourceError([
      { code: "cloudformation-change-set", message, location: file.locate(change.offset) },
    ]);
  }
  const entries = new Map(after.entries);
  for (const policy of ["DeletionPolicy", "UpdateReplacePolicy"]) {
    if (entries.has(policy)) continue;
    entries.set(policy, { keyOffset: change.offset, value: notTold(change.offset) });
  }
  const type = memberOf(change, "ResourceType");
  if (type !== undefined) entries.set("Type", { keyOffset: type.offset, value: type });
  return { kind: "map", entries: placedAt(entries, change.offset), offset: change.offset };
}

/** What the change set does not say may have been there before it. */
function notTold(offset: number): TemplateNode {
  return { kind: "conflict", reason: "the change set does not say it", offset };
}

/** The context is a text in the file, so everything in it stands where the change does. */
function placedAt(
  entries: ReadonlyMap<string, TemplateEntry>,
  offset: number,
): ReadonlyMap<string, TemplateEntry> {
  return new Map(
    [...entries].map(([key, { value }]) => [key, { keyOffset: offset, value: moved(value, offset) }]),
  );
}

function moved(node: TemplateNode, offset: number): TemplateNode {
  if (node.kind === "list") return { ...node, items: node.items.map((item) => moved(item, offset)), offset };
  if (node.kind === "map") return { ...node, entries: placedAt(node.entries, offset), offset };
  return { ...node, offset };
}
