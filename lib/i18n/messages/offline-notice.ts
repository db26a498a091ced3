import type { Translated } from "./en";

/** What a page says of itself when it is a copy or outdated. Apart from the other texts, since every page carries these. */
const en = {
  copyOf: (date: string) => `There is no network. This is the copy that was kept on ${date}.`,
  newVersion: "There is a new version of this page. What you typed is kept.",
  reload: "Reload",
  dismiss: "Close",
};

const zh: Translated<typeof en> = {
  copyOf: (date: string) => `当前没有网络，这是 ${date} 保存的副本。`,
  newVersion: "这个页面有新版本。已输入的内容会保留。",
  reload: "重新加载",
  dismiss: "关闭",
};

export const offlineNoticeMessages = { en, zh };
