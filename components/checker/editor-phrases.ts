import type { Language } from "@/lib/i18n/languages";

/** CodeMirror's own words, by its English ones. */
export const editorPhrases: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: {},
  zh: {
    Diagnostics: "诊断",
    "No diagnostics": "没有诊断",
    close: "关闭",
    Completions: "补全",
    "Control character": "控制字符",
    "Selection deleted": "已删除选中内容",
  },
};
