const require = process.getBuiltinModule("module").createRequire(import.meta.url);
import{checkDocument}from"./chunk-UUNO2QOI.mjs";import"./chunk-KHXNUD2Z.mjs";import"./chunk-PTPP6HGV.mjs";import"./chunk-II2BMKTN.mjs";import"./chunk-XEVOOYON.mjs";import"./chunk-2XKDRUAP.mjs";import"./chunk-3QFJ2X23.mjs";export{checkDocument};
