import type { Config } from "../config";
import { defineRule, silent } from "../rule";
import { needsText } from "../upstream/needs-text";

function metricText(config: Config): string {
  if (!config.isSet("greater_is_better")) needsText(config, "metric_for_best_model", "endswith");
  return config.text("metric_for_best_model");
}

export default defineRule({
  id: "hf-best-metric-default",
  severity: "note",
  phase: "training",
  commands: ["train"],
  source: { package: "transformers", version: "4.57.6", file: "src/transformers/training_args.py", line: 1725 },
  reads: ["load_best_model_at_end", "lr_scheduler_type", "metric_for_best_model"],
  check(config) {
    metricText(config);
    return [];
  },
  adjust(config) {
    if (
      (config.isTrue("load_best_model_at_end") || config.is("lr_scheduler_type", "reduce_lr_on_plateau")) &&
      !config.isSet("metric_for_best_model")
    )
      config.set("metric_for_best_model", "loss");
    if (!config.isSet("greater_is_better") && config.isSet("metric_for_best_model"))
      config.set("greater_is_better", !metricText(config).endsWith("loss"));
  },
  message: silent,
});
