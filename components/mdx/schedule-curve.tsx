import { Sparkline } from "@/components/ui/sparkline";
import { STEP_SCHEDULERS } from "@/lib/calculators/lr-keyword-arguments";
import { createSchedule, sampleSchedule } from "@/lib/calculators/lr-schedules";
import type { Messages } from "@/lib/i18n/messages";

// A run of a thousand steps, a tenth of which warms up: what the topic says its curves show.
const run = { baseRate: 1e-4, totalSteps: 1000, warmupSteps: 100 } as const;

export interface ScheduleCurveProps {
  of: string;
  kwargs?: Readonly<Record<string, unknown>>;
}

/**
 * The curve of a scheduler as prose shows it. A scheduler that follows a metric has none, and says so.
 *
 * @throws when upstream would refuse the keywords, which fails the build
 */
export function ScheduleCurve({ of, kwargs = {}, messages }: ScheduleCurveProps & { messages: Messages }) {
  const scheduler = STEP_SCHEDULERS.find((name) => name === of);
  if (scheduler === undefined) return <span className="text-muted">{messages.curve.followsMetric}</span>;
  const schedule = createSchedule({ scheduler, kwargs, ...run });
  if (schedule.kind === "refused") throw new Error(`<ScheduleCurve of="${of}">: ${schedule.reason}`);
  const values = sampleSchedule(schedule, 81).map(({ rate }) => rate / run.baseRate);
  const start = (values[0] ?? 0).toFixed(2);
  const end = (values.at(-1) ?? 0).toFixed(2);
  return <Sparkline values={values} label={messages.curve.label(of, start, end)} />;
}
