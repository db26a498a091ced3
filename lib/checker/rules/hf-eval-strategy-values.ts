import { enumRule } from "../enum-rule";

export default enumRule({ id: "hf-eval-strategy-values", parameter: "eval_strategy", enumClass: "IntervalStrategy" });
