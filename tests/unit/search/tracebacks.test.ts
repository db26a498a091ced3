import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { buildIndex } from "@/lib/search/build";
import { createEngine } from "@/lib/search/engine";
import { tellingPart } from "@/lib/search/messages";

const engine = createEngine(buildIndex("en"));

/** Logs as readers paste them: tests/fixtures/search/tracebacks/<what answers it>.txt */
const cases: readonly (readonly [file: string, answers: readonly string[]])[] = [
  ["out-of-memory", ["per_device_train_batch_size", "cutoff_len"]],
  ["undefined-dataset", ["dataset", "dataset_dir"]],
  ["unknown-keys", ["adapter_name_or_path", "stage"]],
  ["merge-quantized", ["adapter_name_or_path", "quantization_bit", "export_dir"]],
  ["nccl-timeout", ["ddp_timeout"]],
  ["target-modules", ["lora_target"]],
  ["zero3-generate", ["predict_with_generate"]],
  ["ready-twice", ["use_reentrant_gc", "ddp_find_unused_parameters"]],
  ["save-eval-strategy", ["load_best_model_at_end", "eval_strategy", "save_strategy"]],
  ["force-torchrun", ["deepspeed"]],
];

describe("a pasted traceback", () => {
  it.each(cases)("%s: what answers it is among the first three", (file, answers) => {
    const text = readFileSync(`tests/fixtures/search/tracebacks/${file}.txt`, "utf8");
    // With its line breaks, and as a field for one line joins them.
    for (const pasted of [text, text.replace(/\s+/g, " ")]) {
      const found = engine.search(pasted).results.slice(0, 3);
      expect(found[0]?.reason.field, `${found[0]?.kind} ${found[0]?.key}`).toBe("message");
      expect(found.flatMap(({ key, parameters }) => [key, ...parameters])).toEqual(
        expect.arrayContaining([expect.stringMatching(new RegExp(`^(${answers.join("|")})$`))]),
      );
    }
  });
});

describe("tellingPart", () => {
  it("leaves a short query as it is", () => {
    expect(tellingPart("loss is 0")).toBe("loss is 0");
  });

  it("keeps of a log the lines that name an error", () => {
    const log =
      'Traceback (most recent call last):\n  File "a.py", line 1, in <module>\n    main()\nValueError: no such template\n';
    expect(tellingPart(log)).toBe("ValueError: no such template");
  });
});
