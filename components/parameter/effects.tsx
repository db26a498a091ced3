import type { ParameterMeta } from "@/lib/explanations/schema";
import type { EffectDirection } from "@/lib/explanations/vocabulary";
import type { Messages } from "@/lib/i18n/messages";
import { SourceMark } from "../mdx/elements";

const arrows = { up: "↑", down: "↓", none: "=", depends: "±" } satisfies Record<EffectDirection, string>;

/** What raising the value does, and which range is enforced or recommended, each with its witness. */
export function Effects({ meta, messages }: { meta: ParameterMeta; messages: Messages }) {
  const text = messages.parameter;
  const { effects, range } = meta;
  return (
    <div className="flex flex-col gap-2 text-[0.95rem]">
      <p className="flex flex-wrap items-center gap-2">
        <span className="text-muted">{text.effects}</span>
        {(["memory", "speed", "quality"] as const).map((aspect) => (
          <span key={aspect} className="chip">
            {text.effectNames[aspect]} <span aria-hidden="true">{arrows[effects[aspect]]}</span>{" "}
            {text.directionNames[effects[aspect]]}
          </span>
        ))}
      </p>
      {range?.enforced?.map(({ rule, source }) => (
        <p key={rule}>
          <span className="text-muted">{text.enforced}</span> <code>{rule}</code>
          <SourceMark at={source} />
        </p>
      ))}
      {range?.recommended?.map(({ value, by, source }) => (
        <p key={value + by}>
          <span className="text-muted">{text.recommended}</span> <code>{value}</code>{" "}
          <span className="text-muted">{text.recommendedBy(by)}</span>
          <SourceMark at={source} />
        </p>
      ))}
    </div>
  );
}
