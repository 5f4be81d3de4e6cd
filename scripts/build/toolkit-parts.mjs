/**
 * Leaves out what GitHub's toolkit brings and the action has no use for: tokens of OpenID Connect, with an HTTP client of
 * half a megabyte, and the name of the platform, with a way to run programs.
 * @returns {import("esbuild").Plugin}
 */
export function toolkitParts() {
  return {
    name: "toolkit-parts",
    setup(bundler) {
      bundler.onResolve({ filter: /^\.\/(?:oidc-utils|platform)\.js$/ }, ({ path, importer }) =>
        /[\\/]@actions[\\/]core[\\/]/.test(importer) ? { path, namespace: "toolkit-parts" } : undefined,
      );
      bundler.onLoad({ filter: /.*/, namespace: "toolkit-parts" }, () => ({
        contents: "export class OidcClient {}",
        loader: "js",
      }));
    },
  };
}
