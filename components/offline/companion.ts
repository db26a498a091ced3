/** A page's side of the offline copies: has itself kept, says when it is a copy or outdated, never reloads by itself. */

import { element } from "@/components/search/element";
import { announce } from "@/components/site/announce";
import { pageLanguage } from "@/components/site/page-language";
import { offlineNoticeMessages } from "@/lib/i18n/messages/offline-notice";
import { askWorker, register } from "./ask-worker";

const dismissedKey = "offline-notice-closed";
const updateEveryMilliseconds = 60 * 60 * 1000;

export async function startOffline(): Promise<void> {
  const isFirst = navigator.serviceWorker.controller === null;
  const savedAt = Number(document.documentElement.dataset.savedAt ?? 0);
  let registration: ServiceWorkerRegistration;
  try {
    registration = await register();
  } catch {
    // Private windows and strict settings refuse it; the site works without.
    return;
  }
  watchForUpdates(registration, isFirst);
  // What a reader who saves data has not asked for stays where it is.
  const savesData = (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;
  if (savesData && savedAt === 0) return;
  try {
    await visit(savedAt > 0);
    if (!savesData) await askWorker("refresh", {});
  } catch {
    // Without a network there is nothing to keep; the next page tries again.
    if (savedAt > 0) showCopyNotice(savedAt);
  }
}

async function visit(compare: boolean): Promise<void> {
  const resources = performance.getEntriesByType("resource").map(({ name }) => name);
  const { isChanged } = await askWorker("visit", { url: location.href, resources, compare });
  if (isChanged) showUpdateNotice();
}

function watchForUpdates(registration: ServiceWorkerRegistration, isFirst: boolean): void {
  let hasController = !isFirst;
  navigator.serviceWorker.addEventListener("controllerchange", () => {
    // The first worker only takes over; a later one comes with a new version of the site, perhaps of this page.
    if (hasController) visit(true).catch(() => {});
    hasController = true;
  });
  let checkedAt = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.hidden || Date.now() - checkedAt < updateEveryMilliseconds) return;
    checkedAt = Date.now();
    registration.update().catch(() => {});
  });
}

function showCopyNotice(savedAt: number): void {
  if (readSession(dismissedKey)) return;
  const language = pageLanguage();
  const date = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" });
  const notice = showNotice(offlineNoticeMessages[language].copyOf(date.format(savedAt)), null);
  // Once is enough for a journey without network.
  notice.addEventListener("close", () => writeSession(dismissedKey));
}

function showUpdateNotice(): void {
  const texts = offlineNoticeMessages[pageLanguage()];
  const reload = element("button", { type: "button", class: "button" }, texts.reload);
  reload.addEventListener("click", () => location.reload());
  showNotice(texts.newVersion, reload);
}

let shown: HTMLElement | undefined;

/** At the bottom, for as long as the reader wants; takes no focus. */
function showNotice(sentence: string, action: HTMLElement | null): HTMLElement {
  shown?.remove();
  const close = element("button", { type: "button", class: "button" }, offlineNoticeMessages[pageLanguage()].dismiss);
  const notice = element("div", { class: "notice no-print" }, element("p", {}, sentence), action, close);
  close.addEventListener("click", () => {
    notice.remove();
    notice.dispatchEvent(new Event("close"));
  });
  document.body.append(notice);
  shown = notice;
  announce(sentence);
  return notice;
}

function readSession(key: string): boolean {
  try {
    return sessionStorage.getItem(key) !== null;
  } catch {
    return false;
  }
}

function writeSession(key: string): void {
  try {
    sessionStorage.setItem(key, "");
  } catch {
    // Then it is said again.
  }
}
