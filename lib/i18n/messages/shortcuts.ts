import type { Translated } from "./en";

/** The sheet of keyboard shortcuts, which `?` opens, and the same list on the page on accessibility. */
const en = {
  title: "Keyboard shortcuts",
  close: "Close",
  single: "Single keys",
  singleLead: "They are silent while you type, and can be turned off here; the choice is remembered.",
  singleSwitch: "Single-key shortcuts",
  always: "Always",
  between: "then",
  actions: {
    search: "Search",
    filter: "Filter the table",
    copyName: "Copy the parameter's name",
    copyLink: "Copy the parameter's link",
    parameters: "All parameters",
    check: "Check a config",
    language: "Switch to Chinese",
    sheet: "This list",
    close: "Close what is open",
  },
};

const zh: Translated<typeof en> = {
  title: "键盘快捷键",
  close: "关闭",
  single: "单键",
  singleLead: "输入文字时不起作用。可以在这里关闭，选择会记住。",
  singleSwitch: "单键快捷键",
  always: "始终可用",
  between: "再按",
  actions: {
    search: "搜索",
    filter: "筛选表格",
    copyName: "复制参数名",
    copyLink: "复制参数链接",
    parameters: "全部参数",
    check: "检查配置",
    language: "切换到英文",
    sheet: "打开这份列表",
    close: "关闭打开的窗口",
  },
};

export const shortcutMessages = { en, zh };

interface Shortcut {
  /** Pressed one after another; what is written with a space is pressed together. */
  readonly keys: readonly string[];
  readonly action: keyof (typeof en)["actions"];
}

/** In the order of the list. */
export const singleKeys: readonly Shortcut[] = [
  { keys: ["/"], action: "search" },
  { keys: ["f"], action: "filter" },
  { keys: ["c"], action: "copyName" },
  { keys: ["y"], action: "copyLink" },
  { keys: ["g", "p"], action: "parameters" },
  { keys: ["g", "c"], action: "check" },
  { keys: ["t"], action: "language" },
  { keys: ["?"], action: "sheet" },
];

export const combinedKeys: readonly Shortcut[] = [
  { keys: ["Ctrl K"], action: "search" },
  { keys: ["Esc"], action: "close" },
];
