import fc from "fast-check";

/**
 * Texts of native syntax, most of them valid: what is left out on purpose is exponents of many digits, with which the
 * judge computes for minutes.
 */
export function arbitraryProgram(): fc.Arbitrary<string> {
  return programs.body;
}

/** A program with a few characters taken out, put in or doubled: most of them invalid, and only just. */
export function arbitraryDamagedProgram(): fc.Arbitrary<string> {
  const damage = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    removed: fc.nat(3),
    added: scrap,
  });
  return fc
    .tuple(programs.body, fc.array(damage, { minLength: 1, maxLength: 3 }))
    .map(([program, damages]) => {
      let text = program;
      for (const { at, removed, added } of damages) {
        const start = Math.floor(at * text.length);
        text = text.slice(0, start) + added + text.slice(start + removed);
      }
      // half of a surrogate pair cannot be written in UTF-8, and digits may have met an exponent
      return text.replaceAll(/\p{Surrogate}/gu, "").replaceAll(/([eE][+-]?\d{2})\d+/g, "$1");
    });
}

const name = fc.constantFrom(
  "a",
  "b1",
  "c-d",
  "_e",
  "for",
  "in",
  "if",
  "null",
  "true",
  "é",
  "名前",
  "__proto__",
);
const blank = fc.constantFrom("", " ", "\t", "  ", " /* c */ ");
const line = fc.constantFrom("\n", "\r\n", " # c\n", "\n\n", " // c }\n", "\n  ");
/** White space where line ends mean nothing. */
const gap = fc.oneof({ weight: 4, arbitrary: blank }, { weight: 1, arbitrary: line });
const number = fc.constantFrom("0", "1", "12.50", "1e3", "2.5E-3", "007", "9007199254740993", "1.e2");
const quotedText = fc
  .array(
    fc.constantFrom(
      "x",
      " ",
      "$",
      "%",
      "$${",
      "%%{",
      "\\n",
      '\\"',
      "\\\\",
      "\\u00e9",
      "é",
      "e\u0301",
      "😀",
      "}",
      "~",
      "#",
      "/*",
      "<<E",
      "\0",
      "\u00a0",
    ),
    { maxLength: 4 },
  )
  .map((parts) => parts.join(""));
const lineText = fc
  .array(
    fc.constantFrom(
      "x",
      " ",
      "  ",
      "\t",
      "$",
      "%",
      "$${",
      "%%{",
      "\\n",
      '"',
      "é",
      "}",
      "~",
      "#",
      "E",
      "\u00a0",
    ),
    { maxLength: 5 },
  )
  .map((parts) => parts.join(""));
const strip = fc.constantFrom("", "", "~");
const scrap = fc.constantFrom(
  ..."\n \" { } [ ] ( ) ${ %{ ~ ~} E # // /* */ = => : :: . ... , ? * [*] .* .0 1 e 1. for in if else endif \\ $ % - ! && | ' ` ; é".split(
    " ",
  ),
  " ",
  "\n",
  "\r\n",
  "\r",
  "\t",
  "<<E\n",
  "\nE\n",
  "%{ if x }",
  "%{ endif }",
  "\uFEFF",
  "\0",
);

interface Programs {
  readonly [key: string]: string;
  expression: string;
  term: string;
  steps: string;
  template: string;
  heredoc: string;
  sequence: string;
  object: string;
  loop: string;
  body: string;
  block: string;
}

