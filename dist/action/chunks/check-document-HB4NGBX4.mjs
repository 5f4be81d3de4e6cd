const require = process.getBuiltinModule("module").createRequire(import.meta.url);
import{checkDocument}from"./chunk-BO4YAEGN.mjs";import"./chunk-OXEZS2LN.mjs";import"./chunk-PTPP6HGV.mjs";import"./chunk-FACJ2TV7.mjs";import"./chunk-XEVOOYON.mjs";import"./chunk-PXQL7TOX.mjs";import"./chunk-3QFJ2X23.mjs";export{checkDocument};
