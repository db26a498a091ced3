import { describe, expect, it } from "vitest";
import { repr } from "@/lib/checker/python/values";
import { loadYaml } from "@/lib/checker/yaml/construct";
import { YamlError } from "@/lib/checker/yaml/mark";

const read = (text: string) => repr(loadYaml(text).value);

// Made with PyYAML 6.0.3 and a loader like OmegaConf's: YAML 1.1, wider floats, no timestamps, no duplicate keys.
describe("values get the types that PyYAML and OmegaConf give them", () => {
  it.each([
    ["yes", "True"],
    ["Off", "False"],
    ["y", "'y'"],
    ["TRUE", "True"],
    ["tRUE", "'tRUE'"],
    ["1e-4", "0.0001"],
    ["1E5", "100000.0"],
    ["1.5e3", "1500.0"],
    ["5e", "'5e'"],
    [".5", "0.5"],
    ["1.", "1.0"],
    ["+.inf", "inf"],
    [".nan", "nan"],
    ["1_000", "1000"],
    ["010", "8"],
    ["08", "'08'"],
    ["0x1F", "31"],
    ["0b11", "3"],
    ["0o17", "'0o17'"],
    ["190:20:30", "685230"],
    ["1:30.5", "90.5"],
    ["-5", "-5"],
    ["~", "None"],
    ["", "None"],
    ["null", "None"],
    ["none", "'none'"],
    ["2001-01-01", "'2001-01-01'"],
    ["!!str 12", "'12'"],
    ["!!int '5'", "5"],
    ["! 12", "12"],
    ["'12'", "'12'"],
  ])("%s is %s", (text, value) => {
    expect(read(text)).toBe(value);
  });
});

describe("texts are read as PyYAML reads them", () => {
  it.each([
    ["k: |\n  a\n   b\n", "{'k': 'a\\n b\\n'}"],
    ["k: >-\n  f1\n  f2\n\n  f3", "{'k': 'f1 f2\\nf3'}"],
    ["k: a\n  b", "{'k': 'a b'}"],
    ["k: a #b", "{'k': 'a'}"],
    ["k: a#b", "{'k': 'a#b'}"],
    ["[a:b, {c: d}, e: f]", "['a:b', {'c': 'd'}, {'e': 'f'}]"],
    ["k:\n- 1\n- 2", "{'k': [1, 2]}"],
    ["a: &x {p: 1}\nb: {<<: *x, q: 2}", "{'a': {'p': 1}, 'b': {'p': 1, 'q': 2}}"],
    ["\ufeffa: 1\r\nb: 2", "{'a': 1, 'b': 2}"],
    ['{"a": [1, 2]}', "{'a': [1, 2]}"],
    ["k: 'it''s'", "{'k': \"it's\"}"],
    ['k: "\\u4e2d\\x41"', "{'k': '中A'}"],
  ])("%j", (text, value) => {
    expect(read(text)).toBe(value);
  });
});

describe("what PyYAML refuses is refused at the same place with the same words", () => {
  it.each([
    ["k: a: b", "ScannerError", 1, 5, "mapping values are not allowed here"],
    ["a: 1\n\tb: 2", "ScannerError", 2, 1, "found character '\\t' that cannot start any token"],
    ["k: @x", "ScannerError", 1, 4, "found character '@' that cannot start any token"],
    ["k: 'a", "ScannerError", 1, 6, "found unexpected end of stream"],
    ["a: 1\na: 2", "ConstructorError", 2, 1, "found duplicate key a"],
    ["k: {a: 1, a: 2}", "ConstructorError", 1, 11, "found duplicate key a"],
    ["k: [1, 2", "ParserError", 1, 9, "expected ',' or ']', but got '<stream end>'"],
    ["*a", "ComposerError", 1, 1, "found undefined alias 'a'"],
    ["---\na: 1\n---\nb: 1", "ComposerError", 3, 1, "but found another document"],
    ["k: !x y", "ConstructorError", 1, 7, "could not determine a constructor for the tag '!x'"],
    ["? [a]\n: 1", "ConstructorError", 1, 3, "found unhashable key"],
    ["k: =", "ConstructorError", 1, 4, "could not determine a constructor for the tag 'tag:yaml.org,2002:value'"],
    ["a: 1\n b: 2", "ScannerError", 2, 3, "mapping values are not allowed here"],
  ])("%j", (text, kind, line, column, problem) => {
    let error: unknown;
    try {
      read(text);
    } catch (caught) {
      error = caught;
    }
    expect(error).toBeInstanceOf(YamlError);
    expect(error).toMatchObject({ kind, problem, mark: { line, column } });
  });
});
