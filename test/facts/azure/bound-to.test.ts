import { describe, expect, it } from "vitest";
import { addFacts } from "../../../src/facts/add-facts.ts";
import { propertyAt } from "../../../src/model/resource.ts";
import type { Resource } from "../../../src/model/resource.ts";
import { ResourceGraph } from "../../../src/model/resource-graph.ts";
import { Reference, Unknown, UnknownText, isValueList, isValueMap } from "../../../src/model/value.ts";
import type { Value, ValueMap } from "../../../src/model/value.ts";
import { DEFAULT_SETTINGS } from "../../rules/all-rules.ts";

const ACCOUNT = "Microsoft.Storage/storageAccounts";
const SETTING = "Microsoft.Insights/diagnosticSettings";
const ENDPOINT = "Microsoft.Network/privateEndpoints";
const ID = "/subscriptions/1/resourceGroups/phi/providers/Microsoft.Storage/storageAccounts/lake";

function resource(
  type: string,
  id: string,
  properties: ValueMap,
  identifiers: readonly string[] = [],
): Resource {
  return { id, address: id, type, properties, declared: "here", identifiers };
}

const lake = resource(ACCOUNT, "lake", {}, [ID]);
const AFTER = new Unknown("known after apply", [new Reference("lake", "id")]);

function factOf(name: string, resources: readonly Resource[]): readonly Value[] {
  const graph = addFacts(new ResourceGraph(resources, "all"), DEFAULT_SETTINGS);
  const [first] = graph.resources;
  const value = first === undefined ? undefined : propertyAt(first, `/Facts/${name}`);
  return isValueList(value) ? value : [];
}

function setting(scope: Value, logs: Value = [{ categoryGroup: "audit", enabled: true }]): Resource {
  return resource(SETTING, "setting", { scope, properties: { logs, workspaceId: "logs" } });
}

/** `bound`, `?` for what is not known. */
function read(items: readonly Value[]): readonly string[] {
  return items.map((item) => (isValueMap(item) ? "bound" : "?"));
}

describe("a diagnostic setting is for the blobs of an account", () => {
  it.each<[string, Value, readonly string[]]>([
    [
      "when text about the blob service follows the reference",
      new UnknownText("known after apply", [], [AFTER, "/blobServices/default"]),
      ["bound"],
    ],
    [
      "whatever the case of the letters",
      new UnknownText("known after apply", [], [new Reference("lake", "id"), "/blobservices/Default"]),
      ["bound"],
    ],
    ["when the id is written out", `${ID.toUpperCase()}/blobServices/default`, ["bound"]],
    [
      "not when it is for another service",
      new UnknownText("known after apply", [], [AFTER, "/fileServices/default"]),
      [],
    ],
    ["perhaps, when a plan tells only the account", new Reference("lake", "id"), ["?"]],
    ["perhaps, when the account is one of several", AFTER, ["?"]],
    ["perhaps, when nothing is known of its scope", new Unknown("known after apply"), ["?"]],
    ["not when it is for another account", `${ID}2/blobServices/default`, []],
  ])("%s", (_, scope, expected) => {
    expect(read(factOf("DiagnosticSettings", [lake, setting(scope)]))).toEqual(expected);
  });

  it("not when it has metrics alone and is for the account", () => {
    expect(factOf("DiagnosticSettings", [lake, setting(new Reference("lake", "id"), [])])).toEqual([]);
  });

  it("when the blob service is a resource of its own", () => {
    const blobs = resource(`${ACCOUNT}/blobServices`, "blobs", { parent: new Reference("lake") });
    expect(read(factOf("DiagnosticSettings", [lake, blobs, setting(new Reference("blobs"))]))).toEqual([
      "bound",
    ]);
  });
});

