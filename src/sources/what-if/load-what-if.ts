import { itemsOf, memberOf, textAt, valueOf } from "../../languages/arm/json/json-members.ts";
import { parseArmJson } from "../../languages/arm/json/parse-arm-json.ts";
import type { JsonNode } from "../../languages/arm/json/parse-arm-json.ts";
import { SourceText } from "../../languages/arm/source-text.ts";
import type { Diagnostic, Gap } from "../../model/diagnostic.ts";
import { SourceError } from "../../model/errors.ts";
import { azureScanOf } from "../azure/azure-scan.ts";
import type { Maker } from "../azure/azure-scan.ts";
import { ResourceIds, writtenId } from "../azure/resource-ids.ts";
import { ModelWriter } from "../azure/to-model.ts";
import type { Input, LoadContext, OpenedInput } from "../source.ts";
import { buildChange } from "./build-change.ts";
import { readChange } from "./read-change.ts";
import type { Change } from "./read-change.ts";

/** What a deployment will make, as the service foretells it. */
export function loadWhatIf({ path, text }: Input, context: LoadContext): OpenedInput {
  const source = new SourceText(path, text);
  const root = parseArmJson(text);
  const body = valueOf(root, "changes") === undefined ? (valueOf(root, "properties") ?? root) : root;
  throwFailure(root, body, path);
  const certain = itemsOf(valueOf(body, "changes")).map((node) => readChange(node, source, false));
  const possible = itemsOf(valueOf(body, "potentialChanges")).map((node) => readChange(node, source, true));
  const changes = [...certain, ...possible].filter((change) => change !== undefined);
  const deployment = `${context.idPrefix}what-if`;
  const named = nameAll(changes, context.idPrefix);
  const scan = azureScanOf(context.scan);
  const maker = { isForetold: true, made: () => idsOf(named) } satisfies Maker;
  scan.addMaker(maker);
  return {
    finish() {
      scan.settle();
      const ids = new ResourceIds(scan.neighbourOf(maker));
      for (const { change, id } of named) if (change.resourceId !== undefined) ids.add(change.resourceId, id);
      const writer = new ModelWriter(ids, deployment);
      const resources = named.map(({ change, id, address }) =>
        buildChange(change, { id, address, deployment, writer }),
      );
      return { resources, diagnostics: diagnosticsOf(body, source), gaps: gapsOf(named, source) };
    },
  };
}

function* idsOf(changes: readonly NamedChange[]): Iterable<readonly [id: string, target: string]> {
  for (const { change, id } of changes) {
    const written = change.resourceId === undefined ? undefined : writtenId(change.resourceId);
    if (written !== undefined) yield [written, id];
  }
}

function gapsOf(changes: readonly NamedChange[], source: SourceText): readonly Gap[] {
  return changes.flatMap(({ change: { unread, start }, address }) =>
    unread === undefined
      ? []
      : [{ code: "what-if-unread", subject: address, reason: unread, location: source.locate(start) }],
  );
}

interface NamedChange {
  readonly change: Change;
  readonly id: string;
  readonly address: string;
}

/** Each has an address of its own: the same name in two resource groups is two. */
function nameAll(changes: readonly Change[], idPrefix: string): readonly NamedChange[] {
  const counts = new Map<string, number>();
  return changes.map((change) => {
    const count = (counts.get(change.path) ?? 0) + 1;
    counts.set(change.path, count);
    const address = count === 1 ? change.path : `${change.path}#${String(count)}`;
    return { change, address, id: `${idPrefix}${address}` };
  });
}

function throwFailure(root: JsonNode, body: JsonNode, path: string): void {
  const error = valueOf(root, "error") ?? valueOf(body, "error");
  if (error?.kind !== "object" || itemsOf(valueOf(body, "changes")).length > 0) return;
  const message = textAt(error, "message") ?? "it gives no reason";
  throw new SourceError([
    {
      code: "what-if-failed",
      message: `${path}: the what-if failed, so it foretells nothing: ${message.slice(0, 300)}; correct the template and run it again`,
      location: { file: path },
    },
  ]);
}

/** What the service itself has to say of the template. */
function diagnosticsOf(body: JsonNode, source: SourceText): readonly Diagnostic[] {
  return itemsOf(valueOf(body, "diagnostics")).flatMap((node) => {
    const message = textAt(node, "message");
    if (message === undefined) return [];
    const level = textAt(node, "level")?.toLowerCase();
    const code = textAt(node, "code") ?? "diagnostic";
    return [
      {
        code: "what-if-diagnostic",
        level: level === "error" || level === "warning" ? level : "note",
        message: `${code}: ${message.slice(0, 1000)}`,
        location: source.locate(memberOf(node, "message")?.start ?? node.start),
      } as const,
    ];
  });
}
