import { readdirSync, readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { fragmentOf, packText } from "@/lib/checker/tool/share";
import { axeViolations } from "./axe";

const withMistakes = readFileSync("content/examples/with-mistakes.yaml", "utf8");
const loraSft = readFileSync("content/examples/lora-sft.yaml", "utf8");

const editor = (page: Page) => page.locator(".cm-content");
const verdict = (page: Page) => page.locator("[data-verdict]");
const notice = (page: Page) => page.locator("[data-notice]");

async function open(page: Page, path = "/en/check") {
  await page.goto(path);
  await expect(editor(page)).toBeVisible();
}

/** As a paste: the whole text at once, in place of what is there. */
async function paste(page: Page, text: string) {
  await editor(page).click();
  await page.keyboard.press("ControlOrMeta+a");
  await editor(page).evaluate((element, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", pasted);
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

const savedText = (page: Page) => page.evaluate(() => sessionStorage.getItem("checked-config"));

test("a pasted config is checked, explained line by line, and nothing is sent anywhere", async ({ page }) => {
  await open(page, "/zh/check");
  const sent: string[] = [];
  page.on("request", (request) => {
    if (!new URL(request.url()).hostname.startsWith("127.")) sent.push(request.url());
    if (request.method() !== "GET") sent.push(`${request.method()} ${request.url()}`);
  });
  await paste(page, withMistakes);
  await expect(verdict(page)).toHaveAttribute("data-verdict", "reject");
  await expect(page.locator('[data-severity="error"]')).toHaveCount(5);
  await expect(page.locator('[data-severity="error"]').first()).toContainText("第 3 行");
  await expect(page.locator(".cm-lint-marker-error").first()).toBeVisible();
  await expect(page.locator("#lines + p + ul > li")).toHaveCount(
    withMistakes.split("\n").filter((line) => /^\w+:/.test(line)).length,
  );
  await expect(page.getByRole("link", { name: "per_device_train_batch_size" }).first()).toHaveAttribute(
    "href",
    /\/zh\/parameters\/per_device_train_batch_size$/,
  );
  expect(sent).toEqual([]);
});

test("a fix changes one line, and undo takes it back", async ({ page }) => {
  await open(page);
  await paste(page, withMistakes);
  const first = page.locator('[data-severity="error"]').filter({ hasText: "no parameter lora_dropuot" });
  await first.getByRole("button", { name: "Apply the fix" }).click();
  await expect(editor(page)).toContainText("lora_dropout: 0.05");
  await expect(page.locator('[data-severity="error"]')).toHaveCount(4);
  await notice(page).getByRole("button", { name: "Undo" }).click();
  await expect(editor(page)).toContainText("lora_dropuot: 0.05");
  await editor(page).click();
  await page.keyboard.press("ControlOrMeta+z");
  await expect(editor(page)).toContainText("lora_dropout: 0.05");
});

test("all fixes at once make it acceptable; the copy has them too", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page);
  await paste(page, withMistakes);
  await expect(verdict(page)).toHaveAttribute("data-verdict", "reject");
  await page.getByRole("button", { name: "Copy the fixed YAML" }).click();
  await expect(notice(page)).toContainText("unchanged");
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain("lora_rank: 16");
  await expect(editor(page)).toContainText("lora_r: 16");
  await page.getByRole("button", { name: "Apply all fixes" }).click();
  await expect(verdict(page)).toHaveAttribute("data-verdict", "accept");
  await expect(editor(page)).toContainText("A config with mistakes");
});

test("a link carries the text without its secrets, and opens it again", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page, "/en/check?gpus=8");
  await paste(page, `${loraSft}hub_token: hf_abcdefghijklmnopqrst\nswanlab_api_key: "s3cret"\n`);
  await expect(verdict(page)).toHaveAttribute("data-verdict", /accept|reject/);
  await page.getByRole("button", { name: "Share a link" }).click();
  await expect(notice(page)).toContainText("hub_token, swanlab_api_key");
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toMatch(/\/en\/check\?gpus=8#c=[\w-]+$/);

  const other = await context.newPage();
  await open(other, link);
  await expect(editor(other)).toContainText("Qwen/Qwen3-4B-Instruct-2507");
  await expect(verdict(other)).toHaveAttribute("data-verdict", /accept|reject/);
  await expect.poll(() => savedText(other)).toContain("hub_token: MASKED");
  expect(await savedText(other)).not.toMatch(/hf_abc|s3cret/);
  // The reader's own from here on: the address no longer holds the old text.
  expect(other.url()).toMatch(/\/en\/check\?gpus=8$/);
  await expect(other.getByText("64", { exact: true })).toBeVisible();
});

test("a reload and a change of language lose nothing", async ({ page }) => {
  await open(page);
  await paste(page, loraSft);
  await page.keyboard.press("End");
  await page.keyboard.type("seed: 7");
  await page.reload();
  await expect(editor(page)).toContainText("seed: 7");
  await expect(verdict(page)).toHaveAttribute("data-verdict", "accept");
  await page.getByRole("link", { name: "切换到中文" }).click();
  await expect(page).toHaveURL(/\/zh\/check/);
  await expect(editor(page)).toContainText("seed: 7");
  await expect(verdict(page)).toContainText("会接受");
});

test("a link does not destroy what was written before", async ({ page }) => {
  await open(page);
  await paste(page, "seed: 7\n");
  await expect.poll(() => savedText(page)).toContain("seed: 7");
  const fragment = fragmentOf(await packText("seed: 8\n"));
  await page.evaluate((hash) => {
    location.hash = hash;
  }, fragment);
  await expect(editor(page)).toContainText("seed: 8");
  await notice(page).getByRole("button", { name: "Undo" }).click();
  await expect(editor(page)).toContainText("seed: 7");
});

for (const [name, fragment] of [
  ["cut", "#c=q1YqSy0qzszPU7JSKi5NSlaq"],
  ["not base64", "#c=%3Cscript%3Ealert(1)%3C/script%3E"],
  ["empty", "#c="],
] as const)
  test(`a ${name} link is told and harms nothing`, async ({ page }) => {
    const errors: Error[] = [];
    page.on("pageerror", (error) => errors.push(error));
    await open(page);
    await paste(page, "seed: 7\n");
    await expect.poll(() => savedText(page)).toContain("seed: 7");
    await page.evaluate((hash) => {
      location.hash = hash;
    }, fragment);
    await expect(notice(page)).toContainText("The link is damaged");
    await expect(editor(page)).toContainText("seed: 7");
    expect(errors).toEqual([]);
  });

test("markup and code in a shared text stay text", async ({ page }) => {
  const errors: string[] = [];
  page.on("dialog", (dialog) => errors.push(dialog.message()));
  const hostile = `"<img src=x onerror=alert(1)>": "<script>alert(2)</script>"\n__proto__: {polluted: 1}\nconstructor: x\n`;
  await page.goto(`/en/check${fragmentOf(await packText(hostile))}`);
  await expect(editor(page)).toContainText("__proto__");
  await expect(verdict(page)).toHaveAttribute("data-verdict", "reject");
  expect(await page.evaluate(() => ({}) as { polluted?: number }).then((object) => object.polluted)).toBeUndefined();
  expect(errors).toEqual([]);
});

test("a megabyte is checked or refused with a message, and the page goes on", async ({ page }) => {
  test.setTimeout(120_000);
  await open(page);
  const lines = Array.from({ length: 30_000 }, (_, index) => `some_unknown_key_${index}: value number ${index}`);
  await paste(page, lines.join("\n"));
  await expect(verdict(page)).toHaveAttribute("data-verdict", /reject|none/, { timeout: 30_000 });
  await expect(verdict(page)).toHaveAttribute("data-verdict", "reject", { timeout: 30_000 });
  expect(await page.locator("[data-severity]").count()).toBeLessThanOrEqual(40);
  await paste(page, loraSft);
  await expect(verdict(page)).toHaveAttribute("data-verdict", "accept", { timeout: 30_000 });
});

test("broken YAML gets a message in the page's language; the text stays", async ({ page }) => {
  await open(page, "/zh/check");
  for (const broken of ["a: [1, 2", "\tstage: sft", "<<<<<<< HEAD\nseed: 1\n=======\nseed: 2\n>>>>>>> other\n"]) {
    await paste(page, broken);
    await expect(verdict(page)).toHaveAttribute("data-verdict", "reject");
    await expect(page.locator('[data-severity="error"]').first()).toContainText(/\p{Script=Han}/u);
    await expect.poll(() => savedText(page)).toBe(broken);
  }
});

test("files: a YAML is opened, a .json is explained, a binary is refused and the text kept", async ({ page }) => {
  await open(page);
  const input = page.locator('input[type="file"]');
  await input.setInputFiles({ name: "train.yaml", mimeType: "text/yaml", buffer: Buffer.from(loraSft) });
  await expect(verdict(page)).toHaveAttribute("data-verdict", "accept");
  await input.setInputFiles({ name: "weights.yaml", mimeType: "", buffer: Buffer.from([0x80, 0xff, 0, 1]) });
  await expect(notice(page)).toContainText("weights.yaml");
  await expect(editor(page)).toContainText("Qwen/Qwen3-4B-Instruct-2507");
  await input.setInputFiles({ name: "train.json", mimeType: "", buffer: Buffer.from('{"stage": "sft"}') });
  await expect(verdict(page)).toHaveAttribute("data-verdict", "reject");
  await expect(page.locator('[data-severity="error"]').first()).toContainText("json");
});

test("a dropped file is opened", async ({ page }) => {
  await open(page);
  await page.locator(".check-editor").evaluate((element, text) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([text], "dropped.yaml"));
    element
      .querySelector(".cm-content")
      ?.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  }, loraSft);
  await expect(page.getByText("Read as the file dropped.yaml").first()).toBeVisible();
  await expect(verdict(page)).toHaveAttribute("data-verdict", "accept");
});

