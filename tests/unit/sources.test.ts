import { describe, expect, it } from "vitest";
import { evidenceUrl, fullEvidence, parseEvidence, shortEvidence } from "@/lib/sources";

const github = "https://github.com";

describe("evidence", () => {
  it.each([
    [
      "src/llamafactory/hparams/parser.py#L188-L190",
      `${github}/hiyouga/LLaMA-Factory/blob/v0.9.5/src/llamafactory/hparams/parser.py#L188-L190`,
      "parser.py:188",
    ],
    [
      "peft@0.18.1:src/peft/tuners/lora/layer.py#L281",
      `${github}/huggingface/peft/blob/v0.18.1/src/peft/tuners/lora/layer.py#L281`,
      "layer.py:281",
    ],
    ["arxiv:2106.09685", "https://arxiv.org/abs/2106.09685", "arXiv:2106.09685"],
    ["issue:1504", `${github}/hiyouga/LlamaFactory/issues/1504`, "#1504"],
    [
      "issue:huggingface/transformers#37923",
      `${github}/huggingface/transformers/issues/37923`,
      "huggingface/transformers#37923",
    ],
    ["https://pytorch.org/docs/stable/", "https://pytorch.org/docs/stable/", "pytorch.org"],
  ])("%s can be seen at %s", (text, url, short) => {
    const evidence = parseEvidence(text);
    expect(evidence && evidenceUrl(evidence)).toBe(url);
    expect(evidence && shortEvidence(evidence)).toBe(short);
  });

  it("says exactly where it stands", () => {
    const evidence = parseEvidence("trl@0.24.0:trl/trainer/dpo_trainer.py#L100");
    expect(evidence && fullEvidence(evidence)).toBe("trl trl/trainer/dpo_trainer.py:100 @ v0.24.0");
  });

  it.each(["", "parser.py line 3", "http://insecure.example", "unknownlib@1.0:a.py#L1", "javascript:alert(1)"])(
    "«%s» is no evidence",
    (text) => expect(parseEvidence(text)).toBeNull(),
  );
});
