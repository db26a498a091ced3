/**
 * Starts a real nginx with deploy/nginx.conf on out/ and asks it what readers ask. Usage: npm run -s check:nginx
 *
 * Where nginx is not installed it says so and is content; a build must be there.
 */

import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";

const out = path.join(process.cwd(), "out");
// Debian keeps nginx where only root's PATH leads.
const environment = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/usr/local/sbin` };

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => (address !== null && typeof address === "object" ? resolve(address.port) : reject(address)));
    });
  });
}

/** The configuration as it is shipped, but for where it listens and where it reads and writes. */
function configurationIn(folder: string, port: number): string {
  let text = readFileSync("deploy/nginx.conf", "utf8");
  for (const [shipped, here] of [
    ["listen 8080;", `listen 127.0.0.1:${port};`],
    ["root /usr/share/nginx/html;", `root ${out};`],
    ["/tmp/nginx", path.join(folder, "nginx")],
  ] as const) {
    if (!text.includes(shipped)) throw new Error(`deploy/nginx.conf has no «${shipped}»`);
    text = text.replaceAll(shipped, here);
  }
  const file = path.join(folder, "nginx.conf");
  writeFileSync(file, text);
  cpSync("deploy/generated", path.join(folder, "generated"), { recursive: true });
  return file;
}

interface Expected {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string | RegExp | null>>;
  readonly body?: RegExp;
}

const forever = "public, max-age=31536000, immutable";
const script = readdirSync(path.join(out, "assets")).find((name) => name.startsWith("site-"));

/** What is asked, with which headers, and what must be answered; `null` is a header that must not be sent. */
const questions: readonly (readonly [string, Readonly<Record<string, string>>, Expected])[] = [
  ["/zh", {}, { status: 200, headers: { "content-type": "text/html; charset=utf-8" }, body: /lang="zh-Hans"/ }],
  ["/zh/parameters/lora_rank", {}, { status: 200, headers: { "cache-control": "no-cache", etag: /"/ } }],
  ["/zh/parameters/lora_rank", { "accept-encoding": "gzip" }, { status: 200, headers: { "content-encoding": "gzip" } }],
  ["/zh/parameters/lora_rank", { "accept-encoding": "gzip" }, { status: 200, headers: { vary: /Accept-Encoding/ } }],
  ["/zh/parameters/", {}, { status: 301, headers: { location: "/zh/parameters" } }],
  ["/zh/parameters.html?q=lora", {}, { status: 301, headers: { location: "/zh/parameters?q=lora" } }],
  ["/zh/parameters/lora-rank", {}, { status: 301, headers: { location: "/zh/parameters/lora_rank" } }],
  ["/en/parameters/LORA_RANK?a=b", {}, { status: 301, headers: { location: "/en/parameters/lora_rank?a=b" } }],
  ["/en/parameters/lora.rank", {}, { status: 301, headers: { location: "/en/parameters/lora_rank" } }],
  ["/en/parameters/lora_rank.md", {}, { status: 200, headers: { "content-type": "text/markdown; charset=utf-8" } }],
  [
    "/en/parameters/no_such_name",
    {},
    { status: 404, headers: { "cache-control": "no-cache" }, body: /data-not-found/ },
  ],
  ["/nothing", {}, { status: 404, headers: { "x-content-type-options": "nosniff" }, body: /data-not-found/ }],
  ["/assets/nothing.js", {}, { status: 404, headers: { "cache-control": "no-cache" } }],
  ["/_headers", {}, { status: 404 }],
  ["/..%2f..%2fpackage.json", {}, { status: 400 }],
  [
    "/",
    { "accept-language": "zh-CN,zh;q=0.9,en;q=0.8" },
    { status: 302, headers: { location: "/zh", vary: /Language/ } },
  ],
  ["/", { "accept-language": "fr, en-GB;q=0.8, zh;q=0.5" }, { status: 302, headers: { location: "/en" } }],
  ["/", { "accept-language": "de-DE, zh-TW;q=0.5" }, { status: 302, headers: { location: "/zh" } }],
  ["/?q=oom", {}, { status: 302, headers: { location: "/en?q=oom", "cache-control": "no-cache" } }],
  ["/p/lora_rank", {}, { status: 302, headers: { location: "/en/parameters/lora_rank", vary: /Accept-Language/ } }],
  ["/p/lora-rank", { "accept-language": "zh" }, { status: 302, headers: { location: "/zh/parameters/lora_rank" } }],
  ["/p/no_such_name", {}, { status: 404 }],
  [
    `/assets/${script}`,
    {},
    { status: 200, headers: { "cache-control": forever, "content-type": /^text\/javascript/ } },
  ],
  [
    "/search/zh.json",
    {},
    { status: 200, headers: { "cache-control": "no-cache", "content-type": /^application\/json/ } },
  ],
  ["/schema/v0.9.5.json", {}, { status: 200, headers: { "access-control-allow-origin": "*" } }],
  ["/zh/check", {}, { status: 200, headers: { "access-control-allow-origin": null } }],
];

/** Sent with every answer, redirects and errors too. */
const always: Readonly<Record<string, RegExp>> = {
  "content-security-policy": /script-src 'self' 'sha256-.*frame-ancestors 'none'/,
  "x-content-type-options": /^nosniff$/,
  "referrer-policy": /^strict-origin-when-cross-origin$/,
  "permissions-policy": /camera=\(\)/,
  "cross-origin-opener-policy": /^same-origin$/,
  server: /^nginx$/,
};

async function problemsOf(origin: string, [address, sent, expected]: (typeof questions)[number]): Promise<string[]> {
  const answer = await fetch(origin + address, { headers: sent, redirect: "manual" });
  const problems = answer.status === expected.status ? [] : [`status ${answer.status}, not ${expected.status}`];
  // nginx refuses a malformed address before it reads the server's part of the configuration.
  const wanted = { ...(expected.status === 400 ? {} : always), ...expected.headers };
  for (const [name, value] of Object.entries(wanted)) {
    const got = answer.headers.get(name);
    const isRight = value instanceof RegExp ? got !== null && value.test(got) : got === value;
    if (!isRight) problems.push(`${name}: ${got}, not ${value}`);
  }
  const body = await answer.text();
  if (expected.body && !expected.body.test(body)) problems.push(`the body has no ${expected.body}`);
  return problems;
}

async function revalidates(origin: string): Promise<string[]> {
  const first = await fetch(`${origin}/zh/parameters/lora_rank`);
  await first.text();
  const etag = first.headers.get("etag") ?? "";
  const second = await fetch(`${origin}/zh/parameters/lora_rank`, { headers: { "if-none-match": etag } });
  return second.status === 304 ? [] : [`status ${second.status} for its own ETag ${etag}, not 304`];
}

async function main(): Promise<void> {
  if (spawnSync("nginx", ["-v"], { env: environment }).error) {
    process.stdout.write(
      "nginx is not installed, so deploy/nginx.conf was not tried (Debian: apt-get install nginx)\n",
    );
    return;
  }
  const folder = mkdtempSync(path.join(tmpdir(), "param-atlas-nginx-"));
  const port = await freePort();
  const file = configurationIn(folder, port);
  const origin = `http://127.0.0.1:${port}`;
  const nginx = spawn("nginx", ["-p", folder, "-c", file, "-g", "daemon off; master_process off;"], {
    env: environment,
    stdio: ["ignore", "inherit", "inherit"],
  });
  let hasEnded = false;
  nginx.once("exit", () => {
    hasEnded = true;
  });
  try {
    for (let tries = 0; tries < 50 && !hasEnded; tries++) {
      if (await fetch(`${origin}/zh`).then(Boolean, () => false)) break;
      await wait(100);
    }
    if (hasEnded) throw new Error("nginx did not start with deploy/nginx.conf");
    let failed = 0;
    const tell = (title: string, problems: readonly string[]) => {
      if (problems.length > 0) failed += 1;
      process.stdout.write(`${problems.length > 0 ? "FAILED" : "ok    "} ${title}\n`);
      for (const problem of problems) process.stdout.write(`         ${problem}\n`);
    };
    for (const question of questions) {
      const [address, sent, expected] = question;
      const given = Object.entries(sent).map(([name, value]) => ` (${name}: ${value})`);
      tell(`${expected.status} ${address}${given.join("")}`, await problemsOf(origin, question));
    }
    tell("304 /zh/parameters/lora_rank, asked again", await revalidates(origin));
    process.stdout.write(`nginx: ${questions.length + 1 - failed} answers right, ${failed} wrong\n`);
    if (failed > 0) process.exitCode = 1;
  } finally {
    nginx.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

await main();
