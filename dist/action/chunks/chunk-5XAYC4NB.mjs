const require = process.getBuiltinModule("module").createRequire(import.meta.url);
import{__commonJS}from"./chunk-MAH4DUON.mjs";var require_buffer=__commonJS({"builtin:buffer"(exports,module){module.exports=process.getBuiltinModule("buffer")}});export{require_buffer};
