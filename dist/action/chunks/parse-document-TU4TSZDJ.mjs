const require = process.getBuiltinModule("module").createRequire(import.meta.url);
import{parseDocument}from"./chunk-OXEZS2LN.mjs";import"./chunk-PTPP6HGV.mjs";import"./chunk-PXQL7TOX.mjs";import"./chunk-3QFJ2X23.mjs";export{parseDocument};
