import type { Messages, Translated } from "../en";

/** What all explainers say. Texts of one explainer stand in a file of their own, both languages together. */
const en = {
  title: "Explainers",
  lead: "Turn a parameter and see what changes: the numbers are computed as the trainer computes them.",
  settings: "Settings",
  reset: "Back to the defaults",
  copyLink: "Copy a link to these settings",
  yaml: "As YAML",
  noScript: "Changing the settings needs JavaScript. What you see is computed for the defaults.",
  tryIt: "Try it",
  parameters: "Parameters in this explainer",
  topics: "Topics",
} as const;

const zh: Translated<typeof en> = {
  title: "交互解说",
  lead: "拨动参数，看看什么会变。数字的算法与训练程序一致。",
  settings: "设置",
  reset: "恢复默认",
  copyLink: "复制当前设置的链接",
  yaml: "对应的 YAML",
  noScript: "改动设置需要 JavaScript；现在看到的是按默认设置算出的结果。",
  tryIt: "动手试试",
  parameters: "涉及的参数",
  topics: "主题",
};

export const sharedMessages = { en, zh };

/** As a hydrated component receives them. */
export type SharedTexts = Translated<typeof en> & { readonly copy: Messages["copy"] };
