import { useState } from "react";
import { CheckField, NumberField, SelectField, TextField } from "@/components/explainers/fields";
import { GOALS, METHODS, type Wish } from "@/lib/checker/tool/wish";
import { wishNames } from "@/lib/checker/tool/wish-names";
import { fill } from "@/lib/i18n/fill";
import type { Language } from "@/lib/i18n/languages";
import type { CheckTexts } from "@/lib/i18n/messages/check/texts";

const CARDS_GIB = [8, 12, 16, 24, 40, 48, 80, 141] as const;

const start: Wish = {
  goal: "sft",
  method: "lora",
  model: "Qwen/Qwen3-4B-Instruct-2507",
  gpus: 1,
  cardGiB: 24,
  bf16: true,
  dataset: "",
};

/** A few questions, from which a whole config is written. */
export function BuildForm({
  texts,
  gibText,
  language,
  onWrite,
}: {
  texts: CheckTexts["build"];
  gibText: string;
  language: Language;
  onWrite: (wish: Wish) => void;
}) {
  const [wish, setWish] = useState(start);
  const change = (patch: Partial<Wish>) => setWish({ ...wish, ...patch });
  const { goals, methods } = wishNames[language];
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        onWrite(wish);
      }}
    >
      <p className="text-sm text-muted">{texts.lead}</p>
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        <SelectField
          label={texts.goal}
          value={wish.goal}
          options={GOALS.map((value) => ({ value, label: goals[value] }))}
          onChange={(goal) => change({ goal })}
        />
        <SelectField
          label={texts.method}
          value={wish.method}
          options={METHODS.map((value) => ({ value, label: methods[value] }))}
          onChange={(method) => change({ method })}
        />
        <TextField
          label={texts.model}
          hint={texts.modelHint}
          value={wish.model}
          onChange={(model) => change({ model })}
        />
        <NumberField
          label={texts.gpus}
          value={wish.gpus}
          min={1}
          max={512}
          slider={false}
          onChange={(gpus) => change({ gpus: Math.round(gpus) })}
        />
        <SelectField
          label={texts.memory}
          value={String(wish.cardGiB)}
          options={CARDS_GIB.map((count) => ({ value: String(count), label: fill(gibText, { count }) }))}
          onChange={(card) => change({ cardGiB: Number(card) })}
        />
        <TextField
          label={texts.dataset}
          hint={texts.datasetHint}
          value={wish.dataset}
          onChange={(dataset) => change({ dataset })}
        />
      </div>
      <CheckField label={texts.bf16} checked={wish.bf16} onChange={(bf16) => change({ bf16 })} />
      <div className="flex flex-wrap items-center gap-3">
        <button type="submit" className="button">
          {texts.write}
        </button>
        <span className="text-sm text-muted">{texts.ppo}</span>
      </div>
    </form>
  );
}
