const require = process.getBuiltinModule("module").createRequire(import.meta.url);
import{__commonJS}from"./chunk-MAH4DUON.mjs";var require_crypto=__commonJS({"builtin:crypto"(exports,module){module.exports=process.getBuiltinModule("crypto")}});export{require_crypto};
