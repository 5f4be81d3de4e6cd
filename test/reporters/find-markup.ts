import prettier from "prettier";

interface MarkdownNode {
  readonly type: string;
  readonly value?: string;
  readonly url?: string;
  readonly children?: readonly MarkdownNode[];
}

/** What the page itself has. */
const OWN_HTML =
  /^(?:<details><summary>(?:What to paste|(?:<b>[A-Z]+<\/b>: )?[^<]*)<\/summary>|<\/details>|<\/?sub>)$/;

/**
 * Everything in a page of Markdown that does something, besides the frame of the page: HTML, links, images, mentions,
 * references to issues, mathematics. The parser is that of prettier (CommonMark with GitHub's tables).
 */
export async function findMarkup(markdown: string): Promise<readonly string[]> {
  const parser = prettier as unknown as {
    readonly __debug: { parse(text: string, options: object): Promise<{ readonly ast: MarkdownNode }> };
  };
  const { ast } = await parser.__debug.parse(markdown, { parser: "markdown" });
  return [...walk(ast)];
}

function* walk(node: MarkdownNode): Generator<string> {
  const { type, value = "", children = [] } = node;
  if (type === "html" || type === "jsx") {
    for (const line of value.split("\n")) if (!OWN_HTML.test(line)) yield `html ${line}`;
  }
  if (
    ["link", "image", "linkReference", "imageReference", "definition", "footnoteReference"].includes(type)
  ) {
    yield `${type} ${node.url ?? value}`;
  }
  if (["inlineMath", "math", "liquidNode", "wikiLink"].includes(type)) yield `${type} ${value}`;
  if (type === "text" || type === "sentence" || type === "word") {
    if (/@\w|(?:^|\W)#\d|\bGH-\d|:\/\/|\bwww\./i.test(value)) yield `${type} ${value}`;
  }
  for (const child of children) yield* walk(child);
}
