// Who may import whom. Every rule says why it is there and what to do instead.

// packages that esbuild puts into dist/, although they stand under devDependencies: see docs/dependencies.md
const BUNDLED =
  "^node_modules/(@actions/core|@discoveryjs/json-ext|@humanwhocodes/momoa|ajv|chalk|ipaddr\\.js|js-yaml|re2js|redos-detector|yaml|yargs)/";
const SDK = "^(node_modules/)?(@aws-sdk|@smithy|@azure)/";
const PURE = "^src/(facts|engine|triage|reporters|model|languages)/";
const IO =
  "^(node:)?(child_process|cluster|dgram|dns|fs|http|http2|https|inspector|net|os|process|readline|repl|tls|vm|worker_threads)(/|$)";

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    {
      name: "model-imports-nothing-of-ours",
      severity: "error",
      comment:
        "The model is the language that every folder speaks; what it imported, every folder would depend on. " +
        "Move the type into src/model, or the function that needs the import out of it.",
      from: { path: "^src/model/" },
      to: { path: "^src/", pathNot: "^src/model/" },
    },
    {
      name: "languages-import-only-model",
      severity: "error",
      comment:
        "A language is syntax and evaluation; it knows no resource, rule or command. " +
        "Pass what it needs as an argument, or do the work in the source that uses the language.",
      from: { path: "^src/languages/" },
      to: { path: "^src/", pathNot: "^src/(languages|model)/" },
    },
    {
      name: "sources-import-only-model-and-languages",
      severity: "error",
      comment:
        "A source turns an input into a graph and knows nothing of what is done with it, so that a new source is one " +
        "folder and one line. Settings come in as an argument; computed properties belong into src/facts.",
      from: { path: "^src/sources/" },
      to: { path: "^src/", pathNot: "^src/(languages|model|sources)/" },
    },
    {
      name: "no-source-imports-another-source",
      severity: "error",
      comment:
        "A change of one source must not change another. Move what two of them share into src/languages or " +
        "src/model; what plan, state and HCL share is src/sources/terraform, and what ARM, Bicep and what-if share is " +
        "src/sources/azure.",
      from: { path: "^src/sources/([^/]+)/" },
      to: {
        path: "^src/sources/[^/]+/",
        pathNot: ["^src/sources/$1/", "^src/sources/terraform/", "^src/sources/azure/"],
      },
    },
    {
      name: "only-terraform-sources-share-terraform",
      severity: "error",
      comment:
        "src/sources/terraform holds what plan, state and HCL share: lenses and folding. Another source has the " +
        "provider's own vocabulary and needs none of it.",
      from: { path: "^src/sources/[^/]+/", pathNot: "^src/sources/terraform(-plan|-state|-hcl)?/" },
      to: { path: "^src/sources/terraform/" },
    },
    {
      name: "only-azure-sources-share-azure",
      severity: "error",
      comment:
        "src/sources/azure makes resources of what templates of Azure declare. Another source has other vocabulary, or a " +
        "lens into this one; only the bodies that azapi takes through Terraform are in this one's words, and what it " +
        "knows as a secret is one in what lenses make, too.",
      from: {
        path: "^src/sources/[^/]+/",
        pathNot:
          "^src/sources/(azure|arm|bicep|what-if)/|^src/sources/terraform/(azapi-resource|spell-body|hide-secrets-of-shape)[.]ts$",
      },
      to: { path: "^src/sources/azure/" },
    },
    {
      name: "core-does-not-know-the-sources",
      severity: "error",
      comment:
        "Facts, engine, triage, ruleset and reporters see one graph and never where it came from; a rule that gates " +
        "the plan is the rule that audits the account. Put what they need to know into the graph.",
      from: { path: "^src/(facts|engine|triage|ruleset|reporters)/" },
      to: { path: "^src/(sources|languages)/" },
    },
    {
      name: "core-does-no-input-or-output",
      severity: "error",
      comment:
        "The same graph and rules give the same verdicts, today and on every machine: all input and output is in " +
        "src/sources, src/config and src/commands. Take text, time and randomness as arguments.",
      from: { path: PURE },
      to: { dependencyTypes: ["core"], path: IO },
    },
    {
      name: "sdks-only-in-live-sources",
      severity: "error",
      comment:
        "Only an audit of an account opens the network. Scanning files must stay possible where nothing is reachable, " +
        "so an SDK is used in src/sources/aws and src/sources/azure alone.",
      from: { path: "^src/", pathNot: "^src/sources/(aws|azure)/" },
      to: { path: SDK },
    },
    {
      name: "sdks-only-by-dynamic-import",
      severity: "error",
      comment:
        "An SDK costs more at start-up than a whole scan of a file. Write await import(…) in the function that " +
        "calls it; types come in with import type.",
      from: { path: "^src/sources/(aws|azure)/" },
      to: { path: SDK, dynamic: false, dependencyTypesNot: ["type-only"] },
    },
    {
      name: "nothing-imports-the-command-line",
      severity: "error",
      comment:
        "src/cli.ts is where the process begins: argv, stdout and exit codes. Move what is to be shared into " +
        "src/commands or further in.",
      from: {},
      to: { path: "^src/cli\\.ts$" },
    },
    {
      name: "only-the-command-line-imports-commands",
      severity: "error",
      comment:
        "A command puts the parts together; no part may depend on the whole. Move what is shared out of src/commands.",
      from: { path: "^src/", pathNot: "^src/(action/|commands/|cli\\.ts$)" },
      to: { path: "^src/commands/" },
    },
    {
      name: "nothing-imports-the-action",
      severity: "error",
      comment:
        "src/action is where the process of a GitHub workflow begins, with its variables, its log and its REST API. " +
        "Move what the command needs as well into src/commands or further in.",
      from: { path: "^src/", pathNot: "^src/action/" },
      to: { path: "^src/action/" },
    },
    {
      name: "toolkit-of-actions-only-in-the-action",
      severity: "error",
      comment:
        "The command knows nothing of GitHub's runner, and the toolkit would be a third of it. " +
        "Write what it does for the action in src/action.",
      from: { path: "^src/", pathNot: "^src/action/" },
      to: { path: "^(node_modules/)?@actions/" },
    },
    {
      name: "src-stands-alone",
      severity: "error",
      comment:
        "The command is built from src, and package.json for its version. Test data and scripts are not installed " +
        "with it: move what is needed into src.",
      from: { path: "^src/" },
      to: { path: "^(test|scripts|fixtures|bench|docs|reports)/" },
    },
    {
      name: "no-cycles",
      severity: "error",
      comment:
        "Files in a cycle can only be understood together and may meet half-initialised. " +
        "Move what both need into a third file; a cycle of types alone counts too.",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-orphans",
      severity: "error",
      comment: "Nothing imports the file and it imports nothing. Use it or delete it.",
      from: {
        orphan: true,
        path: "^src/",
        pathNot: ["\\.d\\.(json\\.)?ts$", "-document\\.ts$", "^src/(cli|action/main)\\.ts$"],
      },
      to: {},
    },
    {
      name: "no-unresolvable",
      severity: "error",
      comment:
        "The import leads nowhere. Correct the path, install the package with npm install, or run npm run generate.",
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: "only-bundled-packages",
      severity: "error",
      comment:
        "What src imports is bundled into dist/ or stands under dependencies. To bundle another package, give it a " +
        "line in docs/dependencies.md and a place in BUNDLED above; types come in with import type.",
      from: { path: "^src/" },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"], pathNot: BUNDLED },
    },
    {
      name: "only-declared-packages",
      severity: "error",
      comment:
        "The package is not in package.json: it is there because another package brought it, and may go with it. " +
        "Declare it, with a line in docs/dependencies.md.",
      from: { path: "^(src|test|scripts)/" },
      to: { dependencyTypes: ["npm-no-pkg", "npm-unknown", "npm-optional", "npm-peer"] },
    },
    {
      name: "no-deprecated-node-modules",
      severity: "error",
      comment: "Node has replaced this module. Use the one that its documentation names.",
      from: {},
      to: { dependencyTypes: ["core"], path: "^(node:)?(punycode|domain|constants|sys|_[a-z_]+)$" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    // type-only imports count: they bind folders to each other as well
    tsPreCompilationDeps: "specify",
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      conditionNames: ["import", "types", "node", "default"],
      exportsFields: ["exports"],
      extensions: [".ts", ".mjs", ".js", ".json"],
      mainFields: ["module", "main", "types"],
    },
    skipAnalysisNotInRules: true,
  },
};
