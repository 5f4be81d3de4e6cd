const require = process.getBuiltinModule("module").createRequire(import.meta.url);
import{parseTemplateYamlPatiently}from"./chunk-DXX56JDV.mjs";import"./chunk-XG2K3GHY.mjs";import"./chunk-NOLVQNTN.mjs";import"./chunk-3ZKYFQGQ.mjs";import"./chunk-I7JKYE6Z.mjs";import"./chunk-PTPP6HGV.mjs";import"./chunk-3QFJ2X23.mjs";export{parseTemplateYamlPatiently};
