import { bitLength, placePoint, shortestDigits } from "./decimal-digits.ts";
import { EvaluationError } from "./evaluation-error.ts";
import { MAX_EXPONENT } from "./limits.ts";

/** Bits of the significand of a number that was written as text. */
const WRITTEN = 512;
/** Bits of a number that Terraform counts itself, such as a length. */
const COUNTED = 64;
/** Bits of a number that Terraform computes as a double: `pow`, `log`. */
const DOUBLE = 53;

/**
 * A number as Terraform computes it: significand × 2^exponent, rounded to nearest even at a precision that is 512 bits
 * for what is written in text, 64 for counts and 53 for `pow` and `log`; an operation takes the larger one of its
 * operands. So 0.1 + 0.2 is 0.3, 1/3 has 154 digits, and integers are exact up to 2^512.
 */
export class HclNumber {
  readonly negative: boolean;
  /** Zero, or odd. */
  readonly significand: bigint;
  readonly exponent: number;
  readonly precision: number;
  readonly infinite: boolean;

  private constructor(
    negative: boolean,
    significand: bigint,
    exponent: number,
    precision: number,
    infinite = false,
  ) {
    this.negative = negative;
    this.significand = significand;
    this.exponent = exponent;
    this.precision = precision;
    this.infinite = infinite;
  }

  /** A number that Terraform counts: a length, an index. */
  static count(value: number): HclNumber {
    return round(value < 0, BigInt(Math.abs(value)), 0, COUNTED);
  }

  /** An integer of any size, exact up to `precision` bits. */
  static integer(value: bigint, precision = WRITTEN): HclNumber {
    return round(value < 0n, value < 0n ? -value : value, 0, precision);
  }

  /** The result of a computation in doubles. Not a number is an error in Terraform. */
  static double(value: number): HclNumber {
    if (Number.isNaN(value)) throw new EvaluationError("result is not a number");
    if (!Number.isFinite(value)) return HclNumber.infinity(value < 0);
    const negative = value < 0 || Object.is(value, -0);
    let fraction = Math.abs(value);
    let exponent = 0;
    while (!Number.isInteger(fraction)) {
      fraction *= 2;
      exponent -= 1;
    }
    return round(negative, BigInt(fraction), exponent, DOUBLE);
  }

  static infinity(negative = false): HclNumber {
    return new HclNumber(negative, 0n, 0, WRITTEN, true);
  }

  /** A decimal number, or nothing when the text is none. */
  static parse(text: string): HclNumber | undefined {
    const infinity = /^([+-]?)inf$/iu.exec(text);
    if (infinity !== null) return HclNumber.infinity(infinity[1] === "-");
    const match = /^([+-]?)(?:(\d+)\.?(\d*)|\.(\d+))(?:[eE]([+-]?\d+))?$/u.exec(text);
    if (match === null) return undefined;
    const [, sign, whole = "", decimals = match[4] ?? "", , power = "0"] = match;
    const fraction = match[4] ?? decimals;
    const exponent = Number(power) - fraction.length;
    if (Math.abs(exponent) > MAX_EXPONENT || whole.length > MAX_EXPONENT) {
      throw new EvaluationError(`the number ${text.slice(0, 40)} is out of the range that is computed`);
    }
    const digits = BigInt(whole + fraction);
    if (exponent >= 0) return round(sign === "-", digits * 10n ** BigInt(exponent), 0, WRITTEN);
    return divide(sign === "-", digits, 10n ** BigInt(-exponent), WRITTEN);
  }

  static rounded(negative: boolean, significand: bigint, exponent: number, precision: number): HclNumber {
    const excess = bitLength(significand) - precision;
    if (excess <= 0) return HclNumber.reduced(negative, significand, exponent, precision);
    const shift = BigInt(excess);
    const kept = significand >> shift;
    const rest = significand - (kept << shift);
    const half = 1n << (shift - 1n);
    const up = rest > half || (rest === half && (kept & 1n) === 1n);
    return HclNumber.reduced(negative, up ? kept + 1n : kept, exponent + excess, precision);
  }

