/**
 * The main journeys in Firefox and WebKit; the browser tests run in Chromium. Usage: npm run -s check:engines
 *
 * An engine that is not installed is named and left out; a build must be there.
 */

import { startFirefox } from "./engines/firefox";
import { journeys } from "./engines/journeys";
import { startWebKit } from "./engines/webkit";
import { serveExport } from "./serve-export";

const site = await serveExport(3250);
try {
  for (const [engine, start] of Object.entries({ Firefox: startFirefox, WebKit: startWebKit })) {
    const reader = await start();
    if (reader === null) {
      process.stdout.write(`${engine} is not installed: left out\n`);
      continue;
    }
    for (const [title, journey] of Object.entries(journeys)) {
      const problem = await journey(reader, site.origin).then(
        () => null,
        (error: Error) => `${error.name}: ${error.message}`,
      );
      process.stdout.write(`${reader.name}: ${title}: ${problem ?? "ok"}\n`);
      if (problem !== null) process.exitCode = 1;
    }
    await reader.close();
  }
} finally {
  site.close();
}
