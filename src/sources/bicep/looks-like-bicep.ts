const FILE = /\.(?:bicep|bicepparam)$/iu;
/** Lines that no other format has: a declaration of Bicep at the begin of a line. */
const DECLARATION =
  /^(?:targetScope\s*=\s*'|param\s+\w+\s+\S|resource\s+\w+\s+'[^'\n]*@|module\s+\w+\s+'|using\s+(?:'|none\b)|metadata\s+\w+\s*=|@(?:sys\.)?(?:description|secure|allowed|export)\()/mu;
const LONGEST_LOOK = 100_000;

/** True for a file of Bicep by its name. */
export function isBicepFile(path: string): boolean {
  return FILE.test(path);
}

export function isParameterFile(path: string): boolean {
  return /\.bicepparam$/iu.test(path);
}

/** True for text that is written in Bicep, by what it says. */
export function looksLikeBicep(text: string): boolean {
  return DECLARATION.test(text.slice(0, LONGEST_LOOK));
}