test("command, release and machine can be chosen, and stand in the address", async ({ page }) => {
  await open(page);
  await paste(page, loraSft);
  await page.getByLabel("Command").selectOption("export");
  await expect(verdict(page)).toHaveAttribute("data-verdict", "reject");
  await expect(page).toHaveURL(/command=export/);
  await page.goBack();
  await expect(verdict(page)).toHaveAttribute("data-verdict", "accept");
  await page.getByLabel("Release").selectOption("v0.9.0");
  await expect(verdict(page)).toContainText("v0.9.0");
  await page.getByText("Machine", { exact: true }).click();
  await page.getByLabel("Samples in the data").fill("1000");
  await expect(page.getByText("339", { exact: true })).toBeVisible();
});

test("the form writes a config that passes", async ({ page }) => {
  await open(page, "/zh/check");
  await page.getByLabel("方法").selectOption("full");
  await page.locator("form").getByLabel("GPU 数量").fill("8");
  await page.getByRole("button", { name: "生成 YAML" }).click();
  await expect(verdict(page)).toHaveAttribute("data-verdict", "accept");
  await expect(editor(page)).toContainText("deepspeed: examples/deepspeed/ds_z3_config.json");
  await expect(editor(page)).toContainText("# 训练全部权重");
});

test("completes keys and values", async ({ page }) => {
  await open(page);
  await editor(page).click();
  await page.keyboard.type("lora_ra");
  await expect(page.getByRole("option", { name: /^lora_rank/ })).toBeVisible();
  // So shortly after the list has opened, CodeMirror takes Enter for a new line that was meant before.
  await page.waitForTimeout(200);
  await page.keyboard.press("Enter");
  await expect(editor(page)).toContainText("lora_rank:");
  await page.keyboard.type("8");
  await page.keyboard.press("Enter");
  await page.keyboard.type("pref_loss: si");
  await expect(page.getByRole("option", { name: "sigmoid" })).toBeVisible();
});

