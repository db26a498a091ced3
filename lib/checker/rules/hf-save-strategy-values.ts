import { enumRule } from "../enum-rule";

export default enumRule({ id: "hf-save-strategy-values", parameter: "save_strategy", enumClass: "SaveStrategy" });
