import type { Source } from "../finding";

/** Where the line that a finding mirrors can be read; null for packages whose release is not pinned. */
export function sourceUrl({ file, line, release }: Source): string | null {
  const anchor = line === null ? "" : `#L${line}`;
  if (release === "main" || /^v\d/.test(release))
    return `https://github.com/hiyouga/LLaMA-Factory/blob/${release}/${file}${anchor}`;
  const version = /^transformers (\d[\w.]*)$/.exec(release)?.[1];
  // A snapshot between releases has no tag to link to.
  if (version === undefined || !/^\d+\.\d+\.\d+$/.test(version)) return null;
  return `https://github.com/huggingface/transformers/blob/v${version}/${file}${anchor}`;
}
