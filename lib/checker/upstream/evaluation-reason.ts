import type { Config } from "../config";

/** The parameter that asks for an evaluation. */
export function evaluationReason(config: Config): string {
  const asks = ["do_predict", "predict_with_generate"].find((name) => config.isTrue(name));
  if (asks) return asks;
  return config.is("eval_strategy", "no") ? "do_eval" : "eval_strategy";
}
