const require = process.getBuiltinModule("module").createRequire(import.meta.url);
import{parseDocument}from"./chunk-LDKIG434.mjs";import"./chunk-PTPP6HGV.mjs";import"./chunk-GN4E5U3H.mjs";import"./chunk-3QFJ2X23.mjs";export{parseDocument};
