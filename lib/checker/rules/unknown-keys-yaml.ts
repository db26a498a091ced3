import { unknownKeysRule } from "../unknown-keys-rule";

export default unknownKeysRule(
  "unknown-keys-yaml",
  { package: "transformers", version: "4.57.6", file: "src/transformers/hf_argparser.py", line: 383 },
  "Some keys are not used by the HfArgumentParser: {keys}",
);
