import { readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build, transform } from "esbuild";
import { builtinsByRequire } from "./builtins-by-require.mjs";

/**
 * Makes the chunks of a bundle CommonJS, which load-chunk.mjs runs with what V8 compiled of them before, and puts that into
 * the file that starts.
 * @param {string} folder of the bundle
 * @param {string} start the file in it that starts, the only ES module that is left
 * @param {import("esbuild").CommonOptions} written how code is written
 */
export async function chunksAsScripts(folder, start, written) {
  const chunks = join(folder, "chunks");
  for (const name of readdirSync(chunks)) {
    const { code } = await transform(withPlainExports(readFileSync(join(chunks, name), "utf8")), {
      ...written,
      format: "cjs",
      supported: { "dynamic-import": false },
      define: { "import.meta.url": "importMetaUrl", "import.meta.dirname": "importMetaDirname" },
    });
    rmSync(join(chunks, name));
    writeFileSync(
      join(chunks, asScript(name)),
      code.replaceAll(/require\("(\.\/[\w.-]+\.js)"\)/g, (call, path) => call.replace(path, asScript(path))),
    );
  }
  const main = readFileSync(join(folder, start), "utf8");
  // the entry of the command imports one chunk
  const contents = main.replace(
    /import\("\.\/chunks\/([^"]+)"\)/,
    (_, name) => `loadChunk("./${asScript(name)}")`,
  );
  if (contents === main) throw new Error(`${start} imports no chunk`);
  await build({
    ...written,
    format: "esm",
    bundle: true,
    stdin: {
      contents: `import { loadChunk } from "./load-chunk.mjs";\n${contents}`,
      resolveDir: import.meta.dirname,
    },
    outfile: join(folder, start),
    plugins: [builtinsByRequire()],
  });
}

/**
 * With exports that are read as any property: those that esbuild writes are getters, and calls from file to file are many.
 * None is assigned anew once its file has run.
 * @param {string} code an ES module with its exports at the end, as esbuild writes a chunk
 */
function withPlainExports(code) {
  return code.replace(/export\{([^}]*)\};?\s*$/, (_, list) => {
    const members = list.split(",").map((/** @type {string} */ item) => {
      const [name, exported = name] = item.split(" as ");
      return `${exported}:${name}`;
    });
    // not module.exports: a module may have a variable of that name
    return `Object.assign(chunkExports,{${members.join(",")}});`;
  });
}

/** @param {string} name */
function asScript(name) {
  return name.replace(/\.js$/, ".cjs");
}
