import { describe, expect, it } from "vitest";
import { evaluate } from "./evaluate.ts";

const OPEN = "parameters('openBool')";
const TEXT = "parameters('openString')";
const MAY_BE_NULL = "parameters('openNullable')";

describe("what is the same for every value of what is not known is known", () => {
  it.each([
    [`and(${OPEN}, false())`, false],
    [`or(${OPEN}, true())`, true],
    [`if(${OPEN}, 1, 1)`, 1],
    [`coalesce(${TEXT}, 'x')`, { open: TEXT }],
    [`equals(format('st{0}', ${TEXT}), 'blob')`, false],
    [`equals(format('st{0}', ${TEXT}), null())`, false],
    [`empty(format('st{0}', ${TEXT}))`, false],
    [`startsWith(format('storage{0}', ${TEXT}), 'STO')`, true],
    [`contains(createArray(${TEXT}, 'b'), 'b')`, true],
    [`length(createArray(${TEXT}, 'b'))`, 2],
    [`first(format('st{0}', ${TEXT}))`, "s"],
    [`union(parameters('openObject'), createObject('a', 1)).a`, 1],
    [`contains(union(parameters('openObject'), createObject('a', 1)), 'a')`, true],
    [`tryGet(createObject('a', ${TEXT}), 'b')`, null],
    [`length(split(format('/a/{0}/b', take(uniqueString(${TEXT}), 5)), '/'))`, 4],
    [`split(format('/a/{0}/b', substring(toUpper(guid(${TEXT})), 0, 8)), '/')[3]`, "b"],
    [`tryGet(createObject('a', 1), concat('/', ${TEXT}))`, null],
    [`contains(createObject('a', 1), concat('/', ${TEXT}))`, false],
    [`equals(${TEXT}, ${TEXT})`, true],
    [
      "uri(environment().authentication.loginEndpoint, tenant().tenantId)",
      { open: "'https://login.microsoftonline.com/${tenant().tenantId}'" },
    ],
    [`toLower(format('ST{0}', uniqueString(${TEXT})))`, { open: `'st\${toLower(uniqueString(${TEXT}))}'` }],
    [`if(${OPEN}, createObject('a', 1, 'b', 2), createObject('a', 1)).a`, 1],
  ])("%s", (expression, value) => {
    expect(evaluate(expression)).toEqual({ value, problems: [] });
  });
});

describe("what differs with it is not", () => {
  it.each([
    [`and(${OPEN}, true())`, { open: OPEN }],
    [`or(${OPEN}, false())`, { open: OPEN }],
    [`not(${OPEN})`, { open: `not(${OPEN})` }],
    [`if(${OPEN}, 1, 2)`, { open: `if(${OPEN}, 1, 2)` }],
    [`coalesce(${MAY_BE_NULL}, 'x')`, { open: "coalesce(reference('elsewhere').x, 'x')" }],
    [`equals(format('st{0}', ${TEXT}), 'star')`, { open: `equals('st\${${TEXT}}', 'star')` }],
    [`contains(createArray(${TEXT}, 'b'), 'c')`, { open: `contains([${TEXT}, 'b'], 'c')` }],
    [`empty(${TEXT})`, { open: `empty(${TEXT})` }],
    [`length(format('st{0}', ${TEXT}))`, { open: `length('st\${${TEXT}}')` }],
    [
      `union(createObject('a', 1), parameters('openObject')).a`,
      { open: "union({a: 1}, parameters('openObject')).a" },
    ],
    [`contains(parameters('openObject'), 'a')`, { open: "contains(parameters('openObject'), 'a')" }],
    [
      `length(if(${OPEN}, createObject('a', 1), createObject()))`,
      { open: `length({a: if(${OPEN}, {a: 1}, {}).a})` },
    ],
    [`contains(createObject('/A', 1), concat('/', ${TEXT}))`, { open: `contains({/A: 1}, '/\${${TEXT}}')` }],
    [`tryGet(parameters('openObject'), 'a')`, { open: "tryGet(parameters('openObject'), 'a')" }],
    [`uri('https://a.example/', ${TEXT})`, { open: `uri('https://a.example/', ${TEXT})` }],
    [
      "uri('https://a.example/b', tenant().tenantId)",
      { open: "uri('https://a.example/b', tenant().tenantId)" },
    ],
    [`split(${TEXT}, ',')[0]`, { open: `split(${TEXT}, ',')[0]` }],
  ])("%s", (expression, value) => {
    expect(evaluate(expression)).toEqual({ value, problems: [] });
  });
});

describe("the written form is one for one value", () => {
  it.each([
    [`concat('a', ${TEXT}, 'b')`, `format('a{0}b', ${TEXT})`],
    [`concat(concat('a', ${TEXT}), '-', 'b')`, `format('{0}-{1}', format('a{0}', ${TEXT}), 'b')`],
    [
      `map(parameters('openArray'), lambda('x', lambdaVariables('x').a))`,
      `map(parameters('openArray'), lambda('y', lambdaVariables('y').a))`,
    ],
    [
      "reference(resourceId('Microsoft.Storage/storageAccounts', 'lake'), '2023-01-01').primaryEndpoints.blob",
      "reference(resourceId('Microsoft.Storage/storageAccounts', 'lake')).primaryEndpoints.blob",
    ],
    [
      "resourceGroup().id",
      "concat('/subscriptions/', subscription().subscriptionId, '/resourceGroups/', resourceGroup().name)",
    ],
  ])("%s", (one, other) => {
    expect(evaluate(one).value).toEqual(evaluate(other).value);
  });
});

describe("secrets", () => {
  it.each([
    ["parameters('secret')", { secure: "hunter2" }],
    ["concat('a', parameters('secret'))", { secure: "ahunter2" }],
    ["base64(parameters('secret'))", { secure: "aHVudGVyMg==" }],
    ["createObject('a', parameters('secret')).a", { secure: "hunter2" }],
    ["format('{0}', createObject('a', parameters('secret')))", { secure: "{'a':'hunter2'}" }],
  ])("stay secrets: %s", (expression, value) => {
    expect(evaluate(expression).value).toEqual(value);
  });
});

it("a branch that may not be taken is not told as wrong", () => {
  expect(evaluate(`if(${OPEN}, createArray()[0], 'x')`).problems).toEqual([]);
});

it("the suffixes of Azure's public cloud stand in longer texts, and are not known alone", () => {
  expect(evaluate("format('privatelink.blob.{0}', environment().suffixes.storage)").value).toBe(
    "privatelink.blob.core.windows.net",
  );
  expect(evaluate("environment().suffixes.storage").value).toEqual({
    open: "environment().suffixes.storage",
  });
});
