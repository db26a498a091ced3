/**
 * Rounding of a number into the floating-point formats of training, bit by bit: to nearest, ties to even, without
 * saturation and without flushing subnormals to zero, as a cast in torch does on the CPU.
 */

export interface FloatFormat {
  readonly exponentBits: number;
  readonly mantissaBits: number;
  readonly bias: number;
  /** OCP's e4m3fn has no infinity: the all-ones exponent counts, and only all ones in the mantissa are NaN. */
  readonly infinity: boolean;
}

/** IEEE 754 binary32 and binary16; bfloat16; NVIDIA's TF32 (19 of 32 bits kept); OCP FP8, revision 1.0. */
export const FLOAT_FORMATS = {
  fp32: { exponentBits: 8, mantissaBits: 23, bias: 127, infinity: true },
  tf32: { exponentBits: 8, mantissaBits: 10, bias: 127, infinity: true },
  bf16: { exponentBits: 8, mantissaBits: 7, bias: 127, infinity: true },
  fp16: { exponentBits: 5, mantissaBits: 10, bias: 15, infinity: true },
  fp8_e4m3fn: { exponentBits: 4, mantissaBits: 3, bias: 7, infinity: false },
  fp8_e5m2: { exponentBits: 5, mantissaBits: 2, bias: 15, infinity: true },
} as const satisfies Record<string, FloatFormat>;
export type FloatFormatName = keyof typeof FLOAT_FORMATS;

/** What rounding did to the number. */
export type RoundingOutcome = "zero" | "exact" | "rounded" | "subnormal" | "underflow" | "overflow" | "nan";

export interface RoundedNumber {
  /** The number that is stored; an infinity or NaN after an overflow. */
  readonly value: number;
  /** Sign, exponent, mantissa, as a string of 0 and 1. */
  readonly bits: string;
  readonly outcome: RoundingOutcome;
  /** |value - input| / |input|; `null` for 0, and where the result is not finite. */
  readonly relativeError: number | null;
}

export interface FormatLimits {
  readonly bits: number;
  readonly maximum: number;
  readonly minimumNormal: number;
  readonly minimumSubnormal: number;
  /** Distance from 1 to the next number. */
  readonly epsilon: number;
  /** The smallest magnitude that rounds past `maximum` (for e4m3fn the tie itself still rounds down). */
  readonly overflowFrom: number;
}

/** The limits of a format, as numbers without a unit. */
export function formatLimits({ exponentBits: e, mantissaBits: m, bias, infinity }: FloatFormat): FormatLimits {
  const top = 2 ** e - 1 - (infinity ? 1 : 0) - bias;
  const ulp = 2 ** (top - m);
  const maximum = 2 ** top * 2 - ulp * (infinity ? 1 : 2);
  return {
    bits: 1 + e + m,
    maximum,
    minimumNormal: 2 ** (1 - bias),
    minimumSubnormal: 2 ** (1 - bias - m),
    epsilon: 2 ** -m,
    overflowFrom: maximum + ulp / 2,
  };
}

function halfToEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  if (rest !== 0.5) return rest < 0.5 ? floor : floor + 1;
  return floor % 2 === 0 ? floor : floor + 1;
}

/** The exponent of a finite, non-zero double: 2^e ≤ |x| < 2^(e+1). */
function exponentOf(magnitude: number): number {
  const guess = Math.floor(Math.log2(magnitude));
  // log2 is rounded, and may land on the next whole number.
  if (2 ** guess > magnitude) return guess - 1;
  return 2 ** (guess + 1) <= magnitude ? guess + 1 : guess;
}

const binary = (value: number, width: number) => value.toString(2).padStart(width, "0");

/**
 * Rounds a number into a format.
 *
 * @param input any double; text is taken as the nearest one by the caller
 */
export function roundToFormat(input: number, format: FloatFormat): RoundedNumber {
  const { exponentBits, mantissaBits, bias, infinity } = format;
  const sign = input < 0 || Object.is(input, -0) ? "1" : "0";
  const ones = 2 ** exponentBits - 1;
  const pack = (exponent: number, mantissa: number) =>
    sign + binary(exponent, exponentBits) + binary(mantissa, mantissaBits);
  const signed = (magnitude: number) => (sign === "1" ? -magnitude : magnitude);

  const nan = { value: Number.NaN, relativeError: null } as const;
  if (Number.isNaN(input)) {
    const quiet = infinity ? 2 ** (mantissaBits - 1) : 2 ** mantissaBits - 1;
    return { ...nan, bits: pack(ones, quiet), outcome: "nan" };
  }
  if (input === 0) return { value: signed(0), bits: pack(0, 0), outcome: "zero", relativeError: null };

  const { maximum, minimumNormal } = formatLimits(format);
  const magnitude = Math.abs(input);
  const exponent = Number.isFinite(magnitude) ? Math.max(exponentOf(magnitude), 1 - bias) : 0;
  const quantum = 2 ** (exponent - mantissaBits);
  // Scaling by a power of two is exact: at most mantissaBits + 1 bits stand before the point.
  const units = halfToEven(magnitude / quantum);
  const rounded = units * quantum;

  if (!Number.isFinite(magnitude) || rounded > maximum) {
    if (!infinity) return { ...nan, bits: pack(ones, 2 ** mantissaBits - 1), outcome: "overflow" };
    return {
      value: signed(Number.POSITIVE_INFINITY),
      bits: pack(ones, 0),
      outcome: Number.isFinite(magnitude) ? "overflow" : "exact",
      relativeError: null,
    };
  }

  // A carry out of the mantissa lands in the exponent by itself.
  const code = rounded < minimumNormal ? units : (exponent + bias - 1) * 2 ** mantissaBits + units;
  const stored = { value: signed(rounded), bits: sign + binary(code, exponentBits + mantissaBits) };
  if (rounded === magnitude) return { ...stored, outcome: "exact", relativeError: 0 };
  const outcome = rounded === 0 ? "underflow" : rounded < minimumNormal ? "subnormal" : "rounded";
  return { ...stored, outcome, relativeError: Math.abs(rounded - magnitude) / magnitude };
}

/** The same number in every format. */
export function roundToAllFormats(input: number): Record<FloatFormatName, RoundedNumber> {
  const entries = Object.entries(FLOAT_FORMATS).map(([name, format]) => [name, roundToFormat(input, format)]);
  return Object.fromEntries(entries) as Record<FloatFormatName, RoundedNumber>;
}
