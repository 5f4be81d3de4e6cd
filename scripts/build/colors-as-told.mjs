/**
 * chalk without its look at the terminal: genoscan tells it whether to colour, and the look loads two modules of Node.
 * @returns {import("esbuild").Plugin}
 */
export function colorsAsTold() {
  return {
    name: "colors-as-told",
    setup(bundler) {
      bundler.onResolve({ filter: /^#supports-color$/ }, ({ path }) => ({
        path,
        namespace: "colors-as-told",
      }));
      bundler.onLoad({ filter: /.*/, namespace: "colors-as-told" }, () => ({
        contents: "export default { stdout: false, stderr: false };",
        loader: "js",
      }));
    },
  };
}
