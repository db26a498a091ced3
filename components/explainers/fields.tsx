import { Fragment, type ReactNode, useId, useState } from "react";
import { nearestStop } from "@/lib/explainers/stops";

interface Labelled {
  readonly label: string;
  /** The parameter's name, shown as code beside the label. */
  readonly code?: string | undefined;
  readonly hint?: string | undefined;
}

function Label({ label, code }: Labelled) {
  return (
    <>
      {label}
      {code !== undefined && (
        <>
          {" "}
          <code className="text-xs text-muted">{breakable(code)}</code>
        </>
      )}
    </>
  );
}

/** Lets a long name break after an underscore, and nowhere else. */
function breakable(name: string) {
  return name.split("_").map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts never change places
    <Fragment key={index}>
      {index > 0 && (
        <>
          _<wbr />
        </>
      )}
      {part}
    </Fragment>
  ));
}

/** A number as a field to type in, with a slider below. `stops` let the slider move over decades or powers of two. */
export function NumberField({
  label,
  code,
  hint,
  value,
  min,
  max,
  step = 1,
  stops,
  slider = true,
  format = String,
  onChange,
}: Labelled & {
  value: number;
  min: number;
  max: number;
  step?: number;
  stops?: readonly number[];
  slider?: boolean;
  /** How the field shows the value while nobody types, and how a screen reader hears the slider. */
  format?: (value: number) => string;
  onChange: (value: number) => void;
}) {
  const id = useId();
  // What is being typed need not be a number yet (`1e-`).
  const [draft, setDraft] = useState<string | null>(null);
  const type = (text: string) => {
    setDraft(text);
    const typed = text.trim() === "" ? Number.NaN : Number(text);
    if (Number.isFinite(typed)) onChange(Math.min(max, Math.max(min, typed)));
  };
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <div className="flex items-center justify-between gap-3">
        <label htmlFor={id} className="min-w-0 text-sm">
          <Label label={label} code={code} />
        </label>
        <input
          id={id}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          className="field w-28 shrink-0 text-end tabular-nums"
          value={draft ?? format(value)}
          aria-describedby={hint === undefined ? undefined : `${id}-hint`}
          onChange={(event) => type(event.target.value)}
          onBlur={() => setDraft(null)}
        />
      </div>
      {slider && (
        <input
          type="range"
          className="h-6 w-full accent-(--accent)"
          aria-label={label}
          aria-valuetext={format(value)}
          min={stops ? 0 : min}
          max={stops ? stops.length - 1 : max}
          step={stops ? 1 : step}
          value={stops ? nearestStop(stops, value) : value}
          onChange={(event) => {
            const moved = event.target.valueAsNumber;
            setDraft(null);
            onChange(stops ? (stops[moved] ?? value) : moved);
          }}
        />
      )}
      {hint !== undefined && (
        <p id={`${id}-hint`} className="text-xs text-muted">
          {hint}
        </p>
      )}
    </div>
  );
}

export function TextField({
  label,
  code,
  hint,
  value,
  onChange,
}: Labelled & { value: string; onChange: (value: string) => void }) {
  const id = useId();
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="text-sm">
        <Label label={label} code={code} />
      </label>
      <input
        id={id}
        type="text"
        autoComplete="off"
        spellCheck={false}
        className="field w-full font-mono"
        value={value}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={(event) => onChange(event.target.value)}
      />
      {hint !== undefined && (
        <p id={`${id}-hint`} className="text-xs text-muted">
          {hint}
        </p>
      )}
    </div>
  );
}

export interface Option<T extends string> {
  readonly value: T;
  readonly label: string;
  /** Heading under which the option stands. */
  readonly group?: string | undefined;
}

export function SelectField<T extends string>({
  label,
  code,
  hint,
  value,
  options,
  onChange,
}: Labelled & { value: T; options: readonly Option<T>[]; onChange: (value: T) => void }) {
  const id = useId();
  const groups = [...new Set(options.map(({ group }) => group))];
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="text-sm">
        <Label label={label} code={code} />
      </label>
      <select
        id={id}
        className="field w-full min-w-0"
        value={value}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value);
          if (chosen) onChange(chosen.value);
        }}
      >
        {groups.map((group) => {
          const inside = options
            .filter((option) => option.group === group)
            .map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ));
          return group === undefined ? (
            inside
          ) : (
            <optgroup key={group} label={group}>
              {inside}
            </optgroup>
          );
        })}
      </select>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="text-xs text-muted">
          {hint}
        </p>
      )}
    </div>
  );
}

export function CheckField({
  label,
  code,
  checked,
  onChange,
}: Labelled & { checked: boolean; onChange: (checked: boolean) => void }) {
  return (
    <label className="flex min-h-6 items-center gap-2 text-sm">
      <input
        type="checkbox"
        className="size-5 shrink-0 accent-(--accent)"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span className="min-w-0">
        <Label label={label} code={code} />
      </span>
    </label>
  );
}

/** Fields that belong together, under a heading. */
export function FieldGroup({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="flex min-w-0 flex-col gap-3">
      <legend className="mb-2 text-sm font-semibold">{title}</legend>
      {children}
    </fieldset>
  );
}
