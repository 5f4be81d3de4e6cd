const require = process.getBuiltinModule("module").createRequire(import.meta.url);
import{parseDocument}from"./chunk-KHXNUD2Z.mjs";import"./chunk-PTPP6HGV.mjs";import"./chunk-2XKDRUAP.mjs";import"./chunk-3QFJ2X23.mjs";export{parseDocument};
