const require = process.getBuiltinModule("module").createRequire(import.meta.url);
import{checkDocument}from"./chunk-NU43PAAD.mjs";import"./chunk-LDKIG434.mjs";import"./chunk-PTPP6HGV.mjs";import"./chunk-JH72N25Z.mjs";import"./chunk-XEVOOYON.mjs";import"./chunk-GN4E5U3H.mjs";import"./chunk-3QFJ2X23.mjs";export{checkDocument};
