// a reader that has seen enough, such as head, closes the pipe: what is left is not wanted, and no error
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

const { runCommandLine } = await import("./commands/run-command-line.ts");

// A scan meets objects of so many shapes that what V8 optimises is thrown away and compiled again: without its last tier
// a plan of 33 MB takes three quarters of the processor's time. npm run bench shows whether that still holds. Only now:
// under another flag than those of its build Node compiles each of its own modules anew when that is loaded.
process.getBuiltinModule("node:v8").setFlagsFromString("--no-opt");

// no process.exit: what was written to a pipe has to arrive whole
process.exitCode = await runCommandLine(process);