  private static reduced(
    negative: boolean,
    significand: bigint,
    exponent: number,
    precision: number,
  ): HclNumber {
    if (significand === 0n) return new HclNumber(negative, 0n, 0, precision);
    let reduced = significand;
    let shifted = 0;
    while ((reduced & 0xffffffffn) === 0n) {
      reduced >>= 32n;
      shifted += 32;
    }
    while ((reduced & 1n) === 0n) {
      reduced >>= 1n;
      shifted += 1;
    }
    return new HclNumber(negative, reduced, exponent + shifted, precision);
  }

  get isZero(): boolean {
    return !this.infinite && this.significand === 0n;
  }

  get isInteger(): boolean {
    return !this.infinite && this.exponent >= 0;
  }

  negated(): HclNumber {
    return new HclNumber(!this.negative, this.significand, this.exponent, this.precision, this.infinite);
  }

  absolute(): HclNumber {
    return this.negative ? this.negated() : this;
  }

  plus(other: HclNumber): HclNumber {
    if (this.infinite || other.infinite) return addInfinite(this, other);
    if (other.significand === 0n || this.significand === 0n) return addZero(this, other);
    const precision = Math.max(this.precision, other.precision);
    const gap = this.exponent - other.exponent;
    // what lies so far below the other one cannot change it
    if (Math.abs(gap) > 4 * WRITTEN) return (this.compareSize(other) > 0 ? this : other).at(precision);
    const exponent = Math.min(this.exponent, other.exponent);
    const sum =
      (signed(this) << BigInt(this.exponent - exponent)) +
      (signed(other) << BigInt(other.exponent - exponent));
    return round(sum < 0n, sum < 0n ? -sum : sum, exponent, precision);
  }

  minus(other: HclNumber): HclNumber {
    return this.plus(other.negated());
  }

  times(other: HclNumber): HclNumber {
    const negative = this.negative !== other.negative;
    if (this.infinite || other.infinite) {
      if (this.isZero || other.isZero) throw new EvaluationError("can't multiply zero by infinity");
      return HclNumber.infinity(negative);
    }
    const precision = Math.max(this.precision, other.precision);
    return inRange(
      round(negative, this.significand * other.significand, this.exponent + other.exponent, precision),
    );
  }

  dividedBy(other: HclNumber): HclNumber {
    const negative = this.negative !== other.negative;
    if ((this.isZero && other.isZero) || (this.infinite && other.infinite)) {
      throw new EvaluationError("can't divide zero by zero or infinity by infinity");
    }
    if (this.infinite || other.isZero) return HclNumber.infinity(negative);
    const precision = Math.max(this.precision, other.precision);
    if (other.infinite) return new HclNumber(negative, 0n, 0, precision);
    const quotient = divide(negative, this.significand, other.significand, precision);
    return inRange(
      round(negative, quotient.significand, quotient.exponent + this.exponent - other.exponent, precision),
    );
  }

  /** The remainder with the sign of the dividend; by zero it is the dividend. */
  modulo(other: HclNumber): HclNumber {
    if (this.infinite || other.infinite) {
      throw new EvaluationError("can't use modulo with zero and infinity");
    }
    if (other.isZero) return this;
    const whole = this.dividedBy(other).truncated();
    return this.minus(other.times(whole));
  }

  truncated(): HclNumber {
    if (this.infinite || this.exponent >= 0) return this;
    return round(this.negative, this.significand >> BigInt(-this.exponent), 0, this.precision);
  }

  floor(): HclNumber {
    if (this.infinite || this.exponent >= 0) return this;
    const truncated = this.truncated();
    return this.negative ? truncated.minus(HclNumber.count(1)).at(this.precision) : truncated;
  }

