import { describe, expect, it } from "vitest";
import { Unknown } from "../../../src/model/value.ts";
import type { Value } from "../../../src/model/value.ts";
import { applyFeeds } from "../../../src/sources/terraform/apply-feeds.ts";
import { feedPath } from "../../../src/sources/terraform/feed-path.ts";
import type { Feeds } from "../../../src/sources/terraform/lens.ts";

const FEEDS: Feeds = {
  Logs: { keyed: "log", by: "type", properties: { Enabled: { attribute: "enabled", unset: true } } },
};

const UNKNOWN = new Unknown("known after apply");

describe("blocks that become properties of one object", () => {
  it.each<[string, Value, Value | undefined]>([
    [
      "one property for each",
      [{ type: "AUDIT" }, { type: "ERROR", enabled: false }],
      { AUDIT: { Enabled: true }, ERROR: { Enabled: false } },
    ],
    ["no block, no object", [], undefined],
    ["a block that is not known", [{ type: "AUDIT" }, UNKNOWN], UNKNOWN],
    ["a block whose name is not known", [{ type: UNKNOWN }], UNKNOWN],
    ["blocks that are not known", UNKNOWN, UNKNOWN],
  ])("%s", (_, log, expected) => {
    expect(applyFeeds(FEEDS, { log })["Logs"]).toEqual(expected);
  });

  it("are told by the name of the block", () => {
    expect(feedPath(FEEDS, ["Logs", "AUDIT", "Enabled"])).toBe("log.enabled");
    expect(feedPath(FEEDS, ["Logs", "AUDIT"])).toBe("log");
    expect(feedPath(FEEDS, ["Logs", "AUDIT", "Colour"])).toBeUndefined();
  });
});
