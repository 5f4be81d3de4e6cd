const require = process.getBuiltinModule("module").createRequire(import.meta.url);
import{escapeText}from"./chunk-23ON3O2B.mjs";var FORMULA=/^\s*[=+\-@\uFF0B\uFF0D\uFF1D\uFF20]/;function csvRow(cells){return`${cells.map(formatCell).join(",")}\r
`}function formatCell(cell){if(cell===void 0)return"";if(typeof cell=="number")return String(cell);let text=escapeText(cell);return`"${(FORMULA.test(text)?`'${text}`:text).replaceAll('"','""')}"`}export{csvRow};
