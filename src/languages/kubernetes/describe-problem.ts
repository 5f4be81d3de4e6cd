/** What the parsers say that holds nothing of the text itself: a manifest may hold a secret anywhere. */
const WITHOUT_TEXT: readonly (readonly [said: RegExp, told: string])[] = [
  [
    /all collection items must start at the same column/iu,
    "the items of a list or object do not start at the same column",
  ],
  [/nested mappings are not allowed/iu, "an object begins inside of a value of one line; quote the value"],
  [
    /implicit keys need to be on a single line/iu,
    "a key goes over more than one line; a colon is missing before it, or a quote",
  ],
  [/implicit map keys need to be followed by map values/iu, "a key has no colon behind it"],
  [/tab/iu, "YAML is indented with spaces, and here is a tab; replace tabs by spaces"],
  [/missing closing/iu, "a quote is not closed"],
  [/flow (?:map|sequence)|expected .*(?:\]|\})/iu, "a bracket or brace is not closed, or a comma is missing"],
  [/nested more than/iu, "this is nested more than 200 levels deep, which genoscan does not read"],
  [/stands inside of what it names/iu, "an alias stands inside of what it names"],
  [/no anchor/iu, "an alias has no anchor before it"],
  [/several YAML documents/iu, "the file holds more documents than genoscan reads; split it"],
  [/stands twice/iu, "a key stands twice in one object"],
  [
    /a key of a template is a text/iu,
    "a key is no text; where {{ }} stands for a value, let the tool that fills it in do so first",
  ],
  [/escape/iu, "a text in quotes has an escape that YAML does not know"],
];

/** What is wrong with a document in words that show nothing of it. */
export function describeProblem(message: string): string {
  return (
    WITHOUT_TEXT.find(([said]) => said.test(message))?.[1] ??
    "this cannot be read as YAML or JSON; correct it there"
  );
}
