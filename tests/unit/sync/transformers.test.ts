import path from "node:path";
import { describe, expect, it } from "vitest";
import { readTransformers, type TransformersFacts, withTransformers } from "@/scripts/sync/facts/transformers";
import { folderTree } from "@/scripts/sync/source/folder";
import { fixtures } from "./fixtures";

const version = readTransformers(folderTree(path.join(fixtures, "transformers")));
const record = (name: string, values: object) => ({
  name,
  type: "str",
  nullable: false,
  choices: null,
  default: null,
  inVersions: ["4.0.0", "5.0.0"],
  source: {},
  ...values,
});
const known: TransformersFacts = {
  versions: [{ id: "4.0.0" }, { id: "5.0.0" }],
  parameters: [
    record("learning_rate", { type: "float", default: 1e-4 }),
    record("lr_scheduler_type", { choices: ["linear"], default: "linear", enum: "Scheduler" }),
    record("optim", { default: "adamw_torch" }),
    record("predict_with_generate", { type: "bool", default: true }),
    record("adafactor", { type: "bool", default: false }),
  ],
};

describe("one more version of transformers", () => {
  const { facts, notes } = withTransformers(known, version);
  const of = (name: string) => facts.parameters.find((one) => one.name === name);

  it("reads the unpacked package under the paths of its repository", () => {
    expect(version.id).toBe("5.9.0");
    expect(of("learning_rate")?.source["5.9.0"]).toEqual({ file: "src/transformers/training_args.py", line: 11 });
  });

  it("keeps the values of earlier versions and adds what changed", () => {
    expect(of("learning_rate")).toMatchObject({
      default: 1e-4,
      inVersions: ["4.0.0", "5.0.0", "5.9.0"],
      changes: [{ between: ["5.0.0", "5.9.0"], field: "default", from: 1e-4, to: 5e-5 }],
    });
    expect(of("lr_scheduler_type")?.changes).toMatchObject([{ field: "choices", to: ["linear", "cosine"] }]);
    expect(of("predict_with_generate")?.changes).toBeUndefined();
  });

  it("does not overwrite a default that only code can make", () => {
    expect(of("optim")).toMatchObject({ default: "adamw_torch" });
    expect(of("optim")?.changes).toBeUndefined();
  });

  it("lists what came and what went", () => {
    expect(of("brand_new")).toMatchObject({ inVersions: ["5.9.0"], type: "bool", nullable: true });
    expect(notes).toContain("`brand_new` is new in 5.9.0");
    expect(notes).toContain("`adafactor` is not in 5.9.0");
  });

  it("changes nothing when the same version is read again", () => {
    expect(withTransformers(facts, version).facts).toEqual(facts);
  });
});
