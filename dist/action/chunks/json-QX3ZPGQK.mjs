const require = process.getBuiltinModule("module").createRequire(import.meta.url);
import{reportJson}from"./chunk-CY55QBWX.mjs";import"./chunk-3ZC2OAA4.mjs";import"./chunk-MAH4DUON.mjs";export{reportJson};
