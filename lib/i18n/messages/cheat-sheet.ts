import type { Translated } from "./en";

const en = {
  short: "Cheat sheet",
  title: "Cheat sheet",
  lead: (count: number, release: string) =>
    `The ${count} parameters of LLaMA-Factory ${release} that matter most, on a few sheets of A4. Bold: those that nearly every config should consider.`,
  print: "Print",
  caption: (group: string) => `Parameters: ${group}`,
};

const zh: Translated<typeof en> = {
  short: "速查表",
  title: "参数速查表",
  lead: (count: number, release: string) =>
    `LLaMA-Factory ${release} 最常用的 ${count} 个参数，打印出来是几张 A4 纸。粗体是几乎每份配置都要考虑的。`,
  print: "打印",
  caption: (group: string) => `参数：${group}`,
};

export const cheatSheetMessages = { en, zh };
