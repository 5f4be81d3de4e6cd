const require = process.getBuiltinModule("module").createRequire(import.meta.url);
import{parseTemplateYamlPatiently}from"./chunk-ITNX7H4O.mjs";import"./chunk-XG2K3GHY.mjs";import"./chunk-NOLVQNTN.mjs";import"./chunk-3ZKYFQGQ.mjs";import"./chunk-I7JKYE6Z.mjs";import"./chunk-C5PUJZGW.mjs";import"./chunk-MAH4DUON.mjs";export{parseTemplateYamlPatiently};
