// Writes src/config/is-config-document.generated.js: schemas/config.schema.json as code. To compile it at a start, ajv needs
// as long as everything else that a scan of a small plan does. What it refuses is explained by ajv itself.

import { readFileSync, writeFileSync } from "node:fs";
import { Ajv2020, _ } from "ajv/dist/2020.js";
import standaloneCode from "ajv/dist/standalone/index.js";
import { build } from "esbuild";

const SCHEMA = "schemas/config.schema.json";
const FORMATS = "src/documents/formats.ts";
const TARGET = "src/config/is-config-document.generated.js";

process.chdir(`${import.meta.dirname}/..`);

// the code calls them by name
const formats = { uri: () => true, date: () => true };
const code = _`require(${`./${FORMATS}`})`;
const ajv = new Ajv2020({
  allowUnionTypes: true,
  messages: false,
  formats,
  code: { source: true, esm: true, formats: code },
});
const check = ajv.compile(JSON.parse(readFileSync(SCHEMA, "utf8")));
const { outputFiles } = await build({
  // ajv asks for what it calls by require
  stdin: {
    contents: `import check from "check"; export const isConfigDocument = (value) => check(value);`,
    resolveDir: ".",
  },
  plugins: [
    {
      name: "check",
      setup(bundler) {
        bundler.onResolve({ filter: /^check$/ }, () => ({ path: "check", namespace: "check" }));
        bundler.onLoad({ filter: /.*/, namespace: "check" }, () => ({
          contents: standaloneCode.default(ajv, check),
          resolveDir: ".",
        }));
      },
    },
  ],
  bundle: true,
  write: false,
  format: "esm",
  platform: "node",
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: "none",
  logLevel: "warning",
});
const text = outputFiles[0]?.text ?? "";
writeFileSync(TARGET, `// @ts-nocheck: its declarations stand beside it\n${text}`);
console.log(`${TARGET}: ${(text.length / 1024).toFixed(0)} KB`);