  ceil(): HclNumber {
    return this.infinite ? this : this.negated().floor().negated();
  }

  /** Below zero, zero or above it, as this one is less than, equal to or greater than the other. */
  compare(other: HclNumber): number {
    const left = this.isZero ? 0 : this.negative ? -1 : 1;
    const right = other.isZero ? 0 : other.negative ? -1 : 1;
    if (left !== right) return left - right;
    return left * this.compareSize(other);
  }

  equals(other: HclNumber): boolean {
    return this.compare(other) === 0;
  }

  private compareSize(other: HclNumber): number {
    if (this.infinite || other.infinite) return Number(this.infinite) - Number(other.infinite);
    const left = bitLength(this.significand) + this.exponent;
    const right = bitLength(other.significand) + other.exponent;
    if (left !== right || this.significand === 0n) return left - right;
    const exponent = Math.min(this.exponent, other.exponent);
    const difference =
      (this.significand << BigInt(this.exponent - exponent)) -
      (other.significand << BigInt(other.exponent - exponent));
    return difference > 0n ? 1 : difference < 0n ? -1 : 0;
  }

  private at(precision: number): HclNumber {
    return round(this.negative, this.significand, this.exponent, precision);
  }

  /** The integer, or nothing for a fraction or infinity. */
  toBigInt(): bigint | undefined {
    if (!this.isInteger) return undefined;
    return signed(this) << BigInt(this.exponent);
  }

  /** The integer when a program can count with it, or nothing. */
  toSafeInteger(): number | undefined {
    if (!this.isInteger || bitLength(this.significand) + this.exponent > 53) return undefined;
    return Number(this.toBigInt());
  }

  /** The nearest double. */
  toDouble(): number {
    return Number(this.infinite ? (this.negative ? -Infinity : Infinity) : this.toString());
  }

  /** Decimal, without an exponent, as Terraform makes a string of a number. */
  toString(): string {
    const sign = this.negative ? "-" : "";
    if (this.infinite) return `${this.negative ? "-" : "+"}Inf`;
    if (this.exponent >= 0 && bitLength(this.significand) + this.exponent <= this.precision) {
      return sign + (this.significand << BigInt(this.exponent)).toString();
    }
    return sign + placePoint(shortestDigits(this));
  }
}

function round(negative: boolean, significand: bigint, exponent: number, precision: number): HclNumber {
  return HclNumber.rounded(negative, significand, exponent, precision);
}

function divide(negative: boolean, dividend: bigint, divisor: bigint, precision: number): HclNumber {
  const shift = Math.max(0, precision + 2 - bitLength(dividend) + bitLength(divisor));
  const shifted = dividend << BigInt(shift);
  const quotient = shifted / divisor;
  // a bit that says "and a little more", so that a half is told from more than a half
  const sticky = shifted % divisor === 0n ? 0n : 1n;
  return round(negative, (quotient << 1n) | sticky, -shift - 1, precision);
}

function signed(number: HclNumber): bigint {
  return number.negative ? -number.significand : number.significand;
}

function addInfinite(left: HclNumber, right: HclNumber): HclNumber {
  if (left.infinite && right.infinite && left.negative !== right.negative) {
    throw new EvaluationError("can't compute sum of opposing infinities");
  }
  return left.infinite ? left : right;
}

function addZero(left: HclNumber, right: HclNumber): HclNumber {
  const precision = Math.max(left.precision, right.precision);
  if (left.significand !== 0n) return round(left.negative, left.significand, left.exponent, precision);
  if (right.significand !== 0n) return round(right.negative, right.significand, right.exponent, precision);
  return round(left.negative && right.negative, 0n, 0, precision);
}

function inRange(number: HclNumber): HclNumber {
  if (Math.abs(number.exponent) > 8 * MAX_EXPONENT) {
    throw new EvaluationError("the result is out of the range that is computed");
  }
  return number;
}
