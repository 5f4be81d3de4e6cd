import { createRequire } from "node:module";
import { resolve, sep } from "node:path";

/**
 * @typedef {import("typescript").Expression} Expression
 * @typedef {import("typescript").VariableDeclaration} Declaration
 */

// as CommonJS: to look for the names that an ES import of it may have takes longer than to load it
const ts = /** @type {typeof import("typescript")} */ (createRequire(import.meta.url)("typescript"));
const { factory } = ts;

/**
 * Goes through lists by number: what the types say is an array is looped over and taken apart without an iterator, which
 * makes two objects for each step where V8 does not optimise them away: a seventh of all memory that a scan asked for.
 * It means the same, also for a list that grows meanwhile. Left as they are: the rooms that read what others wrote, where a
 * list may be none whatever the types say, and a loop over it has to fail.
 * @param {string} folder of the sources
 * @param {readonly string[]} rooms folders in it whose lists are made by our own code
 * @returns {import("esbuild").Plugin}
 */
export function listsByNumber(folder, rooms) {
  const within = rooms.map((room) => resolve(folder, room) + sep);
  return {
    name: "lists-by-number",
    setup(bundler) {
      /** @type {import("typescript").Program | undefined} */
      let program;
      bundler.onLoad({ filter: /\.ts$/ }, ({ path }) => {
        if (!within.some((room) => path.startsWith(room))) return undefined;
        program ??= readProgram(folder);
        const source = program.getSourceFile(path);
        if (source === undefined) return undefined;
        return { contents: byNumber(source, program.getTypeChecker()), loader: "ts" };
      });
    },
  };
}

/** @param {string} folder */
function readProgram(folder) {
  const { config } = ts.readConfigFile("tsconfig.json", (file) => ts.sys.readFile(file));
  const { fileNames, options } = ts.parseJsonConfigFileContent({ ...config, include: [folder] }, ts.sys, ".");
  return ts.createProgram(fileNames, options);
}

/**
 * The code of a module, by number where it goes through lists.
 * @param {import("typescript").SourceFile} source
 * @param {import("typescript").TypeChecker} checker
 */
export function byNumber(source, checker) {
  const { transformed } = ts.transform(source, [
    (context) => {
      /** @param {import("typescript").Node} node @returns {import("typescript").Node} */
      const visit = (node) => {
        const visited = ts.visitEachChild(node, visit, context);
        if (ts.isForOfStatement(visited)) return loopByNumber(visited, checker);
        return ts.isVariableDeclarationList(visited)
          ? factory.updateVariableDeclarationList(visited, takeApart(visited.declarations, checker))
          : visited;
      };
      return (file) => ts.visitEachChild(file, visit, context);
    },
  ]);
  return ts.createPrinter().printFile(/** @type {import("typescript").SourceFile} */ (transformed[0]));
}

/**
 * @param {import("typescript").ForOfStatement} loop
 * @param {import("typescript").TypeChecker} checker
 */
function loopByNumber(loop, checker) {
  const { initializer, expression, statement } = loop;
  if (loop.awaitModifier !== undefined || !ts.isVariableDeclarationList(initializer)) return loop;
  const [item] = initializer.declarations;
  if (item === undefined || !isList(expression, checker)) return loop;
  const at = factory.createUniqueName("at");
  const list = factory.createUniqueName("list");
  const declared = takeApart([declare(item.name, factory.createElementAccessExpression(list, at))], checker);
  return factory.createForStatement(
    factory.createVariableDeclarationList(
      [declare(at, factory.createNumericLiteral(0)), declare(list, expression)],
      ts.NodeFlags.Let,
    ),
    factory.createLessThan(at, factory.createPropertyAccessExpression(list, "length")),
    factory.createPrefixIncrement(at),
    factory.createBlock([
      factory.createVariableStatement(
        undefined,
        factory.createVariableDeclarationList(declared, initializer.flags & ts.NodeFlags.BlockScoped),
      ),
      ...(ts.isBlock(statement) ? statement.statements : [statement]),
    ]),
  );
}

/**
 * Each list that a pattern takes apart gets a name, and the pattern's parts become declarations.
 * @param {readonly Declaration[]} declarations
 * @param {import("typescript").TypeChecker} checker
 * @returns {readonly Declaration[]}
 */
function takeApart(declarations, checker) {
  return declarations.flatMap((declaration) => {
    const { name, initializer } = declaration;
    if (initializer === undefined || !ts.isArrayBindingPattern(name) || !isList(name, checker)) {
      return [declaration];
    }
    const list = factory.createUniqueName("list");
    const parts = name.elements.flatMap((element, index) =>
      ts.isOmittedExpression(element) ? [] : takeApart([partOf(list, element, index)], checker),
    );
    return [declare(list, initializer), ...parts];
  });
}

/**
 * @param {import("typescript").Identifier} list
 * @param {import("typescript").BindingElement} element
 * @param {number} index
 */
function partOf(list, { name, initializer, dotDotDotToken }, index) {
  const number = factory.createNumericLiteral(index);
  if (dotDotDotToken !== undefined) {
    const slice = factory.createPropertyAccessExpression(list, "slice");
    return declare(name, factory.createCallExpression(slice, undefined, [number]));
  }
  const item = factory.createElementAccessExpression(list, number);
  if (initializer === undefined) return declare(name, item);
  const isThere = factory.createStrictInequality(item, factory.createVoidZero());
  return declare(name, factory.createConditionalExpression(isThere, undefined, item, undefined, initializer));
}

/** @param {import("typescript").BindingName} name @param {Expression} value */
function declare(name, value) {
  return factory.createVariableDeclaration(name, undefined, undefined, value);
}

/**
 * @param {import("typescript").Node} node
 * @param {import("typescript").TypeChecker} checker
 */
function isList(node, checker) {
  const type = checker.getTypeAtLocation(ts.getOriginalNode(node));
  const parts = type.isUnion() ? type.types : [type];
  return parts.every((part) => checker.isArrayType(part) || checker.isTupleType(part));
}
