import type { Language } from "../languages";
import type { Translated } from "./en";

/** Texts of the pictures and data that stand for a page in chats and search results. */
const en = {
  kinds: {
    parameter: "Parameter",
    environment: "Environment switch",
    topic: "Topic",
    question: "Question",
    explainer: "Explainer",
    site: "Reference",
  },
  /** On one picture: «Parameter · Fine-tuning». */
  kind: "{kind} · {group}",
  parameters: "Parameters",
  topics: "Topics",
  questions: "Questions",
  explainers: "Explainers",
  about: "About",
} as const;

const zh: Translated<typeof en> = {
  kinds: {
    parameter: "参数",
    environment: "环境变量开关",
    topic: "主题",
    question: "问题",
    explainer: "交互解说",
    site: "参考手册",
  },
  kind: "{kind} · {group}",
  parameters: "参数",
  topics: "主题",
  questions: "问题",
  explainers: "交互解说",
  about: "涉及",
};

export const sharingMessages = { en, zh } satisfies Record<Language, Translated<typeof en>>;
