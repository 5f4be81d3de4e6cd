// a reader that has seen enough, such as head, closes the pipe: what is left is not wanted, and no error
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

/** Node 22 and later have it; the types are those of the oldest Node that genoscan runs on. */
interface CompileCache {
  readonly enableCompileCache?: (folder: string) => unknown;
}

// What V8 has compiled is kept beside the command, as Python keeps it, and the next start takes it from there. Not in the
// folder for temporary files, where others could put code for us to run. Where the folder cannot be written, or
// NODE_DISABLE_COMPILE_CACHE is set, everything is compiled again.
(process.getBuiltinModule("node:module") as CompileCache).enableCompileCache?.(
  `${import.meta.dirname}/compile-cache`,
);

const { runCommandLine } = await import("./commands/run-command-line.ts");

// A scan meets objects of so many shapes that what V8 optimises is thrown away and compiled again: without its last tier
// a plan of 33 MB takes three quarters of the processor's time. npm run bench shows whether that still holds. Only now:
// under another flag than those of its build Node compiles each of its own modules anew when that is loaded.
process.getBuiltinModule("node:v8").setFlagsFromString("--no-opt");

// no process.exit: what was written to a pipe has to arrive whole
process.exitCode = await runCommandLine(process);
