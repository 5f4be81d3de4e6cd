const require = process.getBuiltinModule("module").createRequire(import.meta.url);
import{reportJson}from"./chunk-CY55QBWX.mjs";import"./chunk-3ZC2OAA4.mjs";import"./chunk-3QFJ2X23.mjs";export{reportJson};
