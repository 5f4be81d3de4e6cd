const require = process.getBuiltinModule("module").createRequire(import.meta.url);
var UNSEEN=/[\p{Cf}\u007f-\u009f\u2028\u2029]/gu;function stringifyJson(value,indent=2){return`${escapeUnseen(JSON.stringify(value,null,indent))}
`}function escapeUnseen(json){return json.replace(UNSEEN,escapeCharacter).replaceAll("##[",String.raw`#\u0023[`)}function escapeCharacter(character){return Array.from({length:character.length},(_,index)=>character.charCodeAt(index)).map(unit=>`\\u${unit.toString(16).padStart(4,"0")}`).join("")}export{stringifyJson,escapeUnseen};
