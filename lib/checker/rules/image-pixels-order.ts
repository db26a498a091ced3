import { defineRule } from "../rule";

export default defineRule({
  id: "image-pixels-order",
  severity: "error",
  phase: "model",
  commands: ["train", "infer", "eval", "export"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/model_args.py", line: 348 },
  holds: { since: "v0.9.3", main: true },
  reads: ["image_max_pixels", "image_min_pixels"],
  upstreamMessage: "`image_max_pixels` cannot be smaller than `image_min_pixels`.",
  check(config) {
    const applies = config.isLess("image_max_pixels", "image_min_pixels");
    return applies
      ? [
          {
            at: "image_max_pixels",
            data: { max: config.text("image_max_pixels"), min: config.text("image_min_pixels") },
          },
        ]
      : [];
  },
  message: {
    en: ({ max, min }) => `image_max_pixels (${max}) must not be smaller than image_min_pixels (${min}).`,
    zh: ({ max, min }) => `image_max_pixels（${max}）不能小于 image_min_pixels（${min}）。`,
  },
});
