// a reader that has seen enough, such as head, closes the pipe: what is left is not wanted, and no error
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

// A scan meets objects of so many shapes that what V8 optimises is thrown away and compiled again: without its last tier
// a plan of 10 MB takes half the time on Node 20 and four fifths on Node 24. npm run bench shows whether that still holds.
process.getBuiltinModule("node:v8").setFlagsFromString("--no-opt");

// no process.exit: what was written to a pipe has to arrive whole
const { runCommandLine } = await import("./commands/run-command-line.ts");
process.exitCode = await runCommandLine(process);
