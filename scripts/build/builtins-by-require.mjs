import { builtinModules } from "node:module";
import { promises } from "node:fs";

/**
 * Modules of Node as the objects that they are. An ES import of one reads every export, getters included, so that importing
 * node:fs loads the streams and node:crypto the web's cryptography: a tenth of a start. The promises of node:fs are loaded
 * when one is first asked for, which the scan of a plan never does.
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
        contents: path === "fs/promises" ? promisesWhenCalled() : `module.exports = ${builtin(path)};`,
        loader: "js",
      }));
    },
  };
}

function promisesWhenCalled() {
  const functions = Object.entries(promises).filter(([, member]) => typeof member === "function");
  return functions
    .map(([name]) => `export const ${name} = (...args) => ${builtin("fs/promises")}.${name}(...args);`)
    .join("\n");
}

/** @param {string} name */
function builtin(name) {
  return `process.getBuiltinModule(${JSON.stringify(name)})`;
}