describe("an id of which only pieces are known is for an account of an unknown group", () => {
  const open = new Unknown("known after apply");
  const account = resource(ACCOUNT, "lake", { name: "lake" });
  const inGroup = (rest: readonly Value[]): Value =>
    new UnknownText(
      "known after apply",
      [],
      ["/subscriptions/", open, "/resourceGroups/", open, "/providers/Microsoft.", ...rest],
    );

  it.each<[string, Resource, Value, readonly string[]]>([
    ["perhaps, when it has the type and the name", account, inGroup(["Storage/storageAccounts/Lake"]), ["?"]],
    ["perhaps, when it has the type", account, inGroup(["Storage/storageAccounts/", open]), ["?"]],
    ["perhaps, when the name is begun", account, inGroup(["Storage/storageAccounts/la", open]), ["?"]],
    ["perhaps, when it has nothing of the type", account, inGroup([open]), ["?"]],
    [
      "perhaps, when it names the service of blobs",
      account,
      new UnknownText("known after apply", [], [open, "/blobServices/default"]),
      ["?"],
    ],
    ["not when it has another type", account, inGroup(["KeyVault/vaults/lake"]), []],
    ["not when it has another name", account, inGroup(["Storage/storageAccounts/reports"]), []],
    [
      "not when it is the id of a management group",
      account,
      new UnknownText("known after apply", [], ["/providers/Microsoft.Management/managementGroups/", "phi"]),
      [],
    ],
    [
      "not when the account is known to lie in another group",
      lake,
      new UnknownText(
        "known after apply",
        [],
        ["/subscriptions/", open, "/resourceGroups/logs/providers/Microsoft.Storage/storageAccounts/lake"],
      ),
      [],
    ],
  ])("%s", (_, target, scope, expected) => {
    expect(read(factOf("DiagnosticSettings", [target, setting(scope)]))).toEqual(expected);
  });
});

describe("the blob service of an account that the input only names", () => {
  const blobs = {
    ...resource(`${ACCOUNT}/blobServices`, "blobs", { parent: new Reference("lake") }),
    declared: "elsewhere",
  } as const;

  it("holds the diagnostic settings of the account", () => {
    expect(read(factOf("DiagnosticSettings", [lake, blobs, setting(new Reference("blobs"))]))).toEqual([
      "bound",
    ]);
  });

  it("is as Azure makes it", () => {
    const graph = addFacts(new ResourceGraph([lake, blobs], "all"), DEFAULT_SETTINGS);
    const [first] = graph.resources;
    expect(first === undefined ? undefined : propertyAt(first, "/Facts/BlobService")).toEqual({});
  });
});

describe("the logs of a diagnostic setting", () => {
  const audited = (logs: Value): Value | undefined => {
    const [found] = factOf("DiagnosticSettings", [
      lake,
      setting(new UnknownText("known after apply", [], [AFTER, "/blobServices/default"]), logs),
    ]);
    const value = isValueMap(found) ? found["Audited"] : found;
    return value instanceof Unknown ? "?" : value;
  };
  const log = (category: Value, enabled: Value = true): Value => ({ category, enabled });

  it.each<[string, Value, Value]>([
    [
      "say who did what when every category is on",
      ["StorageRead", "StorageWrite", "StorageDelete"].map((name) => log(name)),
      true,
    ],
    ["do not when reads are missing", [log("StorageWrite"), log("StorageDelete")], false],
    [
      "do not when a category is off",
      [log("StorageRead", false), log("StorageWrite"), log("StorageDelete")],
      false,
    ],
    ["may when a category is not known", [log(new Unknown("known after apply"))], "?"],
    [
      "say it when the group is on, whatever else is not known",
      [{ categoryGroup: "allLogs", enabled: true }, log(new Unknown("known after apply"))],
      true,
    ],
  ])("%s", (_, logs, expected) => {
    expect(audited(logs)).toBe(expected);
  });
});

describe("a private endpoint", () => {
  const endpoint = (privateLinkServiceId: Value, list = "privateLinkServiceConnections"): Resource =>
    resource(ENDPOINT, "endpoint", {
      properties: { [list]: [{ properties: { privateLinkServiceId, groupIds: ["dfs"] } }] },
    });

  it.each<[string, Resource, readonly string[]]>([
    ["leads to what it names", endpoint(new Reference("lake", "id")), ["bound"]],
    ["leads to what it names by its id", endpoint(ID), ["bound"]],
    [
      "leads there when the other side has to approve it",
      endpoint(new Reference("lake", "id"), "manualPrivateLinkServiceConnections"),
      ["bound"],
    ],
    ["leads elsewhere", endpoint(`${ID}2`), []],
    ["may lead there, when it names one of several", endpoint(AFTER), ["?"]],
    ["may lead there, when nothing is known of it", endpoint(new Unknown("known after apply")), ["?"]],
    [
      "leads elsewhere, when pieces of the id tell another type",
      endpoint(
        new UnknownText(
          "known after apply",
          [],
          [new Unknown("known after apply"), "/providers/Microsoft.KeyVault/vaults/lake"],
        ),
      ),
      [],
    ],
  ])("%s", (_, written, expected) => {
    expect(read(factOf("PrivateEndpoints", [lake, written]))).toEqual(expected);
  });
});
