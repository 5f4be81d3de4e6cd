import { memberOf, scalarText } from "../../../languages/cloudformation/template-node.ts";
import type { TemplateNode } from "../../../languages/cloudformation/template-node.ts";

/** An event of a function or a state machine. */
export interface SamEvent {
  /** The name of the resource with that of the event behind it, with which SAM names what it makes. */
  readonly id: string;
  readonly type: string;
  readonly properties: TemplateNode | undefined;
  readonly offset: number;
}

export function eventsOf(owner: string, events: TemplateNode | undefined): readonly SamEvent[] {
  if (events?.kind !== "map") return [];
  return [...events.entries].map(([name, { value }]) => ({
    id: `${owner}${name}`,
    type: scalarText(memberOf(value, "Type")) ?? "",
    properties: memberOf(value, "Properties"),
    offset: value.offset,
  }));
}
