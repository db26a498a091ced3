import { enumRule } from "../enum-rule";

export default enumRule({ id: "hf-optim-values", parameter: "optim", enumClass: "OptimizerNames" });
