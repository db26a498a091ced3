import type { Transformers } from "./catalog";

/** What the reader knows about the machine; everything may be left open. */
export interface Environment {
  readonly gpus?: number;
  readonly worldSize?: number;
  /** torchrun: one process per GPU. plain: one process, one GPU. python-multi: one process that sees several GPUs. */
  readonly launch?: "torchrun" | "plain" | "python-multi";
  readonly bf16?: boolean;
  /** The DeepSpeed ZeRO stage, where the file that `deepspeed` names is out of reach. */
  readonly zero?: 0 | 1 | 2 | 3;
  readonly fsdp?: boolean;
  readonly npu?: boolean;
  /** Experiment trackers that are installed. */
  readonly reporters?: readonly string[];
  readonly missing?: readonly string[];
  readonly versions?: Readonly<Record<string, string>>;
  readonly vars?: Readonly<Record<string, string>>;
  readonly transformers?: Transformers;
  /** Files in the working directory: name → text. */
  readonly files?: Readonly<Record<string, string>>;
  /** Whether a file that is not in `files` does not exist. */
  readonly filesAreComplete?: boolean;
}

export type AssumptionId =
  | "command"
  | "one-process"
  | "several-processes"
  | "one-gpu"
  | "bf16"
  | "zero-from-name"
  | "zero-unknown"
  | "no-trackers"
  | "transformers"
  | "megatron"
  | "v1"
  | "torchrun-for-deepspeed"
  | "torchrun-for-fsdp"
  | "config-file-absent"
  | "kt"
  | "ray";

export interface Assumption {
  readonly id: AssumptionId;
  readonly data: Readonly<Record<string, string>>;
}

/** Upstream's reading of a switch in the environment: `yes` and `on` do not count. */
export function isEnabled(environment: Environment, name: string, fallback = "0"): boolean {
  const vars = environment.vars ?? {};
  const value = Object.hasOwn(vars, name) ? (vars[name] ?? fallback) : fallback;
  return ["true", "y", "1"].includes(value.toLowerCase());
}

/** A file of the working directory: its text, that there is none, or that nobody can say. */
export function lookUpFile(environment: Environment, path: string): { readonly text: string } | "absent" | "unknown" {
  const files = environment.files ?? {};
  const name = path.replace(/^(\.\/)+/, "");
  if (Object.hasOwn(files, name)) return { text: files[name] as string };
  if (Object.hasOwn(files, path)) return { text: files[path] as string };
  return environment.filesAreComplete ? "absent" : "unknown";
}

/** Whether a folder exists and what it holds; undefined where nobody can say. */
export function listFolder(environment: Environment, path: string): readonly string[] | undefined {
  const prefix = `${path.replace(/^(\.\/)+/, "").replace(/\/+$/, "")}/`;
  const inside = Object.keys(environment.files ?? {}).flatMap((name) =>
    name.startsWith(prefix) ? [name.slice(prefix.length)] : [],
  );
  return inside.length > 0 || environment.filesAreComplete ? inside : undefined;
}
