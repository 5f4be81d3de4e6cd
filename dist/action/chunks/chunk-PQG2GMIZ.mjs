const require = process.getBuiltinModule("module").createRequire(import.meta.url);
var $module=()=>process.getBuiltinModule("buffer"),$read=member=>$module()[member];var Buffer=$read("Buffer");var isUtf8=$read("isUtf8");export{Buffer,isUtf8};
