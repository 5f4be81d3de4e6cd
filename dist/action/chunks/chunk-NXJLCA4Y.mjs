const require = process.getBuiltinModule("module").createRequire(import.meta.url);
var EvaluationError=class extends Error{name="EvaluationError"};export{EvaluationError};
