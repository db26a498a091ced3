import type { Language } from "../language";
import type { Goal, Method } from "./wish";

interface WishNames {
  readonly goals: Readonly<Record<Goal, string>>;
  readonly methods: Readonly<Record<Method, string>>;
}

export const wishNames: Readonly<Record<Language, WishNames>> = {
  en: {
    goals: {
      sft: "Supervised fine-tuning",
      dpo: "Preference training (DPO)",
      kto: "Preference training on single answers (KTO)",
      rm: "Reward model",
      pt: "Continued pre-training",
      predict: "Prediction and scores",
      export: "Merge and export",
    },
    methods: { lora: "LoRA", qlora: "QLoRA (4 bits)", freeze: "last layers only", full: "full fine-tuning" },
  },
  zh: {
    goals: {
      sft: "指令微调（SFT）",
      dpo: "偏好训练（DPO）",
      kto: "单条反馈的偏好训练（KTO）",
      rm: "奖励模型",
      pt: "继续预训练",
      predict: "批量预测与评测",
      export: "合并并导出",
    },
    methods: { lora: "LoRA", qlora: "QLoRA，4 比特", freeze: "只训练最后几层", full: "全量微调" },
  },
};
