// a reader that has seen enough, such as head, closes the pipe: what is left is not wanted, and no error
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

const { runCommandLine } = await import("./commands/run-command-line.ts");

// A scan meets objects of so many shapes that what V8 optimises is thrown away and compiled again: without its last tier
// a plan of 33 MB takes three quarters of the processor's time. And it ends before marking in small steps is worth their
// bookkeeping. npm run bench shows whether that still holds. Only now: under other flags than those of its build Node
// compiles each of its own modules anew when that is loaded. scripts/build/load-chunk.mjs takes them back for what is kept.
const { setFlagsFromString } = process.getBuiltinModule("node:v8");
setFlagsFromString("--no-opt");
setFlagsFromString("--no-incremental-marking");

// no process.exit: what was written to a pipe has to arrive whole
process.exitCode = await runCommandLine(process);
