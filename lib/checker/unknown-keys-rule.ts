import { COMMANDS } from "./catalog";
import { type Language, listed } from "./language";
import { defineRule, type Report, type Rule, type RuleSource } from "./rule";
import type { Diagnosis, UnknownKey } from "./unknown-key";

export type KeyData = {
  readonly key: string;
  readonly kind: UnknownKey["kind"] | "more";
  readonly use: string;
  readonly detail: string;
  readonly command: string;
  readonly ignored: number;
};

/** Keys that no dataclass takes. Which they are, `check.ts` knows; both ways of giving keys have an upstream line. */
export function unknownKeysRule(id: string, source: RuleSource, upstreamMessage: string): Rule {
  return defineRule<KeyData>({
    id,
    severity: "error",
    phase: "keys",
    commands: COMMANDS,
    source,
    reads: [],
    upstreamMessage,
    message: { en: (data) => text(data, "en"), zh: (data) => text(data, "zh") },
  });
}

export function unknownKeyReport(
  key: string,
  { key: found, fix }: Diagnosis,
  options: { readonly command: string; readonly ignored: boolean; readonly upstreamMessage: string },
): Report<KeyData> {
  const use =
    "use" in found
      ? typeof found.use === "string"
        ? [found.use]
        : found.use
      : found.kind === "nearest"
        ? found.names
        : [];
  const detail =
    found.kind === "removed"
      ? found.lastIn
      : found.kind === "later"
        ? found.since
        : found.kind === "other-command"
          ? found.commands.join(" ")
          : found.kind === "foreign"
            ? found.framework
            : found.kind === "nested"
              ? found.parts
              : "";
  return {
    at: key,
    parameters: [key],
    data: {
      key,
      kind: found.kind,
      use: use.join("|"),
      detail,
      command: options.command,
      ignored: options.ignored ? 1 : 0,
    },
    ...(options.ignored ? { severity: "warning" } : { upstreamMessage: options.upstreamMessage }),
    ...(fix ? { fix } : {}),
  };
}

/** One word for all that are not listed. */
export function moreUnknownKeys(count: number, ignored: boolean): Report<KeyData> {
  return {
    at: null,
    parameters: [],
    data: { key: String(count), kind: "more", use: "", detail: "", command: "", ignored: ignored ? 1 : 0 },
    ...(ignored ? { severity: "warning" } : {}),
  };
}

function text(data: KeyData, language: Language): string {
  const reason = REASONS[data.kind][language](data, listed(data.use ? data.use.split("|") : [], language));
  if (!data.ignored) return reason;
  return language === "en"
    ? `${reason} ALLOW_EXTRA_ARGS=1 ignores it silently.`
    : `${reason}由于 ALLOW_EXTRA_ARGS=1，它会被悄悄忽略。`;
}

type Reason = (data: KeyData, use: string) => string;

const REASONS: Record<KeyData["kind"], Record<Language, Reason>> = {
  more: {
    en: ({ key }) => `${key} more keys are unknown.`,
    zh: ({ key }) => `还有 ${key} 个键不认识。`,
  },
  dashes: {
    en: ({ key }, use) => `In a file a key has no dashes in front: ${use}, not ${key}.`,
    zh: ({ key }, use) => `文件里的键前面不带横线：应写 ${use}，而不是 ${key}。`,
  },
  removed: {
    en: ({ key, detail }, use) =>
      `${key} was a parameter up to ${detail}${use ? `; it is ${use} now` : "; nothing replaces it"}.`,
    zh: ({ key, detail }, use) => `${key} 到 ${detail} 为止还是参数，${use ? `现在改为 ${use}` : "之后没有替代"}。`,
  },
  later: {
    en: ({ key, detail }) => `${key} exists only from ${detail} on.`,
    zh: ({ key, detail }) => `${key} 从 ${detail} 起才有。`,
  },
  "earlier-transformers": {
    en: ({ key }, use) =>
      `${key} is gone in transformers 5${use ? `; it is ${use} there` : ""}. With 4.57 it is accepted.`,
    zh: ({ key }, use) => `transformers 5 已移除 ${key}${use ? `，改用 ${use}` : ""}。4.57 下仍可使用。`,
  },
  "later-transformers": {
    en: ({ key }) => `${key} exists only with transformers 5.`,
    zh: ({ key }) => `${key} 只在 transformers 5 中存在。`,
  },
  "other-command": {
    en: ({ key, detail, command }) =>
      `${key} belongs to the command ${listed(detail.split(" "), "en")}; ${command} does not know it.`,
    zh: ({ key, detail, command }) => `${key} 属于 ${listed(detail.split(" "), "zh")} 命令，${command} 不认识它。`,
  },
  computed: {
    en: ({ key }) => `${key} is filled in by upstream and cannot be written.`,
    zh: ({ key }) => `${key} 由上游自动计算，不能手写。`,
  },
  megatron: {
    en: ({ key }) => `${key} exists only with Megatron: set the environment variable USE_MCA=1.`,
    zh: ({ key }) => `${key} 只在使用 Megatron 时存在：需要设置环境变量 USE_MCA=1。`,
  },
  v1: {
    en: ({ key }) => `${key} belongs to the new back-end that USE_V1=1 selects.`,
    zh: ({ key }) => `${key} 属于 USE_V1=1 启用的新后端。`,
  },
  foreign: {
    en: ({ key, detail }, use) => {
      const whose = detail === "—" ? `LLaMA-Factory does not know ${key}` : `${key} is a name of ${detail}`;
      return use ? `${whose}; here it is ${use}.` : `${whose}; it has no counterpart in the configuration.`;
    },
    zh: ({ key, detail }, use) => {
      const whose = detail === "—" ? `LLaMA-Factory 没有 ${key} 这个参数` : `${key} 是 ${detail} 的写法`;
      return use ? `${whose}，这里应写 ${use}。` : `${whose}，配置里没有对应的参数。`;
    },
  },
  nested: {
    en: ({ key, detail }) => `${key} is not a section: the configuration is flat. Write ${detail} at the left margin.`,
    zh: ({ key, detail }) => `${key} 不是分节：配置是平铺的。请把 ${detail} 等键写到最左边。`,
  },
  nearest: {
    en: ({ key }, use) => `There is no parameter ${key}. Is ${use} meant?`,
    zh: ({ key }, use) => `没有 ${key} 这个参数。是不是 ${use}？`,
  },
  unknown: {
    en: ({ key }) => `There is no parameter ${key}.`,
    zh: ({ key }) => `没有 ${key} 这个参数。`,
  },
};
