const require = process.getBuiltinModule("module").createRequire(import.meta.url);
import{parseDocument}from"./chunk-DGNI6LXG.mjs";import"./chunk-PTPP6HGV.mjs";import"./chunk-AOCM6HW2.mjs";import"./chunk-3QFJ2X23.mjs";export{parseDocument};
