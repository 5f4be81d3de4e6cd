const require = process.getBuiltinModule("module").createRequire(import.meta.url);
import{parseTemplateYaml}from"./chunk-KW5N6C5M.mjs";import"./chunk-NOLVQNTN.mjs";import"./chunk-3ZKYFQGQ.mjs";import"./chunk-I7JKYE6Z.mjs";import"./chunk-3QFJ2X23.mjs";export{parseTemplateYaml};
