const require = process.getBuiltinModule("module").createRequire(import.meta.url);
import{findTemplates,isTemplate}from"./chunk-ELXOXIEY.mjs";import"./chunk-YI47JKH7.mjs";import"./chunk-R5T4LGJI.mjs";import"./chunk-G5TUFHVJ.mjs";import"./chunk-KFWCF4GC.mjs";import"./chunk-GS4AFJME.mjs";import"./chunk-BJGPKFQ6.mjs";import"./chunk-3QFJ2X23.mjs";export{findTemplates,isTemplate};