const programs = fc.letrec<Programs>((tie) => ({
  expression: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    tie("term"),
    fc.tuple(tie("term"), tie("steps")).map(join),
    fc.tuple(fc.constantFrom("-", "!", "- "), tie("expression")).map(join),
    fc
      .tuple(
        tie("expression"),
        blank,
        fc.constantFrom(..."|| && == != < <= > >= + - * / %".split(" ")),
        blank,
        tie("expression"),
      )
      .map(join),
    fc
      .tuple(
        tie("expression"),
        blank,
        fc.constant("?"),
        blank,
        tie("expression"),
        fc.constant(" :"),
        blank,
        tie("expression"),
      )
      .map(join),
  ),
  term: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    name,
    number,
    tie("template"),
    fc.tuple(fc.constant("("), gap, tie("expression"), gap, fc.constant(")")).map(join),
    fc.tuple(fc.constant("["), gap, commaSeparated(tie("expression")), gap, fc.constant("]")).map(join),
    fc
      .tuple(
        fc.constantFrom("f", "a::f", "a :: b::f"),
        fc.constant("("),
        gap,
        commaSeparated(tie("expression")),
        fc.constantFrom("", "", "..."),
        gap,
        fc.constant(")"),
      )
      .map(join),
    tie("object"),
    tie("loop"),
    tie("heredoc"),
  ),
  steps: fc
    .array(
      fc.oneof(
        fc.tuple(fc.constantFrom(".", " . "), name).map(join),
        fc.constantFrom(".0", ".12", ".*", "[*]", "[0]", '["x"]'),
        fc.tuple(fc.constant("["), gap, tie("expression"), gap, fc.constant("]")).map(join),
      ),
      { minLength: 1, maxLength: 4 },
    )
    .map((steps) => steps.join("")),
  template: fc
    .array(fc.oneof(quotedText, tie("sequence")), { maxLength: 4 })
    .map((parts) => `"${parts.join("")}"`),
  heredoc: fc
    .tuple(
      fc.constantFrom("<<E", "<<-E"),
      fc.constantFrom("\n", "\r\n"),
      fc.array(fc.array(fc.oneof(lineText, tie("sequence")), { maxLength: 3 }), { maxLength: 4 }),
      fc.constantFrom("", "  "),
    )
    .map(([opener, lineEnd, lines, indent]) => {
      const content = lines.map((parts) => parts.join("") + lineEnd).join("");
      return `${opener}${lineEnd}${content}${indent}E${lineEnd}`;
    }),
  sequence: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.tuple(fc.constant("${"), strip, gap, tie("expression"), blank, strip, fc.constant("}")).map(join),
    fc
      .tuple(strip, tie("expression"), strip, quotedText, fc.option(quotedText, { nil: undefined }))
      .map(([before, condition, after, whenTrue, whenFalse]) => {
        const otherwise = whenFalse === undefined ? "" : `%{${after} else ${before}}${whenFalse}`;
        return `%{${before} if ${condition} ${after}}${whenTrue}${otherwise}%{${after}endif}`;
      }),
    fc
      .tuple(strip, name, tie("expression"), strip, quotedText)
      .map(([before, item, collection, after, text]) => {
        return `%{ for ${item} in ${collection} ${after}}${text}%{${before} endfor ${after}}`;
      }),
  ),
  object: fc
    .array(
      fc
        .tuple(
          fc.oneof(name, number, fc.constantFrom('"x"', "(a)", "a.b", '"${a}"'), tie("expression")),
          blank,
          fc.constantFrom("=", ":"),
          blank,
          tie("expression"),
          fc.oneof(line, fc.constantFrom(",", ", ", ",\n")),
        )
        .map(join),
      { maxLength: 3 },
    )
    .map((items) => `{ ${items.join("")}}`),
  loop: fc
    .tuple(
      name,
      fc.option(name, { nil: undefined }),
      gap,
      tie("expression"),
      tie("expression"),
      fc.option(tie("expression"), { nil: undefined }),
      fc.nat(3),
    )
    .map(([first, second, space, collection, value, condition, form]) => {
      const names = second === undefined ? first : `${first}, ${second}`;
      const result = form < 2 ? value : `${value} => ${value}${form === 2 ? "" : "..."}`;
      const filter = condition === undefined ? "" : ` if ${condition}`;
      const [opener, closer] = form < 2 ? "[]" : "{}";
      return `${opener}${space}for ${names} in ${collection} :${space} ${result}${filter}${space}${closer}`;
    }),
  body: fc
    .array(fc.oneof(fc.tuple(tie("expression"), line).map(join), tie("block"), line), { maxLength: 4 })
    // every attribute has a name of its own
    .map((items) => items.map((item, index) => (isAttribute(item) ? `a${index} = ${item}` : item)).join("")),
  block: fc
    .tuple(
      fc.constantFrom("block"),
      fc.array(fc.constantFrom(' "l"', " m", ' "\\"$${n"'), { minLength: 1, maxLength: 1 }),
      fc.oneof(
        fc.constantFrom(" {}", " {\n}", " { # c\n}"),
        tie("expression").map((value) => ` { a = ${value} }`),
        tie("body").map((body) => ` {\n${body}\n}`),
      ),
      line,
    )
    .map(([type, labels, content, end]) => type + labels.join("") + content + end),
}));

function isAttribute(item: string): boolean {
  return !item.startsWith("block") && item.trim() !== "" && !/^\s*(#|\/\/)/.test(item);
}

function commaSeparated(item: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.array(item, { maxLength: 3 }).map((items) => items.join(", "));
}

function join(parts: readonly string[]): string {
  return parts.join("");
}
