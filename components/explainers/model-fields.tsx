import { parameterCount } from "@/lib/calculators/parameter-count";
import { formatShort } from "@/lib/explainers/format";
import {
  dimensionLimits,
  dimensions,
  type ModelState,
  type NamedModel,
  ownModel,
  resolveModel,
} from "@/lib/explainers/model-choice";
import { fill } from "@/lib/i18n/fill";
import type { ModelTexts } from "@/lib/i18n/messages/explainers/model";
import type { Given } from "./explainer";
import { CheckField, FieldGroup, NumberField, SelectField } from "./fields";

/** For an explainer that lets its reader choose a model. */
export interface GivenModels<T> extends Given<T> {
  readonly modelTexts: ModelTexts;
  readonly models: readonly NamedModel[];
}

/** The list of models, and the fields for one that is not on it. */
export function ModelFields({
  state,
  models,
  texts,
  onChange,
  onChoose,
}: {
  state: ModelState;
  models: readonly NamedModel[];
  texts: ModelTexts;
  onChange: (patch: Partial<ModelState>) => void;
  onChoose: (patch: Partial<ModelState>) => void;
}) {
  const chosen = resolveModel(state, models);
  const options = [
    { value: ownModel, label: texts.own, group: texts.ownGroup },
    ...models.map(({ id, family }) => ({ value: id, label: id.split("/").at(-1) ?? id, group: family })),
  ];
  return (
    <FieldGroup title={texts.title}>
      <SelectField
        label={texts.model}
        code="model_name_or_path"
        hint={fill(texts.hint, { total: formatShort(parameterCount(chosen).total) })}
        value={chosen.id}
        options={options}
        onChange={(model) => onChoose({ model })}
      />
      {chosen.id === ownModel && (
        <>
          {dimensions.map((key) => (
            <NumberField
              key={key}
              label={texts.dimensions[key]}
              {...dimensionLimits[key]}
              slider={false}
              value={state.own[key]}
              onChange={(size) => onChange({ own: { ...state.own, [key]: Math.round(size) } })}
            />
          ))}
          <CheckField
            label={texts.tied}
            checked={state.own.tied}
            onChange={(tied) => onChoose({ own: { ...state.own, tied } })}
          />
        </>
      )}
    </FieldGroup>
  );
}