test("works by keyboard alone", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page);
  const example = page.getByLabel("Start from an example");
  await example.focus();
  await example.selectOption("with-mistakes");
  await expect(verdict(page)).toHaveAttribute("data-verdict", "reject");
  await editor(page).focus();
  await page.keyboard.press("F8");
  await expect(page.locator("[data-cursor-card]")).toBeVisible();
  // Out of the editor: Tab is not caught.
  await page.keyboard.press("Escape");
  for (let step = 0; step < 6; step++) {
    await page.keyboard.press("Tab");
    if (
      await page
        .getByRole("button", { name: "Apply all fixes" })
        .evaluate((button) => button === document.activeElement)
    )
      break;
  }
  await expect(page.getByRole("button", { name: "Apply all fixes" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(verdict(page)).toHaveAttribute("data-verdict", "accept");
});

test("without JavaScript the page says what is missing and how to check from a shell", async ({ request }) => {
  // A browser driven with scripts switched off still parses as if they ran, and shows no <noscript>.
  const html = await (await request.get("/zh/check")).text();
  const [, notice = ""] = /<noscript>(.*?)<\/noscript>/s.exec(html) ?? [];
  expect(notice).toContain("在这里检查需要 JavaScript");
  expect(notice).toContain("npm run -s cli -- check config.yaml");
  expect(html).toContain("<textarea");
});

test("without CodeMirror the textarea checks and fixes", async ({ page }) => {
  const folder = "out/_next/static/chunks";
  const editorChunks = readdirSync(folder).filter(
    (file) => file.endsWith(".js") && readFileSync(`${folder}/${file}`, "utf8").includes("cm-gutterElement"),
  );
  expect(editorChunks.length).toBeGreaterThan(0);
  for (const chunk of editorChunks) await page.route(`**/${chunk}`, (route) => route.abort());
  await page.goto("/en/check");
  const area = page.locator("textarea");
  await area.fill(withMistakes);
  await expect(verdict(page)).toHaveAttribute("data-verdict", "reject");
  await page.getByRole("button", { name: "Apply all fixes" }).click();
  await expect(area).toHaveValue(/lora_rank: 16/);
  await expect(verdict(page)).toHaveAttribute("data-verdict", "accept");
});

for (const theme of ["light", "dark"] as const)
  test(`no accessibility violation, ${theme}, with findings on the page`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme });
    await open(page, "/zh/check");
    await paste(page, withMistakes);
    await expect(verdict(page)).toHaveAttribute("data-verdict", "reject");
    expect(await axeViolations(page)).toEqual([]);
  });

test("no sideways scroll on a small phone", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await open(page, "/zh/check");
  await paste(page, withMistakes);
  await expect(verdict(page)).toHaveAttribute("data-verdict", "reject");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});
