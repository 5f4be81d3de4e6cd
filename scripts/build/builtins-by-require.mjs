import { builtinModules, createRequire } from "node:module";

/** Those that a scan may do without: loaded when one of their functions is first called. */
const WHEN_CALLED = new Set(["child_process", "crypto", "fs/promises", "stream/consumers"]);

const require = createRequire(import.meta.url);

/**
 * Modules of Node without what nobody uses of them. An ES import of one reads every export, getters included, so that
 * importing node:fs loads the streams and node:util the web's decoders: a tenth of a start.
 * @returns {import("esbuild").Plugin}
 */
export function builtinsByRequire() {
  const names = new Set(builtinModules);
  return {
    name: "builtins-by-require",
    setup(bundler) {
      bundler.onResolve({ filter: /^(?:node:)?[a-z_/0-9]+$/ }, ({ path, kind }) => {
        const name = path.replace(/^node:/, "");
        return names.has(name) && kind === "import-statement"
          ? { path: name, namespace: "builtin" }
          : undefined;
      });
      bundler.onLoad({ filter: /.*/, namespace: "builtin" }, ({ path }) => ({
        contents: exportsOf(path).join("\n"),
        loader: "js",
      }));
    },
  };
}

/**
 * What the bundler leaves out where nobody imports it: the calls are pure.
 * @param {string} name of the module
 */
function exportsOf(name) {
  const members = Object.getOwnPropertyDescriptors(require(`node:${name}`));
  const exported = Object.entries(members).map(([member, { value }]) =>
    WHEN_CALLED.has(name) && typeof value === "function" && !/^[A-Z]/.test(member)
      ? `export const ${member} = (...args) => $module().${member}(...args);`
      : `export const ${member} = /* @__PURE__ */ $read(${JSON.stringify(member)});`,
  );
  return [
    `const $module = () => process.getBuiltinModule(${JSON.stringify(name)});`,
    "const $read = (member) => $module()[member];",
    "export default /* @__PURE__ */ $module();",
    ...exported.filter((line) => !line.startsWith("export const default ")),
  ];
}
