/** A number without its sign: significand × 2^exponent, rounded to so many bits. */
interface BinaryNumber {
  readonly significand: bigint;
  readonly exponent: number;
  readonly precision: number;
}

/** The digits of a number without sign, point or zeros around them: 0.DIGITS × 10^exponent. */
export interface Digits {
  readonly digits: string;
  readonly exponent: number;
}

/** The shortest decimal digits that are this number again at its precision. */
export function shortestDigits(number: BinaryNumber): Digits {
  const { numerator, scale } = toDecimal(number, 1);
  if (numerator === 0n) return { digits: "0", exponent: 1 };
  const margin = halfUnit(number, scale);
  const length = numerator.toString().length;
  // the ends of the interval are this number again when its last bit is 0
  const isInside = isEven(number) ? (gap: bigint) => gap <= margin : (gap: bigint) => gap < margin;
  for (let kept = 1; kept < length; kept += 1) {
    const unit = 10n ** BigInt(length - kept);
    const down = (numerator / unit) * unit;
    const below = numerator - down;
    const above = unit - below;
    if (!isInside(below) && !isInside(above)) continue;
    const isUpNearer = above < below || (above === below && ((down / unit) & 1n) === 1n);
    const takesUp = isInside(above) && (isUpNearer || !isInside(below));
    return trimDigits(takesUp ? down + unit : down, scale);
  }
  return trimDigits(numerator, scale);
}

/** The decimal digits with so many of them after the point, halves to even. */
export function fixedDigits(number: BinaryNumber, decimals: number): Digits {
  const { numerator, scale } = toDecimal(number, 0);
  if (scale <= decimals) return trimDigits(numerator, scale);
  return trimDigits(roundToUnit(numerator, scale - decimals), decimals);
}

/** So many significant decimal digits at most, halves to even. */
export function significantDigits(number: BinaryNumber, count: number): Digits {
  const { numerator, scale } = toDecimal(number, 0);
  const excess = numerator.toString().length - Math.max(count, 1);
  if (excess <= 0) return trimDigits(numerator, scale);
  return trimDigits(roundToUnit(numerator, excess), scale - excess);
}

/** The digits with their point, without an exponent. */
export function placePoint({ digits, exponent }: Digits): string {
  if (exponent <= 0) return digits === "0" ? "0" : `0.${"0".repeat(-exponent)}${digits}`;
  if (exponent >= digits.length) return digits + "0".repeat(exponent - digits.length);
  return `${digits.slice(0, exponent)}.${digits.slice(exponent)}`;
}

export function bitLength(value: bigint): number {
  if (value === 0n) return 0;
  if (value <= 0xffffffffn) return 32 - Math.clz32(Number(value));
  const hex = value.toString(16);
  return (hex.length - 1) * 4 + (32 - Math.clz32(Number.parseInt(hex.slice(0, 1), 16)));
}

/** The number as numerator / 10^scale, exactly, with room for so many bits more. */
function toDecimal(
  number: BinaryNumber,
  spare: number,
): { readonly numerator: bigint; readonly scale: number } {
  const { significand, exponent } = number;
  const scale = significand === 0n ? 0 : Math.max(0, spare - lowestBit(number));
  const numerator = significand * 10n ** BigInt(scale);
  return { numerator: exponent >= 0 ? numerator << BigInt(exponent) : numerator >> BigInt(-exponent), scale };
}

/** Half of the distance to the next number of this precision. */
function halfUnit(number: BinaryNumber, scale: number): bigint {
  const exponent = lowestBit(number) - 1;
  const power = 10n ** BigInt(scale);
  return exponent >= 0 ? power << BigInt(exponent) : power >> BigInt(-exponent);
}

/** The power of two of the last bit that the precision has. */
function lowestBit({ significand, exponent, precision }: BinaryNumber): number {
  return exponent + bitLength(significand) - precision;
}

function isEven({ significand, precision }: BinaryNumber): boolean {
  return bitLength(significand) < precision || (significand & 1n) === 0n;
}

function roundToUnit(numerator: bigint, digits: number): bigint {
  const unit = 10n ** BigInt(digits);
  const down = numerator / unit;
  const twice = (numerator % unit) * 2n;
  return twice > unit || (twice === unit && (down & 1n) === 1n) ? down + 1n : down;
}

function trimDigits(numerator: bigint, scale: number): Digits {
  if (numerator === 0n) return { digits: "0", exponent: 1 };
  const all = numerator.toString();
  let end = all.length;
  while (all.charCodeAt(end - 1) === 48) end -= 1;
  return { digits: all.slice(0, end), exponent: all.length - scale };
}
