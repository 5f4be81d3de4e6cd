// a reader that has seen enough, such as head, closes the pipe: what is left is not wanted, and no error
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

const { runCommandLine } = await import("./commands/run-command-line.ts");

// no process.exit: what was written to a pipe has to arrive whole
process.exitCode = await runCommandLine(process);
