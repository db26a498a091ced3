import { describe, expect, it } from "vitest";
import { readEnvironment, readSnapshot } from "@/scripts/sync/facts/snapshot";
import { first, inputs, second } from "./fixtures";

const { parameters, unreadable } = readSnapshot(second, inputs);
const parameter = (name: string) => {
  const found = parameters.find((one) => one.name === name);
  if (!found) throw new Error(`no ${name}`);
  return found;
};

describe("the parameters of one version", () => {
  it("lists own fields before inherited ones, and groups in the order of the table", () => {
    expect(parameters.map(({ name }) => name)).toEqual([
      ...["rank", "colour", "dtype", "new_name"],
      ...["model", "engine", "targets", "skipped"],
      ...["pixels", "size", "rate", "below", "extra", "items", "folder"],
      "mode",
    ]);
    expect(unreadable).toEqual([]);
  });

  it("knows who declares a field, who reads it, and where it stands", () => {
    expect(parameter("engine")).toMatchObject({
      dataclass: "BaseArguments",
      root: "ModelArguments",
      group: "model",
      subgroup: "base",
      usedIn: ["train", "infer", "eval"],
      file: "src/llamafactory/hparams/model_args.py",
      line: 16,
    });
    expect(parameter("rank").subgroup).toBeNull();
    expect(parameter("pixels").subgroup).toBe("size");
    expect(parameter("mode")).toMatchObject({ group: "evaluation", usedIn: ["eval"] });
  });

  it("names the parents that lose a shared name", () => {
    expect(parameter("skipped")).toMatchObject({
      default: null,
      alsoDefinedIn: [{ dataclass: "SizeArguments", line: 29 }],
    });
  });

  it("resolves enumerations of the project and those of other packages", () => {
    expect(parameter("engine")).toMatchObject({
      type: "str",
      choices: ["fast", "hf", "tiny"],
      enum: "Engine",
      default: "hf",
    });
    expect(parameter("mode")).toMatchObject({ choices: ["reuse", "force"], enum: "DownloadMode", default: "reuse" });
  });

  it("reads types", () => {
    expect(parameter("rank")).toMatchObject({ type: "int", nullable: true });
    expect(parameter("colour")).toMatchObject({ type: "str", nullable: false, choices: ["blue", "red"] });
    expect(parameter("extra")).toMatchObject({ type: "dict", types: ["dict", "str"] });
    expect(parameter("items").type).toBe("list");
    expect(parameter("dtype")).toMatchObject({ type: "object", nullable: true, init: false });
  });

  it("reads defaults, and keeps the expression of those that only code can make", () => {
    expect(parameter("model")).toMatchObject({ required: true, default: null });
    expect(parameter("pixels").default).toBe(589824);
    expect(parameter("size").default).toBe(16);
    expect(parameter("rate").default).toBe(1e-6);
    expect(parameter("extra")).toMatchObject({ default: { GPU: 1 }, defaultFactory: "lambda: {'GPU': 1}" });
    expect(parameter("items").default).toEqual([]);
    expect(parameter("folder")).toMatchObject({ default: null, defaultExpr: "os.path.join('out', str(uuid4().hex))" });
  });

  it("takes a field for a comma list only where it is split at commas", () => {
    expect(parameters.filter(({ commaList }) => commaList).map(({ name }) => name)).toEqual(["targets"]);
  });

  it("reads the parser of old releases, which lists its classes inside the call", () => {
    const old = readSnapshot(first, inputs).parameters;
    expect(old.map(({ name }) => name)).toEqual(["model", "engine", "rank", "colour", "old_name"]);
    expect(old[0]?.usedIn).toEqual(["train", "infer"]);
  });
});

it("finds the reads of environment variables, and no writes", () => {
  const reads = readEnvironment(second, inputs).map(({ name, kind, default: value, line }) => [
    name,
    kind,
    value,
    line,
  ]);
  expect(reads).toEqual([
    ["MARK", "value", "<mark>", 5],
    ["READ", "value", null, 9],
    ["FALLBACK", "value", "x", 9],
    ["USE_IT", "flag", "1", 10],
    ["PRESENT", "flag", null, 10],
    ["SUBSCRIPT", "value", null, 11],
  ]);
});
