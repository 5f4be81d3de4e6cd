import { rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { build } from "esbuild";

/**
 * Puts what every start reads into one file. esbuild makes a chunk of each set of modules that the same entries share, and
 * finding, reading and linking thirty of them is a tenth of a start. Their file takes the name of the chunk that the entry
 * imports; the other chunks import from it what they imported from them.
 * @param {object} bundle
 * @param {import("esbuild").Metafile} bundle.metafile of the build with chunks
 * @param {string} bundle.start the module in src that the entry imports dynamically
 * @param {import("esbuild").BuildOptions} bundle.options how code is written
 */
export async function mergeChunks({ metafile: { outputs }, start, options }) {
  const [main] = Object.entries(outputs).find(([, { entryPoint }]) => entryPoint === start) ?? [];
  if (main === undefined) throw new Error(`no chunk begins with ${start}`);
  const folder = dirname(main);
  const merged = staticImports(outputs, main);
  const others = Object.keys(outputs).filter((file) => dirname(file) === folder && !merged.has(file));
  /** What a merged chunk exports, and under which name their file does. */
  const exportsOf = (/** @type {string} */ file) =>
    (outputs[file]?.exports ?? []).map((name) => ({
      name,
      whole: file === main ? name : unique(file, name),
    }));

  const shared = { ...options, bundle: true, splitting: false, write: false };
  const one = build({
    ...shared,
    stdin: {
      contents: [...merged]
        .map((file) => exportFrom(file, exportsOf(file), ({ name, whole }) => `${name} as ${whole}`))
        .join("\n"),
      resolveDir: folder,
    },
    outfile: main,
    plugins: [chunks((path) => (merged.has(join(folder, path)) ? undefined : { path, external: true }))],
  });
  const rest = build({
    ...shared,
    entryPoints: others,
    outdir: folder,
    plugins: [
      chunks(
        (path) => (merged.has(join(folder, path)) ? { path, namespace: "merged" } : { path, external: true }),
        (path) => {
          const file = join(folder, path);
          return exportFrom(main, exportsOf(file), ({ name, whole }) => `${whole} as ${name}`);
        },
      ),
    ],
  });
  const written = (await Promise.all([one, rest])).flatMap(({ outputFiles }) => outputFiles ?? []);
  for (const file of merged) rmSync(file);
  for (const { path, contents } of written) writeFileSync(path, contents);
}

/**
 * @param {string} file
 * @param {readonly { name: string, whole: string }[]} exported
 * @param {(exported: { name: string, whole: string }) => string} write
 */
function exportFrom(file, exported, write) {
  return `export { ${exported.map(write).join(", ")} } from "./${basename(file)}";`;
}

/**
 * @param {string} file
 * @param {string} name
 */
function unique(file, name) {
  return `${basename(file).replaceAll(/\W/g, "_")}_${name}`;
}

/**
 * @param {(path: string) => import("esbuild").OnResolveResult | undefined} resolve of what a chunk imports
 * @param {(path: string) => string} [write] gives the code of a chunk whose modules are elsewhere
 * @returns {import("esbuild").Plugin}
 */
function chunks(resolve, write = () => "") {
  return {
    name: "chunks",
    setup(bundler) {
      bundler.onResolve({ filter: /.*/ }, ({ path, kind, namespace }) => {
        if (kind === "entry-point") return undefined;
        // what is imported dynamically stays a file of its own, and so does the file that all is merged into
        if (kind === "dynamic-import" || namespace === "merged") return { path, external: true };
        return resolve(path);
      });
      bundler.onLoad({ filter: /.*/, namespace: "merged" }, ({ path }) => ({ contents: write(path) }));
    },
  };
}

/**
 * A chunk and all that it imports statically.
 * @param {import("esbuild").Metafile["outputs"]} outputs
 * @param {string} file
 * @param {Set<string>} found
 */
function staticImports(outputs, file, found = new Set()) {
  if (found.has(file)) return found;
  found.add(file);
  for (const { path, kind } of outputs[file]?.imports ?? []) {
    if (kind === "import-statement" && outputs[path] !== undefined) staticImports(outputs, path, found);
  }
  return found;
}
