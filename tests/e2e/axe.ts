import type { Page } from "@playwright/test";
import axe, { type AxeResults, type RunOptions } from "axe-core";

/** Selectors of what is looked at. */
type Context = string | { readonly include: string; readonly exclude: string };

interface AxeWindow {
  readonly axe: { run(context: Context, options: RunOptions): Promise<AxeResults> };
}

const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * What axe finds, one line for each rule that is broken. It is run in the page itself: the site has no frames, for which axe's own
 * binding opens a second page at every call.
 */
export async function axeViolations(page: Page, context: Context = "html"): Promise<string[]> {
  // Read by the driver and not by a script element, which the site's policy would refuse.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  const options: RunOptions = { resultTypes: ["violations"], runOnly: { type: "tag", values: standards } };
  return page.evaluate(
    async ([within, how]) => {
      const { violations } = await (window as unknown as AxeWindow).axe.run(within, how);
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`);
    },
    [context, options] as const,
  );
}
