const require = process.getBuiltinModule("module").createRequire(import.meta.url);
var $module=()=>process.getBuiltinModule("crypto"),$read=member=>$module()[member];var createHash=$read("createHash");var randomUUID=$read("randomUUID");var hash=$read("hash");export{createHash,randomUUID,hash};
