/**
 * Packages that a scan never calls, evaluated when they are first called. cliui and string-width lay out the help of
 * yargs; loading them compiles the regular expression of all emoji and opens Intl.Segmenter, a fifth of a start.
 * @returns {import("esbuild").Plugin}
 */
export function whenCalled() {
  return {
    name: "when-called",
    setup(bundler) {
      bundler.onResolve({ filter: /^(?:cliui|string-width)$/ }, ({ path, importer, resolveDir }) =>
        /[\\/]node_modules[\\/]yargs[\\/]/.test(importer)
          ? { path, namespace: "when-called", pluginData: { resolveDir } }
          : undefined,
      );
      bundler.onLoad({ filter: /.*/, namespace: "when-called" }, ({ path, pluginData: { resolveDir } }) => ({
        // esbuild makes of a module that is required a function that runs once
        contents: `export default (...args) => require(${JSON.stringify(path)}).default(...args);`,
        loader: "js",
        resolveDir,
      }));
    },
  };
}
