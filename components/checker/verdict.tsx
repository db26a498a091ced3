import { Ban, CircleCheck, TriangleAlert } from "lucide-react";
import type { Checked } from "@/lib/checker/tool/service";
import { fill } from "@/lib/i18n/fill";
import type { CheckTexts } from "@/lib/i18n/messages/check/texts";

const looks = {
  accept: { Icon: CircleCheck, className: "border-accent bg-accent-soft text-accent" },
  acceptWarnings: { Icon: TriangleAlert, className: "border-warn bg-warn-soft text-warn" },
  reject: { Icon: Ban, className: "border-bad bg-bad-soft text-bad" },
  help: { Icon: TriangleAlert, className: "border-warn bg-warn-soft text-warn" },
} as const;

function outcome({ verdict, findings }: Checked): keyof typeof looks {
  if (verdict !== "accept") return verdict;
  return findings.some(({ severity }) => severity === "warning") ? "acceptWarnings" : "accept";
}

const count = ({ findings }: Checked, wanted: string) => findings.filter(({ severity }) => severity === wanted).length;

export function verdictText(checked: Checked, texts: CheckTexts["verdict"]): string {
  const sentence = fill(texts[outcome(checked)], { release: `LLaMA-Factory ${checked.release}` });
  const counts = fill(texts.counts, {
    errors: count(checked, "error"),
    warnings: count(checked, "warning"),
    notes: count(checked, "note"),
  });
  return `${sentence} ${counts}`;
}

/** The answer in one line, and what it rests on. */
export function Verdict({
  checked,
  texts,
  isBusy,
}: {
  checked: Checked | null;
  texts: CheckTexts["verdict"];
  isBusy: boolean;
}) {
  if (checked === null) {
    return (
      <div className="card p-4" data-verdict="none">
        <p className="font-semibold">{isBusy ? texts.checking : texts.empty}</p>
        {!isBusy && <p className="text-sm text-muted">{texts.emptyHint}</p>}
      </div>
    );
  }
  const kind = outcome(checked);
  const { Icon, className } = looks[kind];
  const { byTransformers, assumptions } = checked;
  return (
    <div className={`rounded-xl border p-4 ${className}`} data-verdict={checked.verdict} aria-busy={isBusy}>
      <p className="flex items-start gap-2 font-semibold">
        <Icon aria-hidden="true" size={20} className="mt-0.5 shrink-0" />
        {fill(texts[kind], { release: `LLaMA-Factory ${checked.release}` })}
      </p>
      <p className="text-sm text-ink">
        {fill(texts.counts, {
          errors: count(checked, "error"),
          warnings: count(checked, "warning"),
          notes: count(checked, "note"),
        })}
        {" · "}
        {fill(texts.milliseconds, { count: Math.max(1, Math.round(checked.milliseconds)) })}
      </p>
      {byTransformers && (
        <p className="text-sm text-ink">
          {fill(texts.byTransformers, {
            four: texts.words[byTransformers["4.57"]],
            five: texts.words[byTransformers["5"]],
          })}
        </p>
      )}
      {assumptions.length > 0 && (
        <details className="mt-1 text-sm text-ink" open>
          <summary className="min-h-6">{texts.assumptions}</summary>
          <ul className="list-disc ps-5">
            {assumptions.map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
