export const SYMBOLS = [
  "...",
  "==",
  "=~",
  "=>",
  "!=",
  "!~",
  "<=",
  ">=",
  "&&",
  "||",
  "??",
  "::",
  "@",
  "{",
  "}",
  "(",
  ")",
  "[",
  "]",
  ",",
  ".",
  "?",
  ":",
  "=",
  "+",
  "-",
  "*",
  "/",
  "%",
  "!",
  "<",
  ">",
  "|",
  "^",
] as const;

/**
 * What a token is. A string without interpolation is one token; one with it is `string start`, then after each
 * expression `string middle` or `string end`. Several line ends in a row are one `newline`.
 */
export type TokenKind =
  | (typeof SYMBOLS)[number]
  | "identifier"
  | "integer"
  | "string"
  | "string start"
  | "string middle"
  | "string end"
  | "newline"
  | "invalid"
  | "end of text";
