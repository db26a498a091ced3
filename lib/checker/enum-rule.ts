import { defaultOf } from "./config";
import { nearestNames } from "./nearest";
import { type PyValue, repr, str } from "./python/values";
import { defineRule, type Rule } from "./rule";

interface EnumRule {
  readonly id: string;
  readonly parameter: string;
  /** The Python class that transformers turns the value into. */
  readonly enumClass: string;
}

type EnumData = {
  readonly parameter: string;
  readonly value: string;
  readonly choices: string;
  readonly unquotedNo: number;
};

/** A parameter whose value transformers looks up in an enum, so that a wrong one stops even a YAML file. */
export function enumRule({ id, parameter, enumClass }: EnumRule): Rule {
  return defineRule<EnumData>({
    id,
    severity: "error",
    phase: "training",
    commands: ["train"],
    source: { package: "transformers", version: "4.57.6", file: "src/transformers/utils/generic.py", line: null },
    reads: [parameter],
    upstreamMessage: `{value} is not a valid ${enumClass}, please select one of {choices}`,
    check(config) {
      const choices = (config.keys.get(parameter)?.choices ?? []).map((choice) => str(choice as PyValue));
      const value = config.raw(parameter);
      if (typeof value === "string" && choices.includes(value)) return [];
      const unquotedNo = value === false && choices.includes("no");
      const [nearest] = unquotedNo ? ["no"] : typeof value === "string" ? nearestNames(value, choices, 1) : [];
      return [
        {
          at: parameter,
          data: { parameter, value: str(value), choices: choices.join(", "), unquotedNo: unquotedNo ? 1 : 0 },
          upstreamMessage: `${str(value)} is not a valid ${enumClass}, please select one of ${repr(choices)}`,
          ...(nearest === undefined ? {} : { fix: [{ kind: "set", key: parameter, value: nearest }] as const }),
        },
      ];
    },
    adjust(config) {
      // Upstream has stopped; the rules behind it should judge what was meant and not this value.
      const parameterRecord = config.keys.get(parameter);
      const choices = (parameterRecord?.choices ?? []) as readonly PyValue[];
      if (!parameterRecord || config.is(parameter, ...choices)) return;
      config.set(parameter, config.is(parameter, false) && choices.includes("no") ? "no" : defaultOf(parameterRecord));
    },
    message: {
      en: ({ parameter: name, value, choices, unquotedNo }) =>
        unquotedNo
          ? `YAML reads no without quotes as false, which ${name} does not know: write 'no' in quotes.`
          : `${name} does not know ${value}; it is one of ${choices}.`,
      zh: ({ parameter: name, value, choices, unquotedNo }) =>
        unquotedNo
          ? `YAML 会把不带引号的 no 读成 false，而 ${name} 不接受它：请写成带引号的 'no'。`
          : `${name} 没有 ${value} 这个取值；可选 ${choices}。`,
    },
  });
}
