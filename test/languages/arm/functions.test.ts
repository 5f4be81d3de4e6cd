import { describe, expect, it } from "vitest";
import { evaluate } from "./evaluate.ts";
import { FUNCTION_CASES } from "./function-cases.ts";

describe.each(Object.entries(FUNCTION_CASES))("%s", (_, rows) => {
  it.each(rows)("%s", (expression, value) => {
    expect(evaluate(expression)).toEqual({ value, problems: [] });
  });
});

describe("what a function does not take is told where it stands", () => {
  it.each([
    ["div(1, 0)", "div divides by zero"],
    ["substring('1234567890', 0, 11)", "substring leaves the text, which has 10 characters"],
    ["add(1)", "add takes 2 arguments, and gets 1"],
    ["addd(1, 2)", 'there is no function addd; did you mean "add"?'],
    ["createObject('subnets', 1).subnet", "the object has no property 'subnet'; did you mean \"subnets\"?"],
    ["createArray('a')[1]", "the array has 1 items, and no item 1"],
    ["parameters('openstrin')", 'there is no parameter openstrin; did you mean "openString"?'],
    ["range(0, 10001)", "range makes between 0 and 10000 numbers"],
    ["concat('a', createArray())", "concat does not put an array into a text"],
    ["json('{')", "the text is not JSON: expected a key in double quotes, found the end of the text"],
  ])("%s", (expression, message) => {
    const { problems } = evaluate(expression);
    expect(problems.map((problem) => problem.message)).toEqual([message]);
  });
});
