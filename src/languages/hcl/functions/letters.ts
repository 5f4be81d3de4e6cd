/** The text letter by letter; a letter that would become several ones stays, as in Go. */
export function mapLetters(text: string, change: (letter: string) => string): string {
  let result = "";
  for (const letter of text) {
    // the one letter whose lower case Unicode writes as two and Go as one
    const changed = letter === "İ" ? change(letter).charAt(0) : change(letter);
    result += isOneLetter(changed) ? changed : letter;
  }
  return result;
}

/** The text with the first letter of every word in upper case. */
export function titleCase(text: string): string {
  let isStart = true;
  return mapLetters(text, (letter) => {
    const changed = isStart ? toTitle(letter) : letter;
    isStart = isSeparator(letter);
    return changed;
  });
}

/** Letters that are written as two have a form of their own at the start of a word. */
const TITLE_FORMS = new Map([
  ["ǆ", "ǅ"],
  ["Ǆ", "ǅ"],
  ["ǉ", "ǈ"],
  ["Ǉ", "ǈ"],
  ["ǌ", "ǋ"],
  ["Ǌ", "ǋ"],
  ["ǳ", "ǲ"],
  ["Ǳ", "ǲ"],
]);

function toTitle(letter: string): string {
  return TITLE_FORMS.get(letter) ?? letter.toUpperCase();
}

/** In ASCII all but letters, digits and the underscore part words; beyond it only blanks do. */
function isSeparator(letter: string): boolean {
  if (letter <= "\u007f") return !/\w/u.test(letter);
  return /\p{White_Space}/u.test(letter);
}

function isOneLetter(text: string): boolean {
  return text.length === 1 || (text.length === 2 && (text.codePointAt(0) ?? 0) > 0xffff);
}
