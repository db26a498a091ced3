import type { Translated } from "../en";

/** The choice of a model, which several explainers have. */
const en = {
  title: "Model",
  model: "Model",
  own: "Own dimensions",
  ownGroup: "None of these",
  hint: "{total} parameters",
  dimensions: {
    hiddenSize: "Hidden size",
    intermediateSize: "MLP size",
    layers: "Layers",
    heads: "Attention heads",
    keyValueHeads: "Key/value heads",
    headDim: "Size of a head",
    vocabularySize: "Vocabulary",
  },
  tied: "Output layer is the embedding",
} as const;

const zh: Translated<typeof en> = {
  title: "模型",
  model: "模型",
  own: "自定义尺寸",
  ownGroup: "不在列表里",
  hint: "共 {total} 个参数",
  dimensions: {
    hiddenSize: "隐藏层宽度",
    intermediateSize: "MLP 宽度",
    layers: "层数",
    heads: "注意力头数",
    keyValueHeads: "键值头数",
    headDim: "每个头的宽度",
    vocabularySize: "词表大小",
  },
  tied: "输出层与嵌入层共用权重",
};

export const modelMessages = { en, zh };
export type ModelTexts = Translated<typeof en>;
