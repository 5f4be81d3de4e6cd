const require = process.getBuiltinModule("module").createRequire(import.meta.url);
function describeWaiver({reason,owner,expires,ticket}){let about=[owner,`until ${expires}`,ticket].filter(part=>part!==void 0);return`${reason} (${about.join(", ")})`}export{describeWaiver};
