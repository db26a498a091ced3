import type { Config } from "../config";
import { lookUpFile } from "../environment";
import { PyError } from "../python/errors";
import { numberOf, PyFloat, type PyValue, plain, typeName } from "../python/values";

function isJson(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return value !== null && typeof value === "object";
  } catch {
    return false;
  }
}

function isEncodedJson(text: string): boolean {
  try {
    return isJson(atob(text.replaceAll("-", "+").replaceAll("_", "/")));
  } catch {
    return false;
  }
}

/** Why `deepspeed` is no configuration; null where it is one or nobody can say. */
export function deepSpeedProblem(config: Config): "absent" | "broken" | "type" | null {
  const value = config.raw("deepspeed");
  if (!config.isTrue("deepspeed") || value instanceof Map) return null;
  if (typeof value !== "string") return "type";
  const file = lookUpFile(config.environment, value);
  if (file === "unknown") return null;
  if (file === "absent") return isEncodedJson(value) ? null : "absent";
  return isJson(file.text) ? null : "broken";
}

/** The product that DeepSpeed's batch size is compared with; the word `auto` belongs into DeepSpeed's own file. */
export function trainBatch(config: Config): PyValue {
  const world: PyValue = config.environment.worldSize ?? config.environment.gpus ?? 1;
  return multiply(multiply(world, "per_device_train_batch_size", config), "gradient_accumulation_steps", config);
}

function multiply(left: PyValue, name: string, config: Config): PyValue {
  const right = config.raw(name);
  const [a, b] = [numberOf(left), numberOf(right)];
  if (a !== undefined && b !== undefined)
    return left instanceof PyFloat || right instanceof PyFloat ? new PyFloat(a * b) : a * b;
  const isSequence = (value: PyValue) => typeof value === "string" || Array.isArray(value);
  if (isSequence(left) || isSequence(right)) {
    const other = isSequence(left) ? right : left;
    if (!isSequence(other) && typeName(other) === "int") return isSequence(left) ? left : right;
    throw new PyError("TypeError", `can't multiply sequence by non-int of type '${typeName(other)}'`, [name]);
  }
  throw new PyError("TypeError", `unsupported operand type(s) for *: '${typeName(left)}' and '${typeName(right)}'`, [
    name,
  ]);
}

type Settings = Readonly<Record<string, unknown>>;

/** The DeepSpeed configuration itself, where it is at hand. */
export function deepSpeedSettings(config: Config): Settings | null {
  const value = config.raw("deepspeed");
  if (!config.isTrue("deepspeed")) return null;
  if (value instanceof Map) return toObject(plain(value)) as Settings;
  if (typeof value !== "string") return null;
  const file = lookUpFile(config.environment, value);
  if (typeof file === "string") return null;
  try {
    const settings: unknown = JSON.parse(file.text);
    return settings !== null && typeof settings === "object" ? (settings as Settings) : null;
  } catch {
    return null;
  }
}

function toObject(value: unknown): unknown {
  return value instanceof Map ? Object.fromEntries([...value].map(([key, item]) => [key, toObject(item)])) : value;
}

// Settings that must be "auto" or say the same as the parameter.
const PAIRS = [
  ["train_micro_batch_size_per_gpu", "per_device_train_batch_size"],
  ["gradient_accumulation_steps", "gradient_accumulation_steps"],
  ["gradient_clipping", "max_grad_norm"],
] as const;

export function deepSpeedMismatches(config: Config) {
  const settings = deepSpeedSettings(config);
  if (!settings) return [];
  return PAIRS.flatMap(([setting, parameter]) => {
    const value = settings[setting];
    const own = config.value(parameter);
    const differs = typeof value === "number" && typeof own === "number" && value !== own;
    return differs ? [{ setting, value: String(value), parameter, own: String(own) }] : [];
  });
}
