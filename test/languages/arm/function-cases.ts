/** An expression and its value. */
export type Row = readonly [expression: string, value: unknown];

/** By what they are about. */
export const FUNCTION_CASES: Readonly<Record<string, readonly Row[]>> = {
  // values from the examples of https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions
  "functions of strings": [
    ["base64('one, two, three')", "b25lLCB0d28sIHRocmVl"],
    ["base64ToString('b25lLCB0d28sIHRocmVl')", "one, two, three"],
    ["base64ToJson(base64('{''one'': ''a'', ''two'': ''b''}'))", { one: "a", two: "b" }],
    ["concat('prefix', '-', 5, true())", "prefix-5True"],
    ["dataUri('Hello')", "data:text/plain;charset=utf8;base64,SGVsbG8="],
    ["dataUriToString('data:;base64,SGVsbG8sIFdvcmxkIQ==')", "Hello, World!"],
    [
      "format('{0}, {1}. Formatted number: {2:N0}', 'Hello', 'User', 8175133)",
      "Hello, User. Formatted number: 8,175,133",
    ],
    ["indexOf('test', 't')", 0],
    ["lastIndexOf('test', 't')", 3],
    ["indexOf('abcdef', 'CD')", 2],
    ["lastIndexOf('abcdef', 'AB')", 0],
    ["indexOf('abcdef', 'z')", -1],
    ["join(createArray('one', 'two', 'three'), ';')", "one;two;three"],
    ["padLeft('123', 10, '0')", "0000000123"],
    ["replace('123-123-1234', '1234', 'xxxx')", "123-123-xxxx"],
    ["split('one;two,three', createArray(',', ';'))", ["one", "two", "three"]],
    ["startsWith('abcdef', 'A')", true],
    ["endsWith('abcdef', 'F')", true],
    ["endsWith('abcdef', 'e')", false],
    ["string(createObject('valueA', 10, 'valueB', 'Example Text'))", '{"valueA":10,"valueB":"Example Text"}'],
    ["string(createArray('a', 'b', 'c'))", '["a","b","c"]'],
    ["substring('one two three', 4, 3)", "two"],
    ["take('one two', 2)", "on"],
    ["skip('one two three', 4)", "two three"],
    ["toUpper('One Two Three')", "ONE TWO THREE"],
    ["trim('    one two three   ')", "one two three"],
    [
      "uri('http://contoso.com/resources/', 'nested/azuredeploy.json')",
      "http://contoso.com/resources/nested/azuredeploy.json",
    ],
    [
      "uriComponent('http://contoso.com/resources/nested/azuredeploy.json')",
      "http%3A%2F%2Fcontoso.com%2Fresources%2Fnested%2Fazuredeploy.json",
    ],
    ["uriComponentToString('http%3A%2F%2Fcontoso.com%2Fnested')", "http://contoso.com/nested"],
  ],
  // from Azure/bicep, src/Bicep.Core.IntegrationTests/EvaluationTests.cs
  "values in texts are written as .NET writes them": [
    ["string(true())", "True"],
    ["string(null())", ""],
    [
      "format('>{0}<>{1}<>{2}<', false(), createObject('a', 'b', '!c', 2), createArray(true(), 2893, 'abc'))",
      ">False<>{'a':'b','!c':2}<>[true,2893,'abc']<",
    ],
    ["format('{{{0}}}', 1)", "{1}"],
    ["format('{0,5}|{0,-5}|', 'ab')", "   ab|ab   |"],
    ["format('{0:D5} {0:X} {0:F1} {0:0000.0}', 255)", "00255 FF 255.0 0255.0"],
  ],
  "uniqueString and guid are what Azure makes of the same arguments": [
    // a public port of the function with vectors of its own, its tests
    ["uniqueString('hello', 'world')", "a7wkljktk6wne"],
    ["uniqueString('test')", "rbgf3xv4ufgzg"],
    ["uniqueString('foo', 'bar', 'baz')", "xzi4ioaxtmth4"],
    ["uniqueString('tyeth')", "zcztcwvu6iyg6"],
    // Azure/bicep, a snapshot of a deployment
    [
      "uniqueString('/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/myRg')",
      "js26ofeqkqeve",
    ],
    // version 5 of RFC 9562 in ARM's namespace, as Python's uuid5 gives it
    ["guid('test')", "d6a5baf1-8b9b-542a-8525-2982f1f98a0c"],
    ["equals(guid('a', 'b'), guid('a-b'))", true],
  ],
  "functions of arrays and objects": [
    ["array(createObject('a', 'b'))", [{ a: "b" }]],
    ["concat(createArray('1-1'), createArray('2-1', '2-2'))", ["1-1", "2-1", "2-2"]],
    ["contains('OneTwoThree', 'e')", true],
    ["contains('OneTwoThree', 'two')", false],
    ["contains(createObject('one', 'a'), 'ONE')", true],
    ["contains(createArray('one', 'two'), 'Two')", false],
    ["empty(createArray())", true],
    ["empty(null())", true],
    ["first('One Two Three')", "O"],
    ["last(createArray('one', 'two', 'three'))", "three"],
    ["flatten(createArray(createArray(0, 1), createArray(2, 3), createArray(4, 5)))", [0, 1, 2, 3, 4, 5]],
    [
      "intersection(createObject('one', 'a', 'two', 'b'), createObject('one', 'a', 'two', 'z'))",
      { one: "a" },
    ],
    ["intersection(createArray('one', 'two', 'three'), createArray('two', 'three'))", ["two", "three"]],
    ["length(createObject('a', 1, 'b', 2))", 2],
    ["max(createArray(0, 3, 2, 5, 4))", 5],
    ["min(0, 3, 2, 5, 4)", 0],
    ["range(5, 3)", [5, 6, 7]],
    ["skip(createArray('one', 'two', 'three'), 2)", ["three"]],
    ["take(createArray('one', 'two', 'three'), 2)", ["one", "two"]],
    [
      "union(createArray('one', 'two', 'three'), createArray('three', 'four'))",
      ["one", "two", "three", "four"],
    ],
    [
      'union(json(\'{"property":{"one":"a","three":"c1"},"nested":[1,2]}\'), json(\'{"property":{"three":"c2","four":"d"},"nested":[3,4]}\'))',
      { property: { one: "a", three: "c2", four: "d" }, nested: [3, 4] },
    ],
    [
      "union(createArray(createArray('a', 'b'), createArray('c')), createArray(createArray('c'), createArray('d', 'b')))",
      [["a", "b"], ["c"], ["d", "b"]],
    ],
    // the keys are those of Azure/bicep's test, in the order that it expects
    [
      "objectKeys(createObject('ghiKey', 1, 'abcKey', 1, '123Key', 1, 'GHIKey', 1, 'ABCKey', 1))",
      ["123Key", "abcKey", "ABCKey", "ghiKey", "GHIKey"],
    ],
    [
      "items(createObject('b', 2, 'a', 1))",
      [
        { key: "a", value: 1 },
        { key: "b", value: 2 },
      ],
    ],
    ["json('null')", null],
    ["json('{''a'': [1, true]}')", { a: [1, true] }],
    [
      "shallowMerge(createArray(createObject('a', createObject('x', 1)), createObject('a', createObject('y', 2))))",
      { a: { y: 2 } },
    ],
    ["tryGet(createObject('key', createObject('nestedKey', 'value')), 'key', 'nestedKey')", "value"],
    ["tryGet(createObject('key', createObject('nestedKey', 'value')), 'unknownKey', 'nestedKey')", null],
    ["tryGet(createArray('element'), 0)", "element"],
    ["tryGet(createArray(), 0)", null],
    ["tryGet(null(), 'property')", null],
    ["indexFromEnd(createArray('a', 'b', 'c'), 1)", "c"],
    ["createArray('a', 'b')[1]", "b"],
    ["createObject('Name', 'x').name", "x"],
  ],
  "functions of numbers, comparison and logic": [
    ["add(5, 3)", 8],
    ["div(8, 3)", 2],
    ["div(sub(0, 7), 2)", -3],
    ["mod(7, 3)", 1],
    ["int('4')", 4],
    ["bool('true')", true],
    ["bool(0)", false],
    ["float('3.5')", 3.5],
    ["coalesce(null(), null(), 'b')", "b"],
    ["less('One', 'two')", true],
    ["greater('a', 'B')", false],
    ["lessOrEquals(1, 1)", true],
    ["equals('demo', 'Demo')", false],
    ["equals(createObject('a', 1, 'b', 2), createObject('b', 2, 'a', 1))", true],
    ["if(true(), 1, div(1, 0))", 1],
    ["and(false(), equals(div(1, 0), 1))", false],
    ["or(true(), false())", true],
  ],
  "functions of dates": [
    ["dateTimeAdd('2020-04-07 14:53:14Z', 'P3Y', 'yyyy-MM-dd HH:mm')", "2023-04-07 14:53"],
    ["dateTimeAdd('2020-04-07 14:53:14Z', '-P9D', 'o')", "2020-03-29T14:53:14.0000000Z"],
    ["dateTimeAdd('2020-04-07T14:53:14Z', 'PT1H')", "2020-04-07T15:53:14Z"],
    ["dateTimeToEpoch('2023-05-02T15:16:13Z')", 1683040573],
    ["dateTimeFromEpoch(1683040573)", "2023-05-02T15:16:13Z"],
  ],
  "functions of ranges of addresses": [
    [
      "parseCidr('10.144.0.0/20')",
      {
        network: "10.144.0.0",
        netmask: "255.255.240.0",
        broadcast: "10.144.15.255",
        firstUsable: "10.144.0.1",
        lastUsable: "10.144.15.254",
        cidr: 20,
      },
    ],
    [
      "parseCidr('fdad:3236:5555::/48')",
      {
        network: "fdad:3236:5555::",
        netmask: "ffff:ffff:ffff::",
        firstUsable: "fdad:3236:5555::",
        lastUsable: "fdad:3236:5555:ffff:ffff:ffff:ffff:ffff",
        cidr: 48,
      },
    ],
    ["cidrSubnet('10.144.0.0/20', 24, 4)", "10.144.4.0/24"],
    ["cidrSubnet('fdad:3236:5555::/48', 52, 4)", "fdad:3236:5555:4000::/52"],
    ["cidrHost('10.144.3.0/24', 0)", "10.144.3.1"],
    ["cidrHost('fdad:3236:5555:3000::/52', 0)", "fdad:3236:5555:3000::1"],
  ],
  // the first rows are Azure/bicep's, the others the documentation's
  "functions with lambdas": [
    [
      "map(createArray('abc', 'def'), lambda('foo', format('Hi {0}!', lambdaVariables('foo'))))",
      ["Hi abc!", "Hi def!"],
    ],
    ["map(createArray('a', 'b'), lambda('x', 'i', lambdaVariables('i')))", [0, 1]],
    ["filter(range(0, 4), lambda('i', equals(0, mod(lambdaVariables('i'), 2))))", [0, 2]],
    [
      "sort(createArray(8, 3, 10, -13, 5), lambda('x', 'y', less(lambdaVariables('x'), lambdaVariables('y'))))",
      [-13, 3, 5, 8, 10],
    ],
    [
      "reduce(range(1, 5), 1, lambda('cur', 'next', mul(lambdaVariables('cur'), lambdaVariables('next'))))",
      120,
    ],
    ["reduce(createArray(), 0, lambda('cur', 'next', lambdaVariables('cur')))", 0],
    [
      "toObject(createArray(123, 456), lambda('i', format('{0}', div(lambdaVariables('i'), 100))))",
      { "1": 123, "4": 456 },
    ],
    ["mapValues(createObject('a', 123), lambda('val', mul(lambdaVariables('val'), 2)))", { a: 246 }],
    [
      "groupBy(createArray(createObject('t', 'a', 'v', 1), createObject('t', 'a', 'v', 2)), lambda('x', lambdaVariables('x').t), lambda('x', lambdaVariables('x').v))",
      { a: [1, 2] },
    ],
  ],
  ids: [
    [
      "resourceId('Microsoft.Storage/storageAccounts', 'lake')",
      {
        open: "'/subscriptions/${subscription().subscriptionId}/resourceGroups/${resourceGroup().name}/providers/Microsoft.Storage/storageAccounts/lake'",
      },
    ],
    [
      "resourceId('rg', 'Microsoft.Network/virtualNetworks/subnets', 'net', 'a')",
      {
        open: "'/subscriptions/${subscription().subscriptionId}/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/net/subnets/a'",
      },
    ],
    [
      "resourceId('11111111-1111-1111-1111-111111111111', 'rg', 'Microsoft.SQL/servers/databases', 's', 'd')",
      "/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/rg/providers/Microsoft.SQL/servers/s/databases/d",
    ],
    [
      "subscriptionResourceId('11111111-1111-1111-1111-111111111111', 'Microsoft.Authorization/roleDefinitions', 'r')",
      "/subscriptions/11111111-1111-1111-1111-111111111111/providers/Microsoft.Authorization/roleDefinitions/r",
    ],
    [
      "tenantResourceId('Microsoft.Authorization/policyDefinitions', 'p')",
      "/providers/Microsoft.Authorization/policyDefinitions/p",
    ],
    [
      "extensionResourceId('/providers/My.Rp/parent/p', 'My.Ext/a/b', '1', '2')",
      "/providers/My.Rp/parent/p/providers/My.Ext/a/1/b/2",
    ],
    [
      "managementGroupResourceId('mg', 'Microsoft.Authorization/policyDefinitions', 'p')",
      "/providers/Microsoft.Management/managementGroups/mg/providers/Microsoft.Authorization/policyDefinitions/p",
    ],
    ["last(split(resourceId('Microsoft.Storage/storageAccounts', 'lake'), '/'))", "lake"],
  ],
};
