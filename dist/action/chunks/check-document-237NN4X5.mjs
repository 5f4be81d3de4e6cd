const require = process.getBuiltinModule("module").createRequire(import.meta.url);
import{checkDocument}from"./chunk-DK7LSNYT.mjs";import"./chunk-C5PUJZGW.mjs";import"./chunk-UEXFWOUP.mjs";import"./chunk-XEVOOYON.mjs";import"./chunk-WUCTSPVW.mjs";import"./chunk-MAH4DUON.mjs";export{checkDocument};
