const require = process.getBuiltinModule("module").createRequire(import.meta.url);
import{__commonJS}from"./chunk-MAH4DUON.mjs";var require_promises=__commonJS({"builtin:fs/promises"(exports,module){module.exports=process.getBuiltinModule("fs/promises")}});export{require_promises};
