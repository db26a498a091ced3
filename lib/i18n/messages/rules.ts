import type { Language } from "../languages";

const en = {
  title: "Every rule LLaMA-Factory enforces",
  lead: (all: number, checked: number, release: string) =>
    `What ${release} refuses, warns of, or changes silently when it starts: ${all} places in its source, ${checked} of which the config checker reproduces. For the others, the reason why not.`,
  description: (all: number, release: string) =>
    `The ${all} places where LLaMA-Factory ${release} refuses, warns of or silently changes a setting, with its own message and source line, and whether the config checker covers them.`,
  link: "Every rule that is checked",
  toCheck: "Check a config",
  heads: {
    rule: "Rule",
    message: "What upstream says",
    parameters: "Parameters",
    kind: "Kind",
    commands: "Commands",
    checked: "Checked here",
    source: "Source",
  },
  kinds: { error: "refuses", warning: "warns", adjust: "changes silently", dependency: "needs a package" },
  everyCommand: "all",
  silent: "nothing",
  checked: { yes: "yes", no: "no" },
};

const zh: typeof en = {
  title: "LLaMA-Factory 的全部检查规则",
  lead: (all, checked, release) =>
    `${release} 启动时会拒绝、警告或悄悄改动的 ${all} 处源码，配置检查复现了其中 ${checked} 处；其余各条注明为什么查不了。`,
  description: (all, release) =>
    `LLaMA-Factory ${release} 拒绝、警告或悄悄改动设置的 ${all} 处源码：原文报错、源码行，以及配置检查是否覆盖。`,
  link: "全部检查规则",
  toCheck: "检查配置",
  heads: {
    rule: "规则",
    message: "上游的提示",
    parameters: "涉及的参数",
    kind: "类别",
    commands: "命令",
    checked: "能否检查",
    source: "源码",
  },
  kinds: { error: "拒绝", warning: "警告", adjust: "悄悄改动", dependency: "需要安装包" },
  everyCommand: "全部",
  silent: "无提示",
  checked: { yes: "能", no: "不能" },
};

export const ruleMessages = { en, zh } satisfies Record<Language, typeof en>;
