import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ts from "typescript";
import { expect, it } from "vitest";
import { byNumber } from "../../scripts/build/lists-by-number.mjs";

interface Example {
  readonly fact: string;
  /** The body of a function of `said: unknown[]`. */
  readonly code: string;
  readonly iterates: boolean;
}

const EXAMPLES: readonly Example[] = [
  {
    fact: "a list that grows while it is gone through is gone through to its new end",
    code: "const list = [1, 2]; for (const n of list) { said.push(n); if (n < 5) list.push(n + 2); }",
    iterates: false,
  },
  {
    fact: "continue, break and a body without braces do what they did",
    code: "for (const n of [1, 2, 3, 4]) { if (n === 2) continue; if (n === 4) break; said.push(n); } for (const n of [5, 6]) said.push(n);",
    iterates: false,
  },
  {
    fact: "a function that is made in a loop keeps its own item",
    code: "const all: (() => number)[] = []; for (const n of [1, 2]) all.push(() => n); said.push(...all.map((one) => one()));",
    iterates: false,
  },
  {
    fact: "loops lie in loops and in functions inside of their lists",
    code: "for (const n of [1, 2].map((m) => { for (const k of [m]) said.push(k); return [m, m]; })) for (const k of n) said.push(k);",
    iterates: false,
  },
  {
    fact: "what is taken out of a list is its items, the rest, and what stands for one that is not there",
    code: 'const [a, , [b, c = "c"], ...more] = [1, 2, ["b"] as readonly string[], 4, 5] as const; said.push(a, b, c, more);',
    iterates: false,
  },
  {
    fact: "pairs are taken apart in the head of a loop",
    code: "for (const [key, value] of Object.entries({ a: 1, b: 2 })) said.push(key, value);",
    iterates: false,
  },
  {
    fact: "a value that stands for one that is not there is computed only then",
    code: "const fail = (): number => { throw new Error(); }; const [a = fail(), b = 7] = [1] as readonly number[]; said.push(a, b);",
    iterates: false,
  },
  {
    fact: "a set, a map, a text and what may be a set are no lists",
    code: 'for (const n of new Set([1])) said.push(n); for (const [k, v] of new Map([[1, 2]])) said.push(k, v); for (const c of "\\u{1F9EC}b") said.push(c); const some = [3] as number[] | Set<number>; for (const n of some) said.push(n); const [first] = new Set([4]); said.push(first);',
    iterates: true,
  },
];

it.each(EXAMPLES)("$fact", async ({ code, iterates }) => {
  const folder = mkdtempSync(join(tmpdir(), "lists-by-number-"));
  const file = join(folder, "module.ts");
  writeFileSync(file, `export function run(said: unknown[]): void { ${code} }`);
  const program = ts.createProgram([file], { target: ts.ScriptTarget.ES2023, strict: true, types: [] });
  const source = program.getSourceFile(file);
  if (source === undefined) throw new Error("the module is not read");
  const written = byNumber(source, program.getTypeChecker());
  expect(/ of |\] = new/.test(written)).toBe(iterates);
  expect(await said(join(folder, "after.mjs"), written)).toEqual(
    await said(join(folder, "before.mjs"), source.text),
  );
});

/** What a module says when it runs. */
async function said(file: string, code: string): Promise<readonly unknown[]> {
  const compilerOptions = { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ESNext };
  writeFileSync(file, ts.transpileModule(code, { compilerOptions }).outputText);
  const list: unknown[] = [];
  const module = (await import(file)) as { readonly run: (said: unknown[]) => void };
  module.run(list);
  return list;
}
