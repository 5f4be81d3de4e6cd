const require = process.getBuiltinModule("module").createRequire(import.meta.url);
import{findTemplates,isTemplate}from"./chunk-IKE4PXAH.mjs";import"./chunk-YI47JKH7.mjs";import"./chunk-U4YFZN44.mjs";import"./chunk-G5TUFHVJ.mjs";import"./chunk-KFWCF4GC.mjs";import"./chunk-BJGPKFQ6.mjs";import"./chunk-3QFJ2X23.mjs";export{findTemplates,isTemplate};
