import { unknownKeysRule } from "../unknown-keys-rule";

export default unknownKeysRule(
  "unknown-keys-cli",
  { release: "v0.9.5", file: "src/llamafactory/hparams/parser.py", line: 114 },
  "Some specified arguments are not used by the HfArgumentParser: {unknown_args}",
);
