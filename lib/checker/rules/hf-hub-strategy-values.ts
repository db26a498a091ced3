import { enumRule } from "../enum-rule";

export default enumRule({ id: "hf-hub-strategy-values", parameter: "hub_strategy", enumClass: "HubStrategy" });
