const require = process.getBuiltinModule("module").createRequire(import.meta.url);
function isObject(value){return typeof value=="object"&&value!==null&&!Array.isArray(value)}export{isObject};
