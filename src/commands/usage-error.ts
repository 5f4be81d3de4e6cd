import { ConfigError } from "../model/errors.ts";

/** The command line says something that cannot be done. */
export function usageError(message: string, options?: ErrorOptions): ConfigError {
  return new ConfigError([{ code: "usage", message }], options);
}
