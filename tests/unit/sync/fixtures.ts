import path from "node:path";
import type { Inputs } from "@/scripts/sync/facts/inputs";
import { folderTree } from "@/scripts/sync/source/folder";

export const fixtures = path.join(process.cwd(), "tests/fixtures/sync");

export const first = folderTree(path.join(fixtures, "first"));
export const second = folderTree(path.join(fixtures, "second"));
export const main = folderTree(path.join(fixtures, "main"));

export const inputs: Inputs = {
  groups: { ModelArguments: "model", EvaluationArguments: "evaluation" },
  subgroups: { BaseArguments: "base" },
  removed: { old_name: { replacedBy: ["new_name"], commit: "abc", relation: "renamed" } },
  replacedValues: { engine: [{ value: "slow", removedIn: "v0.7.0", use: { engine: "hf" } }] },
  externalEnums: { DownloadMode: { REUSE: "reuse", FORCE: "force" } },
};
