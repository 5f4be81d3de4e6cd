const require = process.getBuiltinModule("module").createRequire(import.meta.url);
var $module=()=>process.getBuiltinModule("crypto");var createHash=(...args)=>$module().createHash(...args);var randomUUID=(...args)=>$module().randomUUID(...args);var hash=(...args)=>$module().hash(...args);export{createHash,randomUUID,hash};
