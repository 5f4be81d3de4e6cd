const require = process.getBuiltinModule("module").createRequire(import.meta.url);
import{findTemplates,isTemplate}from"./chunk-ZLGQUP4O.mjs";import"./chunk-V7C4WSZB.mjs";import"./chunk-U4YFZN44.mjs";import"./chunk-D4QSZ7GP.mjs";import"./chunk-KFWCF4GC.mjs";import"./chunk-2N3LSHD6.mjs";import"./chunk-MAH4DUON.mjs";export{findTemplates,isTemplate};
