/** The forms in which content names its evidence, and where each can be seen. */

import type { SourceRef } from "@/lib/facts/parameter";

export type Evidence =
  | { kind: "code"; repository: string; ref: string; file: string; lines: readonly [number, number] | null }
  | { kind: "paper"; arxiv: string; section: string | null }
  | { kind: "issue"; repository: string; number: number }
  | { kind: "page"; url: string };

const upstream = { repository: "hiyouga/LLaMA-Factory", ref: "v0.9.5" } as const;

/** Libraries whose files content may name as `library@version:path#Lx`. */
const libraries: Record<string, string> = {
  transformers: "huggingface/transformers",
  peft: "huggingface/peft",
  trl: "huggingface/trl",
  accelerate: "huggingface/accelerate",
  torch: "pytorch/pytorch",
  deepspeed: "deepspeedai/DeepSpeed",
  bitsandbytes: "bitsandbytes-foundation/bitsandbytes",
  axolotl: "axolotl-ai-cloud/axolotl",
  "ms-swift": "modelscope/ms-swift",
  unsloth: "unslothai/unsloth",
};

const codePattern = /^(?:([a-z-]+)@([\w.-]+):)?([\w./-]+\.\w+|Makefile)(?:#L(\d+)(?:-L?(\d+))?)?$/;

/** Null when the text has none of the known forms. */
export function parseEvidence(text: string): Evidence | null {
  if (/^https:\/\/\S+$/.test(text)) return { kind: "page", url: text };

  const arxiv = /^arxiv:(\d{4}\.\d{4,5})(?: (.+))?$/i.exec(text);
  if (arxiv?.[1]) return { kind: "paper", arxiv: arxiv[1], section: arxiv[2] ?? null };

  const issue = /^issue:(?:([\w.-]+\/[\w.-]+)#)?(\d+)$/.exec(text);
  if (issue) return { kind: "issue", repository: issue[1] ?? "hiyouga/LlamaFactory", number: Number(issue[2]) };

  const code = codePattern.exec(text);
  if (!code?.[3]) return null;
  const [, library, version, file, first, last] = code;
  const repository = library === undefined ? upstream.repository : libraries[library];
  if (repository === undefined) return null;
  const from = first === undefined ? null : Number(first);
  return {
    kind: "code",
    repository,
    ref: version === undefined ? upstream.ref : /^\d/.test(version) ? `v${version}` : version,
    file,
    lines: from === null ? null : [from, last === undefined ? from : Number(last)],
  };
}

export function evidenceUrl(evidence: Evidence): string {
  switch (evidence.kind) {
    case "code": {
      const { repository, ref, file, lines } = evidence;
      const anchor = lines === null ? "" : lines[0] === lines[1] ? `#L${lines[0]}` : `#L${lines[0]}-L${lines[1]}`;
      return `https://github.com/${repository}/blob/${ref}/${file}${anchor}`;
    }
    case "paper":
      return `https://arxiv.org/abs/${evidence.arxiv}`;
    case "issue":
      return `https://github.com/${evidence.repository}/issues/${evidence.number}`;
    case "page":
      return evidence.url;
  }
}

/** Short enough to stand inside a sentence: `parser.py:188`, `arXiv:2106.09685`, `#4160`. */
export function shortEvidence(evidence: Evidence): string {
  switch (evidence.kind) {
    case "code": {
      const name = evidence.file.split("/").at(-1) ?? evidence.file;
      return evidence.lines === null ? name : `${name}:${evidence.lines[0]}`;
    }
    case "paper":
      return `arXiv:${evidence.arxiv}`;
    case "issue":
      return evidence.repository === "hiyouga/LlamaFactory"
        ? `#${evidence.number}`
        : `${evidence.repository}#${evidence.number}`;
    case "page":
      return new URL(evidence.url).hostname.replace(/^www\./, "");
  }
}

/** Says exactly where: `src/…/parser.py:188–190 @ v0.9.5`. */
export function fullEvidence(evidence: Evidence): string {
  switch (evidence.kind) {
    case "code": {
      const { repository, ref, file, lines } = evidence;
      const range = lines === null ? "" : lines[0] === lines[1] ? `:${lines[0]}` : `:${lines[0]}–${lines[1]}`;
      const owner = repository === upstream.repository ? "" : `${repository.split("/")[1]} `;
      return `${owner}${file}${range} @ ${ref}`;
    }
    case "paper":
      return `arXiv:${evidence.arxiv}${evidence.section === null ? "" : ` ${evidence.section}`}`;
    case "issue":
      return `${evidence.repository}#${evidence.number}`;
    case "page":
      return evidence.url.replace(/^https:\/\//, "");
  }
}

export function sourceRefUrl({ repository, ref, file, line }: SourceRef): string {
  return `https://github.com/${repository}/blob/${ref}/${file}#L${line}`;
}
