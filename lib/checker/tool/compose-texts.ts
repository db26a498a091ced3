import type { Language } from "../language";

export type LineText =
  | "model"
  | "quantization"
  | "template"
  | "templateUnknown"
  | "sft"
  | "dpo"
  | "kto"
  | "rm"
  | "pt"
  | "predictStage"
  | "doTrain"
  | "doPredict"
  | "withGenerate"
  | "lora"
  | "loraRank"
  | "loraTarget"
  | "freeze"
  | "freezeLayers"
  | "full"
  | "zero3"
  | "prefBeta"
  | "prefLoss"
  | "dataset"
  | "demoData"
  | "cutoffLen"
  | "maxNewTokens"
  | "outputDir"
  | "loggingSteps"
  | "saveSteps"
  | "plotLoss"
  | "reportTo"
  | "batch"
  | "evalBatch"
  | "accumulation"
  | "learningRate"
  | "epochs"
  | "scheduler"
  | "warmup"
  | "bf16"
  | "fp16"
  | "adapter"
  | "exportDir"
  | "exportSize"
  | "exportDevice";

interface ComposeTexts {
  readonly title: (goal: string, method: string | null) => string;
  readonly lines: Readonly<Record<LineText, string>>;
}

export const composeTexts: Readonly<Record<Language, ComposeTexts>> = {
  en: {
    title: (goal, method) => (method === null ? goal : `${goal}, ${method}`),
    lines: {
      model: "Hub id or a local folder",
      quantization: "load the frozen model in 4 bits: a quarter of the weights' memory",
      template: "must fit the model, and be the same in training, chat and export",
      templateUnknown: "the model's name does not tell it: look the template up",
      sft: "learn from questions with answers",
      dpo: "learn from pairs: a better and a worse answer",
      kto: "learn from single answers marked good or bad",
      rm: "a model that scores answers; data in pairs",
      pt: "learn from plain text",
      predictStage: "answers are generated with the stage sft",
      doTrain: "without it, nothing is trained",
      doPredict: "answer every sample and write the answers down",
      withGenerate: "generate the answers; also gives BLEU and ROUGE",
      lora: "train small adapters, the model stays frozen",
      loraRank: "size of the adapters; 8 to 64 is usual",
      loraTarget: "adapters on all linear layers",
      freeze: "train some layers, the others stay frozen",
      freezeLayers: "how many of the last layers",
      full: "all weights are trained",
      zero3: "weights, gradients and optimizer states are spread over the GPUs",
      prefBeta: "how closely to stay with the reference model",
      prefLoss: "the original DPO loss",
      dataset: "names in data/dataset_info.json",
      demoData: "demo data of the repository; put your own name from data/dataset_info.json here",
      cutoffLen: "tokens per sample; what is longer is cut off",
      maxNewTokens: "longest answer, in tokens",
      outputDir: "checkpoints, logs and the result",
      loggingSteps: "a line in the log every so many steps",
      saveSteps: "a checkpoint every so many steps",
      plotLoss: "draw the loss curve at the end",
      reportTo: "no experiment tracker; wandb, swanlab, tensorboard … otherwise",
      batch: "samples on each GPU at once",
      evalBatch: "samples on each GPU at once",
      accumulation: "effective batch size = this × samples per GPU × GPUs",
      learningRate: "start here; lower it if the loss jumps",
      epochs: "how often the data is gone through",
      scheduler: "falls along a cosine to 0",
      warmup: "share of the steps in which the rate rises",
      bf16: "needs Ampere (RTX 30, A100) or newer; write fp16 on older cards",
      fp16: "for cards without bf16",
      adapter: "output_dir of the training",
      exportDir: "where the whole model is written",
      exportSize: "GB per file",
      exportDevice: "merging on the CPU needs RAM and no GPU memory",
    },
  },
  zh: {
    title: (goal, method) => (method === null ? goal : `${goal}（${method}）`),
    lines: {
      model: "Hub 上的名字，或本地文件夹",
      quantization: "冻结的模型按 4 比特加载，权重显存约为四分之一",
      template: "必须与模型相符，训练、对话、导出用同一个",
      templateUnknown: "从模型名看不出对话模板，请自行查找",
      sft: "用问答数据训练",
      dpo: "用偏好对训练：一个较好、一个较差的回答",
      kto: "用标了好坏的单条回答训练",
      rm: "给回答打分的模型，数据为偏好对",
      pt: "用纯文本训练",
      predictStage: "生成回答用 sft 阶段",
      doTrain: "不写就不会训练",
      doPredict: "对每条样本生成回答并写入文件",
      withGenerate: "生成回答，并计算 BLEU 和 ROUGE",
      lora: "只训练小的适配器，模型本身冻结",
      loraRank: "适配器的秩，常用 8 到 64",
      loraTarget: "给所有线性层加适配器",
      freeze: "只训练部分层，其余冻结",
      freezeLayers: "训练最后几层",
      full: "训练全部权重",
      zero3: "权重、梯度和优化器状态分摊到各张 GPU",
      prefBeta: "对参考模型的约束强度",
      prefLoss: "原始的 DPO 损失",
      dataset: "data/dataset_info.json 里的名字",
      demoData: "仓库自带的演示数据，请换成 data/dataset_info.json 里你自己的数据集",
      cutoffLen: "每条样本的 token 上限，超出的部分被截断",
      maxNewTokens: "回答最多多少个 token",
      outputDir: "检查点、日志和结果的位置",
      loggingSteps: "每多少步记一次日志",
      saveSteps: "每多少步存一个检查点",
      plotLoss: "结束时画出损失曲线",
      reportTo: "不用实验跟踪工具；需要时写 wandb、swanlab、tensorboard 等",
      batch: "每张 GPU 一次处理的样本数",
      evalBatch: "每张 GPU 一次处理的样本数",
      accumulation: "有效批大小 = 它 × 每卡样本数 × GPU 数",
      learningRate: "从这里起步，损失跳动就调低",
      epochs: "数据过几轮",
      scheduler: "按余弦曲线降到 0",
      warmup: "学习率上升阶段占总步数的比例",
      bf16: "需要 Ampere（RTX 30、A100）或更新的卡；老卡改写 fp16",
      fp16: "给不支持 bf16 的卡",
      adapter: "训练时的 output_dir",
      exportDir: "完整模型写到哪里",
      exportSize: "每个文件多少 GB",
      exportDevice: "在 CPU 上合并，用内存而不占显存",
    },
  },
};
