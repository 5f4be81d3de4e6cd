const require = process.getBuiltinModule("module").createRequire(import.meta.url);
var SEVERITIES=["critical","high","medium","low"];export{SEVERITIES};
