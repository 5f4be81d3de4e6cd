const require = process.getBuiltinModule("module").createRequire(import.meta.url);
import{checkDocument}from"./chunk-QX7I7Q2T.mjs";import"./chunk-DGNI6LXG.mjs";import"./chunk-PTPP6HGV.mjs";import"./chunk-VKZJTYLY.mjs";import"./chunk-XEVOOYON.mjs";import"./chunk-AOCM6HW2.mjs";import"./chunk-3QFJ2X23.mjs";export{checkDocument};
