/** The headers of every answer, and their spelling in the files that hosts read. */

import { headerPolicy } from "./content-policy";

export interface HeaderRule {
  /** A path from the site's root; `*` at its end stands for anything. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

const forever = "public, max-age=31536000, immutable";

/**
 * What each path is answered with. No header stands in two rules that match the same path: Cloudflare would join the values.
 *
 * Pages have no `cache-control` here: each of the hosts sends its own «ask again», which goes with its ETag.
 */
export function headerRules(scriptHashes: readonly string[]): HeaderRule[] {
  return [
    {
      path: "/*",
      headers: {
        "Content-Security-Policy": headerPolicy(scriptHashes),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "strict-origin-when-cross-origin",
        "Cross-Origin-Opener-Policy": "same-origin",
        // Copying to the clipboard is the only such thing the site does, and browsers allow that by a click alone.
        "Permissions-Policy": [
          ...["accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "hid"],
          ...["magnetometer", "microphone", "midi", "payment", "serial", "usb", "xr-spatial-tracking"],
        ]
          .map((feature) => `${feature}=()`)
          .join(", "),
      },
    },
    // Names with a content hash never change.
    { path: "/_next/static/*", headers: { "Cache-Control": forever } },
    { path: "/assets/*", headers: { "Cache-Control": forever } },
    // A service worker that a cache keeps would keep the whole site old.
    { path: "/sw.js", headers: { "Cache-Control": "no-cache" } },
    { path: "/manifest.webmanifest", headers: { "Content-Type": "application/manifest+json" } },
    // Facts and schemas are there for tools, and some of them run in pages of other sites.
    { path: "/api/*", headers: { "Access-Control-Allow-Origin": "*" } },
    { path: "/schema/*", headers: { "Access-Control-Allow-Origin": "*" } },
  ];
}

/** `_headers`, as Cloudflare Pages and Netlify read it. */
export function headersFile(rules: readonly HeaderRule[], basePath: string): string {
  return rules
    .map(({ path, headers }) => {
      const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`);
      return `${basePath}${path}\n${lines.join("\n")}\n`;
    })
    .join("\n");
}

/** @throws for a line that is neither a path nor a header */
export function parseHeadersFile(text: string): HeaderRule[] {
  const rules: { path: string; headers: Record<string, string> }[] = [];
  for (const line of text.split("\n")) {
    if (line.trim() === "") continue;
    const header = /^\s+([\w-]+): (.+)$/.exec(line);
    const last = rules.at(-1);
    if (line.startsWith("/")) rules.push({ path: line.trim(), headers: {} });
    else if (header && last) last.headers[String(header[1])] = String(header[2]);
    else throw new Error(`_headers: «${line}»`);
  }
  return rules;
}

export function headersFor(rules: readonly HeaderRule[], path: string): Record<string, string> {
  return Object.assign({}, ...rules.filter((rule) => matches(rule, path)).map(({ headers }) => headers));
}

function matches(rule: HeaderRule, path: string): boolean {
  return rule.path.endsWith("*") ? path.startsWith(rule.path.slice(0, -1)) : path === rule.path;
}

/**
 * The same for nginx, to be included in `http { }`: a map for each header that depends on the path.
 *
 * All `add_header` stand in the server block and take their values from maps, since a `location` with one `add_header` of its own
 * loses all others. An empty value sends no header.
 */
export function nginxMaps(rules: readonly HeaderRule[], basePath: string): string {
  const names = new Set(rules.filter(({ path }) => path !== "/*").flatMap(({ headers }) => Object.keys(headers)));
  const maps = [...names].filter(isAdded).map((name) => {
    const lines = rules
      .filter((rule) => rule.headers[name] !== undefined)
      .map((rule) => {
        const pattern = `^${`${basePath}${rule.path}`.replace(/[.+]/g, "\\$&").replace(/\*$/, "")}`;
        return `  "~${pattern}${rule.path.endsWith("*") ? "" : "$"}" "${rule.headers[name]}";`;
      });
    const rest = name === "Cache-Control" ? "no-cache" : "";
    return `map $uri ${variable(name)} {\n  default "${rest}";\n${lines.join("\n")}\n}\n`;
  });
  return maps.join("\n");
}

/** And to be included in `server { }`. */
export function nginxHeaders(rules: readonly HeaderRule[]): string {
  const everywhere = Object.entries(rules.find(({ path }) => path === "/*")?.headers ?? {});
  const some = new Set(rules.filter(({ path }) => path !== "/*").flatMap(({ headers }) => Object.keys(headers)));
  return [
    ...everywhere.map(([name, value]) => `add_header ${name} "${value}" always;`),
    ...[...some].filter(isAdded).map((name) => `add_header ${name} ${variable(name)} always;`),
    "",
  ].join("\n");
}

/** nginx takes the type of a file from its own table. */
function isAdded(name: string): boolean {
  return name !== "Content-Type";
}

function variable(name: string): string {
  return `$sent_${name.toLowerCase().replaceAll("-", "_")}`;
}
