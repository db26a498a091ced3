import { describe, expect, it } from "vitest";
import { memory, memoryYaml, parts, viewMemory } from "@/lib/explainers/memory";
import { modelChoices } from "@/lib/explainers/models";

const parse = (query: string) => memory.parse(new URLSearchParams(query));
const view = (query: string) => viewMemory(parse(query), modelChoices());
const GIB = 2 ** 30;

describe("memory explainer", () => {
  it.each(["", "finetuning_type=full&gpus=8&sharding=zero3", "quantization=4bit", "finetuning_type=freeze"])(
    "has parts that add up to the peak: %s",
    (query) => {
      const { rows, estimate } = view(query);
      expect(rows.map(({ part }) => part)).toEqual(parts);
      expect(rows.reduce((sum, { bytes }) => sum + bytes, 0) / GIB).toBeCloseTo(estimate.peakGiB, 6);
    },
  );

  it("shows what a part grows with", () => {
    const weights = view("finetuning_type=full&precision=pure_bf16").rows.find(({ part }) => part === "weights");
    expect(weights?.numbers).toBe("7,615,616,512 × 2 B");
  });

  it("judges the card", () => {
    expect(view("card=80").verdict).toBe("fits");
    expect(view("finetuning_type=full&card=24").verdict).toBe("too-large");
    expect(view("card=80&finetuning_type=full").plan.suggestions.length).toBeGreaterThan(0);
  });

  it("names what upstream refuses", () => {
    expect(view("finetuning_type=full&quantization=4bit").conflicts).toEqual(["quantized-needs-lora"]);
    expect(view("optim=galore").conflicts).toEqual(["projection-needs-full"]);
    expect(view("finetuning_type=full&precision=pure_bf16&sharding=zero3&gpus=2").conflicts).toEqual([
      "pure-bf16-without-zero3",
    ]);
  });

  it("survives any address", () => {
    const { estimate } = view("cutoff_len=1e99&gpus=-1&lora_target=;;&model=own&own=,,,,&card=x&optim=__proto__");
    expect(Number.isFinite(estimate.peakGiB)).toBe(true);
  });

  it("writes the keys of upstream", () => {
    const state = parse("quantization=4bit&checkpointing=offloaded&attention=eager&lengths=constant");
    const yaml = memoryYaml(state, viewMemory(state, modelChoices()).model);
    for (const line of [
      "quantization_bit: 4",
      "quantization_method: bnb",
      "use_unsloth_gc: true",
      "flash_attn: disabled",
      "packing: true",
      "bf16: true",
    ])
      expect(yaml.split("\n")).toContain(line);
    const sharded = parse("finetuning_type=full&gpus=4&sharding=zero3&offload=all");
    expect(memoryYaml(sharded, viewMemory(sharded, modelChoices()).model)).toContain(
      "deepspeed: examples/deepspeed/ds_z3_offload_config.json",
    );
  });
});
