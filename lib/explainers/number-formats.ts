/** A number in the formats of training: its bits, what it becomes, and where it overflows. State, view and YAML. */

import {
  FLOAT_FORMATS,
  type FloatFormat,
  type FloatFormatName,
  formatLimits,
  type RoundingOutcome,
  roundToFormat,
} from "@/lib/calculators/number-formats";
import { quantizeValue } from "@/lib/calculators/quantization";
import { choice, defineState, number, text } from "./url-state";
import { toYamlText } from "./yaml";

export const floatNames = Object.keys(FLOAT_FORMATS) as FloatFormatName[];
export const formatNames = [...floatNames, "int8", "nf4"] as const;
export type FormatName = FloatFormatName | "int8" | "nf4";

export interface NumberFormatsState {
  /** As typed: a decimal, `inf` or `nan`. */
  readonly value: string;
  /** Largest magnitude of the block that int8 and nf4 scale by. */
  readonly absmax: number;
  /** The activation that the overflow table squares. */
  readonly activation: number;
  /** The format that the YAML asks for. */
  readonly format: FormatName;
}

export const limits = {
  absmax: { min: 1e-30, max: 1e30 },
  activation: { min: 1e-30, max: 1e30 },
} as const;

export const numberFormats = defineState<NumberFormatsState>(
  { value: "0.1", absmax: 1, activation: 300, format: "bf16" },
  {
    value: text({ length: 40, allowed: /[\w.+-]/ }),
    absmax: number(limits.absmax),
    activation: number(limits.activation),
    format: choice(formatNames),
  },
);

/** Numbers worth a look. */
export const examples = [
  "0.1",
  "1.001",
  "300",
  "65504",
  "65520",
  "1e-5",
  "1e-8",
  "3.39e38",
  "1e-45",
  "-448.1",
] as const;

/** The double that the text stands for, or `null`. */
export function readNumber(written: string): number | null {
  const trimmed = written.trim().toLowerCase();
  const word = /^([+-]?)(?:inf|infinity)$/.exec(trimmed);
  if (word) return word[1] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  if (trimmed === "nan") return Number.NaN;
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/.test(trimmed)) return null;
  return Number(trimmed);
}

export type Outcome = RoundingOutcome | "clipped";

export interface FormatRow {
  readonly name: FormatName;
  readonly sign: string;
  readonly exponent: string;
  readonly mantissa: string;
  readonly value: number;
  readonly absoluteError: number | null;
  readonly relativeError: number | null;
  readonly outcome: Outcome;
}

export interface FormatRange {
  readonly name: FloatFormatName;
  readonly maximum: number;
  readonly minimumNormal: number;
  readonly minimumSubnormal: number;
  readonly epsilon: number;
  readonly bits: number;
}

/** What becomes of x, x² and x² − x² where every step is rounded. */
export interface OverflowRow {
  readonly name: FloatFormatName;
  readonly input: number;
  readonly square: number;
  readonly difference: number;
}

export interface NumberFormatsView {
  /** `null` where the text is no number. */
  readonly input: number | null;
  readonly rows: readonly FormatRow[];
  readonly ranges: readonly FormatRange[];
  readonly overflow: readonly OverflowRow[];
}

function floatRow(name: FloatFormatName, input: number): FormatRow {
  const format: FloatFormat = FLOAT_FORMATS[name];
  const { bits, value, outcome, relativeError } = roundToFormat(input, format);
  const error = Math.abs(value - input);
  return {
    name,
    sign: bits.slice(0, 1),
    exponent: bits.slice(1, 1 + format.exponentBits),
    mantissa: bits.slice(1 + format.exponentBits),
    value,
    absoluteError: Number.isFinite(error) ? error : null,
    relativeError,
    outcome,
  };
}

/** int8 and nf4 hold no number of their own but a code, which the block's scale turns into one. */
function codeRow(name: "int8" | "nf4", input: number, absmax: number): FormatRow {
  const { code, value } = quantizeValue(input, absmax, name);
  const bits = name === "int8" ? (code & 255).toString(2).padStart(8, "0") : code.toString(2).padStart(4, "0");
  const error = Math.abs(value - input);
  const lost = value === 0 && input !== 0;
  return {
    name,
    sign: "",
    exponent: "",
    mantissa: Number.isNaN(input) ? "" : bits,
    value: Number.isNaN(input) ? Number.NaN : value,
    absoluteError: Number.isFinite(error) ? error : null,
    relativeError: input === 0 || !Number.isFinite(error) ? null : error / Math.abs(input),
    outcome: Number.isNaN(input)
      ? "nan"
      : Math.abs(input) > absmax
        ? "clipped"
        : input === 0
          ? "zero"
          : lost
            ? "underflow"
            : error === 0
              ? "exact"
              : "rounded",
  };
}

function overflowRow(name: FloatFormatName, activation: number): OverflowRow {
  const round = (value: number) => roundToFormat(value, FLOAT_FORMATS[name]).value;
  const input = round(activation);
  const square = round(input * input);
  return { name, input, square, difference: round(square - square) };
}

export function viewNumberFormats(state: NumberFormatsState): NumberFormatsView {
  const input = readNumber(state.value);
  const rows =
    input === null
      ? []
      : [
          ...floatNames.map((name) => floatRow(name, input)),
          codeRow("int8", input, state.absmax),
          codeRow("nf4", input, state.absmax),
        ];
  const ranges = floatNames.map((name) => ({ name, ...formatLimits(FLOAT_FORMATS[name]) }));
  return { input, rows, ranges, overflow: floatNames.map((name) => overflowRow(name, state.activation)) };
}

/** A value as Python prints a double, with the words of IEEE 754. */
export function formatDouble(value: number, digits = 10): string {
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return value > 0 ? "∞" : "−∞";
  if (value === 0) return Object.is(value, -0) ? "−0" : "0";
  const magnitude = Math.abs(value);
  const short = Number(magnitude.toPrecision(digits));
  const written = short >= 1e-4 && short < 1e9 ? String(short) : short.toExponential().replace("e+", "e");
  return value < 0 ? `−${written}` : written;
}

/** The keys that make a run compute or hold its weights in the format. */
export function numberFormatsYaml({ format }: NumberFormatsState): string {
  switch (format) {
    case "fp32":
      return toYamlText({ bf16: false, fp16: false });
    case "tf32":
      return toYamlText({ tf32: true });
    case "bf16":
      return toYamlText({ bf16: true });
    case "fp16":
      return toYamlText({ fp16: true });
    case "fp8_e4m3fn":
    case "fp8_e5m2":
      return toYamlText({ bf16: true, fp8: true });
    case "int8":
      return toYamlText({ quantization_bit: 8, quantization_method: "bnb" });
    case "nf4":
      return toYamlText({ quantization_bit: 4, quantization_method: "bnb", quantization_type: "nf4" });
  }
}
