const require = process.getBuiltinModule("module").createRequire(import.meta.url);
import{describeLocation}from"./chunk-MZFK4TOK.mjs";function describeGap({subject,reason,location}){let place=location===void 0?subject:describeLocation(location);return location?.file===subject||place===subject?`${place}: ${reason}`:`${subject}: ${reason} (${place})`}export{describeGap};
