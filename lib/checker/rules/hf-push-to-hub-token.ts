import { defineRule } from "../rule";

export default defineRule({
  id: "hf-push-to-hub-token",
  severity: "warning",
  phase: "training",
  commands: ["train"],
  source: { package: "transformers", version: "4.57.6", file: "src/transformers/training_args.py", line: null },
  transformers: "4.57",
  reads: ["push_to_hub_token", "hub_token"],
  upstreamMessage:
    "`--push_to_hub_token` is deprecated and will be removed in version 5 of 🤗 Transformers. Use `--hub_token` instead.",
  check(config) {
    const applies = config.isSet("push_to_hub_token");
    return applies
      ? [{ at: "push_to_hub_token", data: {}, fix: [{ kind: "rename", key: "push_to_hub_token", to: "hub_token" }] }]
      : [];
  },
  adjust(config) {
    if (config.isSet("push_to_hub_token")) config.set("hub_token", config.raw("push_to_hub_token"));
  },
  message: {
    en: () => "push_to_hub_token is deprecated and unknown to transformers 5: write hub_token.",
    zh: () => "push_to_hub_token 已弃用，transformers 5 不再认识它：请写 hub_token。",
  },
});
