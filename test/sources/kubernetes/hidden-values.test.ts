import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseAllDocuments } from "yaml";
import { CASES, outcomesOf, random, saidOtherwise } from "../hidden-values.ts";
import { loadManifest } from "./load-manifest.ts";

const FOLDERS = ["fixtures/kubernetes/genomics-flawed", "fixtures/kubernetes/genomics-sound"];

/**
 * A template of OpenShift of which more is left to a parameter without a value tells less, and nothing else: a verdict may
 * become unknown, and never another one. What things are called stays, and the labels that others select them by.
 */
describe.each(FOLDERS)("%s", (folder) => {
  it.each(CASES)("says nothing else when a share of %d of its values is hidden (%d)", async (share, seed) => {
    const objects = objectsOf(folder);
    const hidden = hideValues(objects, share, random(seed));
    const whole = await outcomes(objectsOf(folder));
    expect(whole.size).toBeGreaterThan(10);
    expect(saidOtherwise(whole, await outcomes(objects), hidden)).toEqual([]);
  });

  it("says nothing else when a parameter names the namespace", async () => {
    const text = JSON.stringify(objectsOf(folder));
    const objects = JSON.parse(
      text.replaceAll(/"namespace":"[^"]+"/gu, '"namespace":"${HIDDEN}"'),
    ) as readonly Tree[];
    const whole = new Map([...(await outcomes(objectsOf(folder)))].map(withoutNamespace));
    expect(saidOtherwise(whole, await outcomes(objects), [])).toEqual([]);
  });
});

type Tree = Record<string, unknown>;

function objectsOf(folder: string): readonly Tree[] {
  return readdirSync(folder)
    .filter((name) => /\.(?:json|yaml)$/u.test(name) && name !== "genoscan.yaml")
    .sort()
    .flatMap((name) => parseAllDocuments(readFileSync(`${folder}/${name}`, "utf8")))
    .map((document) => document.toJS() as Tree)
    .flatMap((object) => (Array.isArray(object["items"]) ? (object["items"] as Tree[]) : [object]));
}

async function outcomes(objects: readonly Tree[]): Promise<ReturnType<typeof outcomesOf>> {
  const template = {
    apiVersion: "template.openshift.io/v1",
    kind: "Template",
    metadata: { name: "hidden" },
    parameters: [{ name: "HIDDEN" }],
    objects,
  };
  return outcomesOf((await loadManifest(JSON.stringify(template))).resources);
}

/** The address of an object whose namespace is not known has none. */
function withoutNamespace([key, outcome]: readonly [string, string]): readonly [string, string] {
  return [key.replace(/ [a-z][^/ ]*\/(?=[A-Z])/u, " "), outcome];
}

function hideValues(objects: readonly Tree[], share: number, next: () => number): readonly string[] {
  return objects.flatMap((object) => {
    const { name, namespace } = (object["metadata"] ?? {}) as Readonly<Record<string, string | undefined>>;
    const address = [namespace, object["kind"] as string, name]
      .filter((part) => part !== undefined)
      .join("/");
    return placesIn(object, "")
      .filter(() => next() < share)
      .map(({ path, hide }) => {
        hide();
        return `${address} ${path}`;
      });
  });
}

interface Site {
  readonly path: string;
  readonly hide: () => void;
}

function placesIn(holder: Tree, path: string): readonly Site[] {
  return Object.entries(holder).flatMap(([key, value]): readonly Site[] => {
    if (KEPT.test(key)) return [];
    const here = `${path}/${key}`;
    return typeof value !== "object" || value === null
      ? [{ path: here, hide: () => (holder[key] = typeof value === "string" ? "${HIDDEN}" : "${{HIDDEN}}") }]
      : placesIn(value as Tree, here);
  });
}

const KEPT = /^(?:apiVersion|kind|name|generateName|namespace)$/u;
