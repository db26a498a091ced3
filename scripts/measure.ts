/**
 * `npm run measure [-- pages interactions lighthouse growth]`: what the bars of docs/measurements.md say, measured on the built export.
 *
 * Absolute times belong to the machine; a page is therefore measured beside its own twin without scripts. Exits with 1 where a goal is
 * missed.
 */

import { parseArgs } from "node:util";
import { launch } from "./measure/browser";
import { reportGrowth } from "./measure/growth";
import { reportInteractions } from "./measure/interactions";
import { reportLighthouse } from "./measure/lighthouse";
import { type Report, reportPages } from "./measure/pages";
import { serveTwins } from "./measure/twins";
import { serveExport } from "./serve-export";

const { positionals } = parseArgs({ allowPositionals: true });
const site = await serveExport(3230);
const twins = await serveTwins(site, 3231);
const browser = await launch();

const sections: Record<string, () => Promise<Report>> = {
  pages: () => reportPages(browser, site, twins),
  interactions: () => reportInteractions(browser, site),
  lighthouse: () => reportLighthouse(site, twins),
  growth: () => reportGrowth(browser),
};

const failures: string[] = [];
try {
  for (const [name, report] of Object.entries(sections)) {
    // Growth builds the site three times over, so it is measured when it is asked for.
    if (positionals.length > 0 ? !positionals.includes(name) : name === "growth") continue;
    const { text, failures: missed } = await report();
    process.stdout.write(`## ${name}\n\n${text}\n`);
    failures.push(...missed);
  }
} finally {
  await browser.close();
  twins.close();
  site.close();
}
process.stdout.write(failures.length === 0 ? "All goals are met.\n" : `Missed:\n- ${failures.join("\n- ")}\n`);
process.exitCode = failures.length > 0 ? 1 : 0;
