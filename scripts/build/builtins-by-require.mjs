import { builtinModules } from "node:module";

/**
 * Modules of Node as the objects that they are. An ES import of one reads every export, getters included, so that importing
 * node:fs loads the streams and node:crypto the web's cryptography: a tenth of a start.
 * @returns {import("esbuild").Plugin}
 */
export function builtinsByRequire() {
  const names = new Set(builtinModules);
  return {
    name: "builtins-by-require",
    setup(bundler) {
      bundler.onResolve({ filter: /^(?:node:)?[a-z_/]+$/ }, ({ path, kind }) => {
        const name = path.replace(/^node:/, "");
        return names.has(name) && kind === "import-statement"
          ? { path: name, namespace: "builtin" }
          : undefined;
      });
      bundler.onLoad({ filter: /.*/, namespace: "builtin" }, ({ path }) => ({
        contents: `module.exports = process.getBuiltinModule(${JSON.stringify(path)});`,
        loader: "js",
      }));
    },
  };
}
