const require = process.getBuiltinModule("module").createRequire(import.meta.url);
import{__commonJS}from"./chunk-MAH4DUON.mjs";var require_fs=__commonJS({"builtin:fs"(exports,module){module.exports=process.getBuiltinModule("fs")}});export{require_fs};
