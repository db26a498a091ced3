import { enumRule } from "../enum-rule";

export default enumRule({
  id: "hf-logging-strategy-values",
  parameter: "logging_strategy",
  enumClass: "IntervalStrategy",
});
