import type { Translated } from "./en";

/** Texts of the page about reading without a network; what every page says of it is in ./offline-notice. */
const en = {
  short: "Offline",
  title: "Read it offline",
  lead: "Every page that you open stays readable without a network, with the search and its tools. Here you can keep everything in English at once.",
  missing: {
    title: "You are offline, and this page was not kept",
    lead: "It can be read here once you have opened it with a network. What follows is on this device.",
    retry: "Try again",
  },
  all: {
    title: "Keep everything in English",
    text: "All pages, the search, the config checker and the calculators. It stays up to date by itself; nothing about you is sent anywhere.",
    size: (pages: string, megabytes: string) => `${pages} pages, ${megabytes} MB to download.`,
    start: "Make everything available offline",
    resume: "Go on",
    cancel: "Cancel",
    remove: "Remove the copy",
    progressLabel: "Progress of the download",
    progress: (done: string, total: string) => `${done} of ${total} MB`,
    partial: "An earlier download was interrupted.",
    done: (date: string) => `Everything in English is available offline, as of ${date}.`,
    cancelled: "Cancelled; nothing was kept.",
    removed: "The copy was removed. Pages that you open are still kept.",
    network: "The network broke off. What has arrived is kept; go on when it is back.",
    space: "This device has too little space left for it.",
    unknown: "The size is not known without a network.",
    other: "The same in Chinese",
  },
  list: {
    title: "Available now",
    empty: "Nothing yet: pages appear here once they were opened.",
    count: (n: number) => (n === 1 ? "1 page" : `${n} pages`),
    others: "Other pages",
  },
  noScript: "Keeping pages needs JavaScript.",
  unsupported: "This browser keeps no pages here: it may be a private window, or the address is not https.",
  install: {
    title: "As an app",
    text: "The browser's menu can install this site, which gives it a window and an icon of its own. It needs no store and no account.",
  },
};

const zh: Translated<typeof en> = {
  short: "离线阅读",
  title: "离线阅读",
  lead: "打开过的页面断网后仍能阅读，搜索和页面上的工具也能用。也可以在这里一次保存全部中文内容。",
  missing: {
    title: "当前没有网络，这个页面也没有保存过",
    lead: "联网打开一次之后，就能离线阅读。下面是这台设备上已有的页面。",
    retry: "再试一次",
  },
  all: {
    title: "保存全部中文内容",
    text: "包括所有页面、搜索、配置检查和计算器。保存后自动更新；不会发送任何与你有关的信息。",
    size: (pages: string, megabytes: string) => `共 ${pages} 个页面，需下载 ${megabytes} MB。`,
    start: "全部保存到本机",
    resume: "继续",
    cancel: "取消",
    remove: "删除副本",
    progressLabel: "下载进度",
    progress: (done: string, total: string) => `已下载 ${done} MB，共 ${total} MB`,
    partial: "上次的下载中断了。",
    done: (date: string) => `全部中文内容都已可离线阅读，更新于 ${date}。`,
    cancelled: "已取消，没有保存任何内容。",
    removed: "副本已删除。打开过的页面仍会保存。",
    network: "网络中断。已下载的部分会保留，恢复后可以继续。",
    space: "这台设备的空间不够。",
    unknown: "没有网络，无法得知大小。",
    other: "保存英文内容",
  },
  list: {
    title: "现在可以阅读",
    empty: "还没有：页面打开过之后会出现在这里。",
    count: (n: number) => `${n} 个页面`,
    others: "其他页面",
  },
  noScript: "保存页面需要 JavaScript。",
  unsupported: "这个浏览器无法在这里保存页面：可能是无痕窗口，或者地址不是 https。",
  install: {
    title: "安装为应用",
    text: "可以用浏览器菜单安装本站，之后它有自己的窗口和图标。不经过应用商店，也不需要账号。",
  },
};

export const offlineMessages = { en, zh };
