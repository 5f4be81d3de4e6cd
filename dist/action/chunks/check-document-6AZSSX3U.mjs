const require = process.getBuiltinModule("module").createRequire(import.meta.url);
import{checkDocument}from"./chunk-DOVXD6GS.mjs";import"./chunk-C5PUJZGW.mjs";import"./chunk-DOVFBT64.mjs";import"./chunk-XEVOOYON.mjs";import"./chunk-CB2MWEGR.mjs";import"./chunk-MAH4DUON.mjs";export{checkDocument};
