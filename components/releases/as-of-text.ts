/** What a parameter was in another release, in words. */

import type { FieldDifference } from "@/lib/history/history";
import { fieldText } from "./change-tree";

/** Texts only, with `{}` for the value. */
export interface AsOfTexts {
  readonly default: string;
  readonly types: string;
  readonly choices: string;
  readonly nullable: string;
  readonly notNullable: string;
  readonly any: string;
  readonly separator: string;
}

/** «default 8; type float», of the release that is looked at. */
export function asOfText(changes: readonly FieldDifference[], texts: AsOfTexts): string {
  return changes
    .map(({ field, from }) => {
      if (field === "nullable") return from === true ? texts.nullable : texts.notNullable;
      const value = field === "choices" && from === null ? texts.any : fieldText(field, from);
      return texts[field].replace("{}", () => value);
    })
    .join(texts.separator);
}
