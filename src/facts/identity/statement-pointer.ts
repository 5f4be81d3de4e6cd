const POINTERS = new Map<string, string[]>();

/** Where a statement of a document is: `/PolicyDocument/Statement/0`. The same few texts for all resources, made once. */
export function statementPointer(document: string, index: number): string {
  let pointers = POINTERS.get(document);
  if (pointers === undefined) {
    pointers = [];
    POINTERS.set(document, pointers);
  }
  for (let next = pointers.length; next <= index; next += 1) {
    pointers.push(`${document}/Statement/${String(next)}`);
  }
  return pointers[index] ?? document;
}
