/** A browser held back as the bars ask: four times slower, and on a slow connection where loading is measured. */

import { type Browser, chromium, type Page } from "@playwright/test";
import { ensureChrome } from "../find-chrome";

export const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const slowdown = 4;
/** «Slow 4G» as Lighthouse defines it, in bytes per second and milliseconds. */
const slow4g = { downloadThroughput: (1638.4 * 1024) / 8, uploadThroughput: (675 * 1024) / 8, latency: 150 };

export interface Loading {
  readonly fcp: number;
  readonly lcp: number;
  readonly cls: number;
  readonly tbt: number;
  readonly requests: number;
  /** Bytes over the wire by kind: document, stylesheet, script, fetch, other. */
  readonly bytes: Readonly<Record<string, number>>;
}

/** What the page notes about itself; read after the fact. */
interface Notes {
  fcp: number;
  lcp: number;
  cls: number;
  longTasks: number[];
  /** Milliseconds from each interaction to its paint; the browser reports none below 16. */
  interactions: { id: number; duration: number; kind: string }[];
}

declare global {
  interface Window {
    measured: Notes;
  }
}

export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: ensureChrome(), args: flags });
}

export async function openPage(
  browser: Browser,
  { network, width = 412 }: { network: boolean; width?: number },
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 823 }, locale: "en-US" });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  if (network) {
    await session.send("Network.enable");
    await session.send("Network.emulateNetworkConditions", { offline: false, ...slow4g });
  }
  // The runner's compiler wraps functions to keep their names; in the page there is nothing to keep them for.
  await page.addInitScript("globalThis.__name ??= (wrapped) => wrapped");
  await page.addInitScript(observe);
  return page;
}

/** Runs in the page, before anything else there. */
function observe(): void {
  const notes: Notes = { fcp: 0, lcp: 0, cls: 0, longTasks: [], interactions: [] };
  window.measured = notes;
  const on = (type: string, read: (entry: PerformanceEntry) => void, options: object = {}) =>
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) read(entry);
    }).observe({ type, buffered: true, ...options });
  on("paint", (entry) => {
    if (entry.name === "first-contentful-paint") notes.fcp = entry.startTime;
  });
  on("largest-contentful-paint", (entry) => {
    notes.lcp = entry.startTime;
  });
  on("layout-shift", (entry) => {
    const shift = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
    if (!shift.hadRecentInput) notes.cls += shift.value;
  });
  on("longtask", (entry) => {
    notes.longTasks.push(entry.duration);
  });
  on(
    "event",
    (entry) => {
      const event = entry as PerformanceEntry & { interactionId: number };
      if (event.interactionId > 0)
        notes.interactions.push({ id: event.interactionId, duration: event.duration, kind: event.name });
    },
    { durationThreshold: 16 },
  );
}

export async function measureLoading(browser: Browser, url: string): Promise<Loading> {
  const page = await openPage(browser, { network: true });
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  const kinds = new Map<string, string>();
  const bytes: Record<string, number> = {};
  let requests = 0;
  session.on("Network.responseReceived", ({ requestId, type }) => kinds.set(requestId, type.toLowerCase()));
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId) ?? "other";
    requests += 1;
    bytes[kind] = (bytes[kind] ?? 0) + encodedDataLength;
  });
  await page.goto(url, { waitUntil: "load" });
  await page.waitForLoadState("networkidle");
  await page.waitForTimeout(500);
  const { fcp, lcp, cls, longTasks } = await page.evaluate(() => window.measured);
  await page.context().close();
  const tbt = longTasks.reduce((sum, duration) => sum + Math.max(0, duration - 50), 0);
  return { fcp, lcp, cls, tbt, requests, bytes };
}

/** Milliseconds from each interaction since the last call to the paint that followed it; shorter ones count as 16. */
export async function takeInteractions(page: Page, count: number): Promise<number[]> {
  // The browser reports an interaction once its frame is shown.
  await page.waitForTimeout(150);
  const entries = await page.evaluate(() => window.measured.interactions.splice(0));
  const longest = new Map<number, number>();
  for (const { id, duration } of entries) longest.set(id, Math.max(longest.get(id) ?? 0, duration));
  const times = [...longest.values()];
  return [...times, ...Array.from({ length: Math.max(0, count - times.length) }, () => 16)];
}

export function percentile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const median = (times: readonly number[]) => percentile(times, 0.5);
