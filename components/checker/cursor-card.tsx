import { useEffect, useState } from "react";
import type { Explanation } from "@/lib/checker/explain";
import { fill } from "@/lib/i18n/fill";
import { KeyName } from "./key-name";
import type { CheckContext } from "./types";

/** What the key on the cursor's line does: the hover card for those who do not hover. */
export function CursorCard({
  subscribe,
  context,
  explanations,
}: {
  subscribe: (listener: (key: string | null) => void) => () => void;
  context: CheckContext;
  explanations: readonly Explanation[] | null;
}) {
  const [key, setKey] = useState<string | null>(null);
  useEffect(() => subscribe(setKey), [subscribe]);
  const { lines } = context.texts;
  const [label, summary] = (key !== null && context.keyTexts[key]) || ["", ""];
  const explanation = explanations?.find(({ name }) => name === key);
  const fallback = explanation?.default === "None" ? lines.unset : explanation?.default;
  return (
    <div className="min-h-20 rounded-lg bg-sunken px-3 py-2 text-sm" data-cursor-card="">
      <span className="text-muted">{lines.at}</span>{" "}
      {key !== null && summary !== "" && (
        <>
          <KeyName name={key} context={context} /> · {label}
          {fallback != null && (
            <span className="text-muted"> · {fill(lines.default, { value: fallback === "" ? '""' : fallback })}</span>
          )}
          <p>{summary}</p>
        </>
      )}
    </div>
  );
}
