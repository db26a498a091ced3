import type { Page } from "@playwright/test";

/** What a page must not do, as it does it; install before the page is opened. */
export async function watch(page: Page): Promise<{ readonly complaints: string[] }> {
  const complaints: string[] = [];
  await page.exposeFunction("reportViolation", (violation: string) => complaints.push(`policy: ${violation}`));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sample, sourceFile }) => {
      const tell = (window as unknown as { reportViolation(text: string): void }).reportViolation;
      tell(`${effectiveDirective} ${blockedURI} «${sample}» in ${sourceFile}`);
    });
  });
  page.on("console", (message) => {
    // The runner's own, where a test keeps the service worker out; see playwright.config.ts.
    if (message.text().includes("registration blocked by Playwright")) return;
    if (message.type() === "error" || message.type() === "warning") complaints.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`exception: ${error.message}`));
  page.on("dialog", (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  page.on("request", (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol.startsWith("http") && hostname !== "127.0.0.1") complaints.push(`request: ${request.url()}`);
  });
  return { complaints };
}
