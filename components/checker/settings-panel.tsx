import { CheckField, NumberField, SelectField } from "@/components/explainers/fields";
import { COMMANDS, RELEASES, TRANSFORMERS } from "@/lib/checker/catalog";
import type { Checked } from "@/lib/checker/tool/service";
import { BF16, type CheckSettings, PACKAGES, settingLimits, ZERO } from "@/lib/checker/tool/settings";
import { fill } from "@/lib/i18n/fill";
import type { CheckTexts } from "@/lib/i18n/messages/check/texts";

const CARDS_GIB = [8, 11, 12, 16, 24, 32, 40, 48, 64, 80, 96, 141, 192] as const;

/** Command, release and machine that the text is checked for. */
export function SettingsPanel({
  texts,
  settings,
  checked,
  change,
  choose,
}: {
  texts: CheckTexts["settings"];
  settings: CheckSettings;
  checked: Checked | null;
  change: (patch: Partial<CheckSettings>) => void;
  choose: (patch: Partial<CheckSettings>) => void;
}) {
  const guessed = checked && settings.command === "auto" ? fill(texts.autoIs, { value: checked.command }) : texts.auto;
  const bf16Names = { auto: texts.notSaid, yes: texts.yes, no: texts.no };
  return (
    <section aria-label={texts.title} className="card no-print flex flex-col gap-4 p-4">
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-3">
        <SelectField
          label={texts.command}
          value={settings.command}
          options={[
            { value: "auto", label: guessed },
            ...COMMANDS.map((value) => ({ value, label: texts.commandNames[value] })),
          ]}
          onChange={(command) => choose({ command })}
        />
        <SelectField
          label={texts.release}
          value={settings.release}
          options={[...RELEASES].reverse().map((value) => ({ value, label: value === "main" ? texts.main : value }))}
          onChange={(release) => choose({ release })}
        />
        <SelectField
          label={texts.transformers}
          value={settings.transformers}
          options={TRANSFORMERS.map((value) => ({ value, label: texts.transformersNames[value] }))}
          onChange={(transformers) => choose({ transformers })}
        />
      </div>
      <details className="flex flex-col">
        <summary className="min-h-6 text-sm font-semibold">{texts.machine}</summary>
        <div className="mt-3 grid grid-cols-1 gap-3 sm:grid-cols-2">
          <NumberField
            label={texts.gpus}
            value={settings.gpus}
            {...settingLimits.gpus}
            slider={false}
            format={(value) => (value === 0 ? "" : String(value))}
            onChange={(gpus) => change({ gpus: Math.round(gpus) })}
          />
          <NumberField
            label={texts.samples}
            value={settings.samples}
            {...settingLimits.samples}
            slider={false}
            format={(value) => (value === 0 ? "" : String(value))}
            onChange={(samples) => change({ samples: Math.round(samples) })}
          />
          <SelectField
            label={texts.cardGiB}
            value={String(settings.card)}
            options={[
              { value: "0", label: texts.notSaid },
              ...CARDS_GIB.map((count) => ({ value: String(count), label: fill(texts.gib, { count }) })),
            ]}
            onChange={(card) => choose({ card: Number(card) })}
          />
          <SelectField
            label={texts.bf16}
            value={settings.bf16}
            options={BF16.map((value) => ({ value, label: bf16Names[value] }))}
            onChange={(bf16) => choose({ bf16 })}
          />
          <SelectField
            label={texts.zero}
            value={settings.zero}
            options={ZERO.map((value) => ({ value, label: value === "auto" ? texts.zeroAuto : `ZeRO-${value}` }))}
            onChange={(zero) => choose({ zero })}
          />
        </div>
        <details className="mt-3">
          <summary className="min-h-6 text-sm">{texts.missing}</summary>
          <p className="my-2 text-xs text-muted">{texts.missingHint}</p>
          <div className="grid grid-cols-2 gap-2 sm:grid-cols-3">
            {PACKAGES.map((name) => (
              <CheckField
                key={name}
                label={name}
                checked={settings.missing.includes(name)}
                onChange={(isMissing) =>
                  choose({
                    missing: isMissing
                      ? [...settings.missing, name]
                      : settings.missing.filter((other) => other !== name),
                  })
                }
              />
            ))}
          </div>
        </details>
      </details>
    </section>
  );
}
