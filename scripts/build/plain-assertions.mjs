/**
 * yargs with the two assertions that it makes written out: for them alone Node would load the comparison of objects and of texts
 * that node:assert brings.
 * @returns {import("esbuild").Plugin}
 */
export function plainAssertions() {
  return {
    name: "plain-assertions",
    setup(bundler) {
      bundler.onResolve({ filter: /^assert$/ }, ({ path, importer }) =>
        /[\\/]node_modules[\\/]yargs[\\/]/.test(importer)
          ? { path, namespace: "plain-assertions" }
          : undefined,
      );
      bundler.onLoad({ filter: /.*/, namespace: "plain-assertions" }, () => ({
        contents: `
          function check(holds, message) {
            if (!holds) throw message instanceof Error ? message : new Error(message);
          }
          export const strictEqual = (actual, expected, message) => check(Object.is(actual, expected), message);
          export const notStrictEqual = (actual, other, message) => check(!Object.is(actual, other), message);`,
        loader: "js",
      }));
    },
  };
}
