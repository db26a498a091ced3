import { defineRule } from "../rule";

export default defineRule({
  id: "video-pixels-order",
  severity: "error",
  phase: "model",
  commands: ["train", "infer", "eval", "export"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/model_args.py", line: 351 },
  holds: { since: "v0.9.3", main: true },
  reads: ["video_max_pixels", "video_min_pixels"],
  upstreamMessage: "`video_max_pixels` cannot be smaller than `video_min_pixels`.",
  check(config) {
    const applies = config.isLess("video_max_pixels", "video_min_pixels");
    return applies
      ? [
          {
            at: "video_max_pixels",
            data: { max: config.text("video_max_pixels"), min: config.text("video_min_pixels") },
          },
        ]
      : [];
  },
  message: {
    en: ({ max, min }) => `video_max_pixels (${max}) must not be smaller than video_min_pixels (${min}).`,
    zh: ({ max, min }) => `video_max_pixels（${max}）不能小于 video_min_pixels（${min}）。`,
  },
});
