const require = process.getBuiltinModule("module").createRequire(import.meta.url);
import{checkDocument}from"./chunk-AMZIUQLF.mjs";import"./chunk-C5PUJZGW.mjs";import"./chunk-AGLHJ5WN.mjs";import"./chunk-XEVOOYON.mjs";import"./chunk-ZIVE7JA6.mjs";import"./chunk-MAH4DUON.mjs";export{checkDocument};
