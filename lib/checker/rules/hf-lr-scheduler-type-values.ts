import { enumRule } from "../enum-rule";

export default enumRule({
  id: "hf-lr-scheduler-type-values",
  parameter: "lr_scheduler_type",
  enumClass: "SchedulerType",
});
