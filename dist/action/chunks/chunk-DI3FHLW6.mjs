const require = process.getBuiltinModule("module").createRequire(import.meta.url);
import{Unknown}from"./chunk-2XKDRUAP.mjs";var SharedDoubt=class extends Unknown{};function isThereWith(resource,other){let{uncertain}=resource;return uncertain===void 0||uncertain instanceof SharedDoubt&&uncertain===other?.uncertain}export{SharedDoubt,isThereWith};
