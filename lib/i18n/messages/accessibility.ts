import type { Translated } from "./en";

/** The statement on accessibility. It names what is tested and what is not; both lists follow the tests. */
const en = {
  short: "Accessibility",
  title: "Accessibility",
  lead: "What this site does to be usable by everyone, how that is tested, and what has not been tested.",
  aim: "Aim",
  aimText:
    "The pages aim at WCAG 2.2, level AA. No outside body has audited them; what follows is what the project itself checks.",
  tested: "Tested with every change",
  testedItems: {
    axe: "The axe rules for WCAG 2.0, 2.1 and 2.2, levels A and AA, find nothing on a page of every type, in both languages, light and dark.",
    keyboard:
      "Search, tables, the config checker and the language link work by keyboard alone; the focus is visible, never under the header, and returns to where it came from.",
    reflow: "At 320 CSS pixels, which is 400 % zoom on a common window, no page scrolls sideways as a whole.",
    targets:
      "What can be pressed measures at least 24 by 24 CSS pixels, or has that much room around it; links in running text excepted.",
    contrast: "With forced colours (Windows contrast themes) controls keep their borders and the focus stays visible.",
    motion: "With reduced motion nothing moves or scrolls smoothly.",
    live: "Counts of results, copying and progress are announced politely, without moving the focus.",
    noScript: "Without JavaScript all texts, tables and links are there; tools say what they need.",
  },
  untested: "Not tested",
  untestedItems: {
    screenReaders:
      "Nobody has gone through the site with a screen reader: no session with NVDA, JAWS, VoiceOver or TalkBack was done. The names and roles that they read are checked by rule only.",
    speech: "Speech input and switch devices were not tried.",
    people: "No test with people with disabilities has taken place.",
    figures:
      "Curves and pictures of the explainers have text alternatives and tables of their numbers, but not every movement of a picture is described.",
  },
  keyboard: "Keyboard",
  keyboardLead: "The same list opens on every page with the key ?, where single keys can also be turned off.",
  report: "Something does not work?",
  reportText:
    "Open an issue in the repository that this site is built from, or write to whoever hosts it. Say the page, what you wanted to do, what happened, and which browser and assistive technology you use. A barrier counts as a bug.",
};

const zh: Translated<typeof en> = {
  short: "无障碍",
  title: "无障碍声明",
  lead: "为了让所有人都能使用，本站做了什么、怎样测试，以及哪些还没有测试。",
  aim: "目标",
  aimText: "页面以 WCAG 2.2 AA 级为目标。没有外部机构审核过；以下是项目自己检查的内容。",
  tested: "每次改动都会测试",
  testedItems: {
    axe: "每种类型的页面，中英文、浅色与深色，axe 的 WCAG 2.0、2.1、2.2（A 与 AA 级）规则均无发现。",
    keyboard: "搜索、表格、配置检查和语言切换只用键盘就能完成；焦点清晰可见，不会被页头遮住，关闭窗口后回到原处。",
    reflow: "宽度为 320 CSS 像素（相当于常见窗口放大到 400 %）时，页面整体不需要横向滚动。",
    targets: "可以点按的目标不小于 24 × 24 CSS 像素，或周围留有同样的空间；正文里的链接除外。",
    contrast: "在强制颜色（Windows 对比度主题）下，控件保留边框，焦点仍然可见。",
    motion: "系统设为减少动态效果时，没有移动和平滑滚动。",
    live: "结果数量、复制和进度会由屏幕阅读器以不打断的方式播报，不移动焦点。",
    noScript: "没有 JavaScript 时，文字、表格和链接都在；工具会说明自己需要什么。",
  },
  untested: "没有测试",
  untestedItems: {
    screenReaders:
      "没有人用屏幕阅读器完整走过一遍：没有做过 NVDA、JAWS、VoiceOver 或 TalkBack 的实测。它们读出的名称和角色只经过规则检查。",
    speech: "没有试过语音输入和开关设备。",
    people: "没有邀请残障人士参与测试。",
    figures: "交互解说里的曲线和图有文字替代和数值表，但图的每个变化并不都有描述。",
  },
  keyboard: "键盘",
  keyboardLead: "在任何页面按 ? 都能打开同一份列表，在那里也可以关闭单键快捷键。",
  report: "遇到障碍？",
  reportText:
    "请在本站源码仓库提交 issue，或联系本站的托管者。请写明页面、想做什么、发生了什么，以及使用的浏览器和辅助技术。使用障碍按缺陷处理。",
};

export const accessibilityMessages = { en, zh };
