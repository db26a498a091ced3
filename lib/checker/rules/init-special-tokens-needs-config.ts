import { defineRule } from "../rule";

export default defineRule({
  id: "init-special-tokens-needs-config",
  severity: "warning",
  phase: "model",
  commands: ["train", "infer", "eval", "export"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/model_args.py", line: 269 },
  holds: { since: "v0.9.4", main: true },
  reads: ["init_special_tokens", "new_special_tokens_config"],
  upstreamMessage: "init_special_tokens='{value}' requires new_special_tokens_config. Falling back to 'noise_init'",
  check(config) {
    const applies =
      config.is("init_special_tokens", "desc_init", "desc_init_w_noise") && !config.isSet("new_special_tokens_config");
    return applies ? [{ at: "init_special_tokens", data: { value: config.text("init_special_tokens") } }] : [];
  },
  adjust(config) {
    if (
      config.is("init_special_tokens", "desc_init", "desc_init_w_noise") &&
      !config.isSet("new_special_tokens_config")
    )
      config.set("init_special_tokens", "noise_init");
  },
  message: {
    en: ({ value }) =>
      `${value} starts the tokens from their descriptions, and without new_special_tokens_config there are none: upstream falls back to noise_init.`,
    zh: ({ value }) =>
      `${value} 要用 token 的描述来初始化，而没有 new_special_tokens_config 就没有描述：实际会退回 noise_init。`,
  },
});
