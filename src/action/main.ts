import { runAction } from "./run-action.ts";

// no process.exit: what was written to a pipe has to arrive whole
await runAction(process.env, new Date());
