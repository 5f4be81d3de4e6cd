const require = process.getBuiltinModule("module").createRequire(import.meta.url);
import{__commonJS}from"./chunk-MAH4DUON.mjs";var require_path=__commonJS({"builtin:path"(exports,module){module.exports=process.getBuiltinModule("path")}});export{require_path};
