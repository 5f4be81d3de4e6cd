const require = process.getBuiltinModule("module").createRequire(import.meta.url);
import{reportJson}from"./chunk-MGDQSGXH.mjs";import"./chunk-DCTQKDE2.mjs";import"./chunk-MAH4DUON.mjs";export{reportJson};
