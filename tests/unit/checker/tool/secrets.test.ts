import { describe, expect, it } from "vitest";
import { MASK, maskSecrets } from "@/lib/checker/tool/secrets";

const masked = (text: string) => maskSecrets(text).text;

describe("what is masked", () => {
  it.each([
    ["a token in YAML", "hub_token: hf_abcdefghijklmnopqrst", `hub_token: ${MASK}`],
    ["with a comment behind it", "hf_hub_token: secretvalue # mine", `hf_hub_token: ${MASK} # mine`],
    ["in quotes", `ms_hub_token: "a b c"`, `ms_hub_token: ${MASK}`],
    ["a key in quotes", `"om_hub_token": 'x''y'`, `"om_hub_token": ${MASK}`],
    ["JSON", `{"swanlab_api_key":"abc","lora_rank":8}`, `{"swanlab_api_key":${MASK},"lora_rank":8}`],
    ["a flow mapping", "{hub_token: abc, lora_rank: 8}", `{hub_token: ${MASK}, lora_rank: 8}`],
    ["a flag", "train --hub_token abc --lora_rank 8", `train --hub_token ${MASK} --lora_rank 8`],
    ["a flag with =", "--swanlab_lark_secret=abc --lora_rank 8", `--swanlab_lark_secret=${MASK} --lora_rank 8`],
    ["an override", "train x.yaml hub_token=abc lora_rank=8", `train x.yaml hub_token=${MASK} lora_rank=8`],
    [
      "an environment variable",
      "WANDB_API_KEY=abc HF_TOKEN=def llamafactory-cli train x.yaml",
      `WANDB_API_KEY=${MASK} HF_TOKEN=${MASK} llamafactory-cli train x.yaml`,
    ],
    [
      "a webhook",
      "swanlab_lark_webhook_url: https://open.feishu.cn/open-apis/bot/v2/hook/1234",
      `swanlab_lark_webhook_url: ${MASK}`,
    ],
    ["a webhook under any key", "note: https://hooks.slack.com/services/T0/B0/xyz", `note: ${MASK}`],
    ["a token under any key", "run_name: hf_abcdefghijklmnopqrst", `run_name: ${MASK}`],
    [
      "a password in an address",
      "reward_model: https://me:pw1@example.org/v1",
      `reward_model: https://${MASK}@example.org/v1`,
    ],
    [
      "a folded block",
      "hub_token: >-\n  abc\n  def\nlora_rank: 8",
      `hub_token: >-\n  ${MASK}\n  ${MASK}\nlora_rank: 8`,
    ],
    ["a value on the next line", "hub_token:\n  abc\nlora_rank: 8", `hub_token:\n  ${MASK}\nlora_rank: 8`],
    ["with Windows line ends", "hub_token: abc\r\nlora_rank: 8\r\n", `hub_token: ${MASK}\r\nlora_rank: 8\r\n`],
  ])("%s", (_, before, after) => expect(masked(before)).toBe(after));

  it("names what it masked", () => {
    expect(maskSecrets("hub_token: abc\nswanlab_api_key: def\nhub_token: abc").names).toEqual([
      "hub_token",
      "swanlab_api_key",
    ]);
  });
});

describe("what stays", () => {
  it.each([
    "max_new_tokens: 512",
    "add_tokens: <a>,<b>",
    "skip_special_tokens: true",
    "push_to_hub: true",
    "hub_token: null",
    `hub_token: $\{oc.env:HF_TOKEN}`,
    "export HF_TOKEN=$MY_TOKEN",
    "hub_token:",
    "hub_token: ",
    `hub_token: ""`,
    "# the hub_token goes here",
    "include_num_input_tokens_seen: all",
    "reward_model: http://127.0.0.1:8000/v1/score/evaluation",
    "model_name_or_path: org/sk-model",
  ])("%s", (text) => expect(maskSecrets(text)).toEqual({ text, names: [] }));

  it("keeps the number of lines, and does nothing the second time", () => {
    const text = "hub_token: |\n  a\n  b\n\nlora_rank: 8\napi_key: x\n";
    const once = masked(text);
    expect(once.split("\n")).toHaveLength(text.split("\n").length);
    expect(maskSecrets(once)).toEqual({ text: once, names: expect.any(Array) });
  });
});
