import type { Messages } from "@/lib/i18n/messages";

type Search = Messages["search"];

/** What the dialog says, as the page carries it: plain texts, `{}` in the place of a number. */
export interface SearchTexts
  extends Pick<
    Search,
    "title" | "placeholder" | "close" | "hint" | "loading" | "failed" | "empty" | "nearest" | "kinds" | "reasons"
  > {
  readonly countOne: string;
  readonly count: string;
  readonly examples: readonly string[];
}

export function searchTexts({ search }: Messages): SearchTexts {
  const { title, placeholder, close, hint, loading, failed, empty, nearest, kinds, reasons, count, examples } = search;
  return {
    title,
    placeholder,
    close,
    hint,
    loading,
    failed,
    empty,
    nearest,
    kinds,
    reasons,
    countOne: count(1),
    count: count(2).replace("2", "{}"),
    examples: Object.values(examples),
  };
}
