import type { Assets } from "./page.ts";

declare const assets: Assets;
export = assets;
