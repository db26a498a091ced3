import type { Translated } from "./en";

/** Texts of the pages that turn one configuration into another. */
const en = {
  input: "Your configuration",
  output: "Result",
  inputHint: "Paste a YAML file …",
  copy: "Copy the result",
  clear: "Clear",
  report: "What changed",
  nothing: "Nothing has to change.",
  open: "Left to you",
  line: "line {line}",
  rewritten: "The text could not be edited line by line and was written anew, without its comments.",
  problem: "It cannot be done: {problem}",
  failed: "The data could not be loaded. Your text is kept; try again.",
  tooLong: "This is longer than any configuration (over 500,000 characters) and is not read. Your text is kept.",
  privacy: "The text stays in this browser; nothing is sent anywhere.",
  noScript: "This page needs JavaScript. The same in a shell, in a copy of this project:",
  source: "source",
  upgrade: {
    title: "Upgrade a configuration",
    lead: "Paste a YAML for one release of LLaMA-Factory and get it for another, older ones too: keys and values are rewritten, what no longer exists is commented out with the reason, and changed defaults are named. No key is dropped silently.",
    from: "Written for",
    to: "Wanted for",
    pin: "Write out old defaults where they changed",
    compare: "All differences between two releases",
  },
  convert: {
    title: "Convert from Axolotl or ms-swift",
    lead: "Paste an Axolotl YAML, an ms-swift YAML or a swift sft command and get a LLaMA-Factory YAML, with a report of what was translated, what means something else, and what has no counterpart.",
    from: "Written for",
    report: "Key by key",
    table: "The same parameter in other frameworks",
  },
  frameworks: {
    short: "Other frameworks",
    title: "The same parameter in other frameworks",
    lead: (count: number) =>
      `${count} parameters and what they are called in transformers, PEFT and TRL, in Axolotl, in Unsloth and in ms-swift, each with the line that declares it, and with what differs in unit or meaning.`,
    versions: "Read at",
    convert: "Convert an Axolotl or ms-swift configuration",
    unslothNote:
      "Unsloth trains with TRL's trainers: what its column leaves out is set in TRL's SFTConfig or DPOConfig, under transformers' name.",
    heads: {
      name: "LLaMA-Factory",
      huggingface: "transformers / PEFT / TRL",
      axolotl: "Axolotl",
      unsloth: "Unsloth",
      "ms-swift": "ms-swift",
      notes: "What differs",
    },
    none: "none",
    relations: {
      same: "same name",
      renamed: "other name",
      different: "other values or meaning",
      none: "no counterpart",
    },
  },
} as const;

const zh: Translated<typeof en> = {
  input: "你的配置",
  output: "结果",
  inputHint: "粘贴一份 YAML……",
  copy: "复制结果",
  clear: "清空",
  report: "改了什么",
  nothing: "无需改动。",
  open: "需要你决定",
  line: "第 {line} 行",
  rewritten: "原文无法逐行修改，已重新写出，注释没有保留。",
  problem: "无法转换：{problem}",
  failed: "数据没有加载成功。你的文本还在，请再试一次。",
  tooLong: "文本超过 50 万字符，比任何配置都长，没有读取。你的文本还在。",
  privacy: "文本只留在这个浏览器里，不会发送到任何地方。",
  noScript: "这个页面需要 JavaScript。在本项目的副本里，可以用命令行做同样的事：",
  source: "出处",
  upgrade: {
    title: "升级配置",
    lead: "粘贴为某个 LLaMA-Factory 版本写的 YAML，得到适用于另一个版本（也可以更旧）的 YAML：改写键名和取值，不再存在的键注释掉并注明原因，变过的默认值一一指出。任何键都不会悄悄丢掉。",
    from: "原来的版本",
    to: "目标版本",
    pin: "默认值变过的，把旧值写出来",
    compare: "两个版本之间的全部差异",
  },
  convert: {
    title: "从 Axolotl 或 ms-swift 转换",
    lead: "粘贴 Axolotl 的 YAML、ms-swift 的 YAML 或 swift sft 命令，得到 LLaMA-Factory 的 YAML，并逐项说明：哪些已经转换，哪些含义不同，哪些没有对应的参数。",
    from: "原来的框架",
    report: "逐项说明",
    table: "同一个参数在其他框架里的名字",
  },
  frameworks: {
    short: "其他框架",
    title: "同一个参数在其他框架里的名字",
    lead: (count: number) =>
      `${count} 个参数在 transformers、PEFT、TRL、Axolotl、Unsloth 和 ms-swift 里分别叫什么，附上声明它的那一行，并说明单位或含义上的差别。`,
    versions: "所读版本",
    convert: "转换 Axolotl 或 ms-swift 的配置",
    unslothNote:
      "Unsloth 用 TRL 的训练器：它那一列没有的，写在 TRL 的 SFTConfig 或 DPOConfig 里，名字与 transformers 相同。",
    heads: {
      name: "LLaMA-Factory",
      huggingface: "transformers / PEFT / TRL",
      axolotl: "Axolotl",
      unsloth: "Unsloth",
      "ms-swift": "ms-swift",
      notes: "差别",
    },
    none: "无",
    relations: {
      same: "同名",
      renamed: "换了名字",
      different: "取值或含义不同",
      none: "没有对应参数",
    },
  },
};

export const toolMessages = { en, zh };

export type ToolTexts = Translated<typeof en>;
